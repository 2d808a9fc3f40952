import History from "lucide-react/icons/history";
import { lazy, Suspense } from "react";
import { Boundary } from "../../ui/boundary.tsx";
import { IconButton } from "../../ui/button.tsx";
import { closeLibrary, openLibrary, useOpenLibrary } from "./open-library.ts";

const Library = lazy(() => import("./library-dialog.tsx"));

export const LibraryButton = () => (
  <IconButton label="Replay a recording" icon={<History size={18} aria-hidden="true" />} onClick={() => openLibrary()} />
);

/** The desk's recordings, while they are open. Fetched when they are first opened. */
export function LibraryDialog() {
  const { isOpen, recordingId } = useOpenLibrary();
  if (!isOpen) return null;
  return (
    <Boundary what="Recordings">
      <Suspense>
        <Library initial={recordingId} onClose={closeLibrary} />
      </Suspense>
    </Boundary>
  );
}

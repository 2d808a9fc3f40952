import History from "lucide-react/icons/history";
import { lazy, Suspense } from "react";
import { create } from "zustand";
import { Boundary } from "../../ui/boundary.tsx";
import { IconButton } from "../../ui/button.tsx";

const Recordings = lazy(() => import("./recordings-dialog.tsx"));
const useDialog = create(() => ({ isOpen: false }));

/** Opens the list of what this desk can replay, from wherever on the page. */
export const openRecordings = (): void => useDialog.setState({ isOpen: true });
const close = (): void => useDialog.setState({ isOpen: false });

export const RecordingsButton = () => (
  <IconButton label="Replay a recording" icon={<History size={18} aria-hidden="true" />} onClick={openRecordings} />
);

/** The list, while it is open. Fetched when it is first opened. */
export function RecordingsDialog() {
  const { isOpen } = useDialog();
  if (!isOpen) return null;
  return (
    <Boundary what="Recordings">
      <Suspense>
        <Recordings onClose={close} />
      </Suspense>
    </Boundary>
  );
}

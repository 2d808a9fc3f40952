import { lazy, Suspense } from "react";
import { Boundary } from "../../ui/boundary.tsx";
import { openViewer, useOpenViewer } from "./open-viewer.ts";

const ViewerCard = lazy(() => import("./viewer-card.tsx"));

/** The card of the viewer whose name was clicked, while it is open. */
export function ViewerDialog() {
  const { user } = useOpenViewer();
  if (!user) return null;
  return (
    <Boundary what="This viewer">
      <Suspense>
        <ViewerCard key={user.id} user={user} onClose={() => openViewer(undefined)} />
      </Suspense>
    </Boundary>
  );
}

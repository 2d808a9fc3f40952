import { type ComponentType, lazy, Suspense } from "react";
import { useView } from "../../live/view-store.ts";
import { Boundary } from "../../ui/boundary.tsx";

const Transport = lazy((): Promise<{ default: ComponentType }> => import("./transport.tsx"));

/** What moves a replay, while there is one. Loaded with the first. */
export function LateTransport() {
  const isReplay = useView((view) => view.replay !== undefined);
  if (!isReplay) return null;
  return (
    <Boundary what="Replay controls">
      <Suspense fallback={null}>
        <Transport />
      </Suspense>
    </Boundary>
  );
}

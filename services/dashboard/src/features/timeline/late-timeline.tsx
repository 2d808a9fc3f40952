import { type ComponentType, lazy, Suspense } from "react";
import { useView } from "../../live/view-store.ts";

// Without it, all but the time line of the whole broadcast is there.
const Reader = lazy(
  (): Promise<{ default: ComponentType }> => import("./timeline-reader.tsx").catch(() => ({ default: () => null })),
);

/** What is known of the recording on the screen as a whole. Loaded after the page, once there is a broadcast. */
export function LateTimeline() {
  const isNeeded = useView((view) => view.replay !== undefined || view.broadcast !== undefined);
  if (!isNeeded) return null;
  return (
    <Suspense fallback={null}>
      <Reader />
    </Suspense>
  );
}

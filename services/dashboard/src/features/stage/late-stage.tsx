import { lazy, Suspense, useEffect } from "react";
import { Boundary } from "../../ui/boundary.tsx";

const load = () => import("./stage-panel.tsx");
const StagePanel = lazy(async () => ({ default: (await load()).StagePanel }));

/** What stands on the screen and the stage beside the chat. Loaded after the page: most broadcasts begin with nothing there. */
export function LateStage({ isFolded }: { isFolded: boolean }) {
  useEffect(() => {
    load().catch(() => {});
  }, []);
  return (
    <Boundary what="The stage">
      <Suspense fallback={null}>
        <StagePanel isFolded={isFolded} />
      </Suspense>
    </Boundary>
  );
}

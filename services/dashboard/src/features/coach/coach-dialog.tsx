import { lazy, Suspense } from "react";
import { Boundary } from "../../ui/boundary.tsx";
import { closeCoachSettings, useCoachSettingsOpen } from "./open-settings.ts";

const CoachSettings = lazy(() => import("./coach-settings.tsx"));

/** The settings of the coach, while they are open. */
export function CoachDialog() {
  if (!useCoachSettingsOpen()) return null;
  return (
    <Boundary what="Coach and voice">
      <Suspense>
        <CoachSettings onClose={closeCoachSettings} />
      </Suspense>
    </Boundary>
  );
}

import { lazy, Suspense } from "react";
import { create } from "zustand";
import { Boundary } from "../../ui/boundary.tsx";

const CoachSettings = lazy(() => import("./coach-settings.tsx"));

const useDialog = create(() => ({ isOpen: false }));

/** Opens the settings of the coach and its voice, from wherever on the page. */
export const openCoachSettings = (): void => useDialog.setState({ isOpen: true });
const close = (): void => useDialog.setState({ isOpen: false });

/** The settings of the coach, while they are open. */
export function CoachDialog() {
  const { isOpen } = useDialog();
  if (!isOpen) return null;
  return (
    <Boundary what="Coach and voice">
      <Suspense>
        <CoachSettings onClose={close} />
      </Suspense>
    </Boundary>
  );
}

import { lazy, Suspense } from "react";
import { create } from "zustand";
import { Boundary } from "../../ui/boundary.tsx";

const Givers = lazy(() => import("./givers.tsx"));

const useDialog = create(() => ({ isOpen: false }));

/** Opens the list of all gifters and top likers. */
export const openGivers = (): void => useDialog.setState({ isOpen: true });
const close = (): void => useDialog.setState({ isOpen: false });

/** The list of all gifters and top likers, while it is open. */
export function GiversDialog() {
  const { isOpen } = useDialog();
  if (!isOpen) return null;
  return (
    <Boundary what="Gifters and likers">
      <Suspense>
        <Givers onClose={close} />
      </Suspense>
    </Boundary>
  );
}

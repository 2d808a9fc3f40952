import type { User } from "@frontrow/protocol/event";
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let open: User | undefined;

/** Opens the card of a viewer: any name on the page does. */
export function openViewer(user: User | undefined): void {
  open = user;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The viewer whose card is open, if any. */
export const useOpenViewer = (): User | undefined => useSyncExternalStore(subscribe, () => open);

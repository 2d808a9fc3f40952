import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let isOpen = false;

function set(next: boolean): void {
  isOpen = next;
  for (const tell of listeners) tell();
}

/** Opens the settings of the coach and its voice, from wherever on the page. */
export const openCoachSettings = (): void => set(true);
export const closeCoachSettings = (): void => set(false);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useCoachSettingsOpen = (): boolean => useSyncExternalStore(subscribe, () => isOpen);

import { useSyncExternalStore } from "react";

/** Which moment is pointed at: in passing by a pointer or the focus, or held by a press. */
let pointed: { readonly passing: string | undefined; readonly held: string | undefined } = {
  passing: undefined,
  held: undefined,
};
const listeners = new Set<() => void>();

function point(change: Partial<typeof pointed>): void {
  pointed = { ...pointed, ...change };
  for (const tell of listeners) tell();
}

export const pointInPassing = (id: string | undefined): void => point({ passing: id });
/** Holds a moment, or lets it go when it was held. */
export const togglePointed = (id: string): void => point({ held: pointed.held === id ? undefined : id });
export const letGo = (): void => point({ passing: undefined, held: undefined });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The id of the moment that the charts show. */
export const usePointed = (): string | undefined => useSyncExternalStore(subscribe, () => pointed.passing ?? pointed.held);
export const useHeld = (): string | undefined => useSyncExternalStore(subscribe, () => pointed.held);

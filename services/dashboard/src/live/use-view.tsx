import { createContext, use, useSyncExternalStore } from "react";
import type { Commands } from "./commands.ts";
import type { ViewStore } from "./store.ts";
import type { ViewState } from "./view-state.ts";

export interface Live {
  readonly store: ViewStore;
  readonly commands: Commands;
}

export const LiveContext = createContext<Live | undefined>(undefined);

function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("the page is not inside its live context");
  return live;
}

export const useCommands = (): Commands => useLive().commands;

/**
 * A part of the view, as of this frame. The component renders again only when that part is another object or value, so
 * `select` must return what the state holds, not something made from it.
 */
export function useView<T>(select: (state: ViewState) => T): T {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, () => select(store.current()));
}

/** The same, changing at most twice a second: for numbers and curves. */
export function useCalmView<T>(select: (state: ViewState) => T): T {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, () => select(store.calm()));
}

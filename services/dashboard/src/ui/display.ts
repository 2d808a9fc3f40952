import type { Currency } from "@frontrow/protocol/currency";
import { useStore } from "zustand";
import { createPersistedStore, parseJson } from "./persisted-store.ts";

/** How the page looks on this machine. `public/display.js` applies it before the first paint. */
export interface Display {
  readonly theme: "system" | "dark" | "light";
  readonly density: "comfortable" | "compact";
  /** Whether single keys act; those who dictate or type by accident turn them off. */
  readonly hasShortcuts: boolean;
  /** What diamonds are worth is estimated in this; `auto` is the currency of the browser's region. */
  readonly currency: Currency | "auto";
}

const defaults: Display = { theme: "system", density: "comfortable", hasShortcuts: true, currency: "auto" };
const display = createPersistedStore<Display>({
  storage: () => localStorage,
  key: "frontrow.display",
  parse: (text) => ({ ...defaults, ...(parseJson(text) as Partial<Display> | null | undefined) }),
});

/** Changes some of it, applies it and remembers it. */
export function setDisplay(change: Partial<Display>): void {
  display.setState(change);
  apply(document.documentElement, display.getState());
}

export const getDisplay = display.getState;
export const useDisplay = (): Display => useStore(display);

function apply(root: HTMLElement, { theme, density }: Display): void {
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  if (density === "compact") root.dataset["density"] = density;
  else delete root.dataset["density"];
}

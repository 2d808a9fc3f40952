import type { Currency } from "@frontrow/protocol/currency";
import { useSyncExternalStore } from "react";

/** How the page looks on this machine. `public/display.js` applies it before the first paint. */
export interface Display {
  readonly theme: "system" | "dark" | "light";
  readonly density: "comfortable" | "compact";
  /** Whether single keys act; those who dictate or type by accident turn them off. */
  readonly hasShortcuts: boolean;
  /** What diamonds are worth is estimated in this; `auto` is the currency of the browser's region. */
  readonly currency: Currency | "auto";
}

const KEY = "frontrow.display";
const usual: Display = { theme: "system", density: "comfortable", hasShortcuts: true, currency: "auto" };
const listeners = new Set<() => void>();
let display: Display | undefined;

function read(): Display {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Display>) };
  } catch {
    return usual;
  }
}

/** Changes some of it, applies it and remembers it. */
export function setDisplay(change: Partial<Display>): void {
  display = { ...getDisplay(), ...change };
  apply(document.documentElement, display);
  try {
    localStorage.setItem(KEY, JSON.stringify(display));
  } catch {
    // Storage is full or off: it holds until the page is closed.
  }
  for (const tell of listeners) tell();
}

export function getDisplay(): Display {
  display ??= read();
  return display;
}

function apply(root: HTMLElement, { theme, density }: Display): void {
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  if (density === "compact") root.dataset["density"] = density;
  else delete root.dataset["density"];
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDisplay = (): Display => useSyncExternalStore(subscribe, getDisplay);

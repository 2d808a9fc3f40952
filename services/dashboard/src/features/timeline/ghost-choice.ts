import { useStore } from "zustand";
import { createPersistedStore } from "../../ui/persisted-store.ts";
import type { GhostChoice } from "./ghost.ts";

const choice = createPersistedStore<{ readonly choice: GhostChoice }>({
  storage: () => localStorage,
  key: "frontrow.ghost",
  // A recording may be gone, or another creator's: then nothing is drawn.
  parse: (text) => ({ choice: text && text.length <= 80 ? text : "none" }),
  format: (value) => value.choice,
});

export const useGhostChoice = (): GhostChoice => useStore(choice).choice;
export const chooseGhost = (next: GhostChoice): void => choice.setState({ choice: next });

import type { ReplayCommand } from "@frontrow/sdk/client";
import { useStore } from "zustand";
import { createPersistedStore, parseJson } from "../../ui/persisted-store.ts";

export type ReplayStep = Extract<ReplayCommand, { action: "step" }>["value"];

/** What can be stepped to from the page. */
export const stepKinds = [
  { kind: "gift", name: "gift" },
  { kind: "question", name: "question" },
  { kind: "moment", name: "spike or moment" },
  { kind: "follow", name: "follow" },
  { kind: "chat", name: "message" },
] as const satisfies readonly { kind: ReplayStep["kind"]; name: string }[];
type Kind = (typeof stepKinds)[number]["kind"];

export const MOST_DIAMONDS = 1_000_000;

export interface StepChoice {
  readonly kind: Kind;
  /** Diamonds that a gift must have at least. */
  readonly least: number;
}

/** What is remembered, of which anything may be wrong. */
export function stepChoiceIn(text: string | null): StepChoice {
  const { kind, least } = (parseJson(text) ?? {}) as Partial<StepChoice>;
  const isCount = typeof least === "number" && Number.isInteger(least) && least >= 0 && least <= MOST_DIAMONDS;
  return { kind: stepKinds.find((each) => each.kind === kind)?.kind ?? "gift", least: isCount ? least : 0 };
}

const choice = createPersistedStore<StepChoice>({
  storage: () => localStorage,
  key: "frontrow.steps",
  parse: stepChoiceIn,
});

/** What a step goes to: chosen once, for the buttons as for the keys, and remembered. */
export const useStepChoice = (): StepChoice => useStore(choice);
export const chooseStep = (change: Partial<StepChoice>): void => choice.setState(change);

export function stepTo(direction: ReplayStep["direction"], { kind, least } = choice.getState()): ReplayStep {
  return { kind, direction, ...(kind === "gift" && least > 0 ? { least } : {}) };
}

import type { ReplayCommand } from "@frontrow/sdk/client";
import { create } from "zustand";

export type StepKind = Extract<ReplayCommand, { action: "step" }>["value"]["kind"];

/** What can be stepped to from the page. */
export const stepKinds = [
  { kind: "gift", name: "gift" },
  { kind: "question", name: "question" },
  { kind: "moment", name: "moment" },
] as const satisfies readonly { kind: StepKind; name: string }[];

/** What a step goes to: chosen once, for the buttons as for the keys. */
export const useStepKind = create<{ readonly kind: (typeof stepKinds)[number]["kind"] }>(() => ({ kind: "gift" }));

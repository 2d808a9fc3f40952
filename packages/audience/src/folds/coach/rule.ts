import type { Params, PromptTrigger } from "@frontrow/protocol/insight";
import type { Looked } from "./looked.ts";
import type { PendingState } from "./pending.ts";

/** What a rule has found worth saying now. */
export interface Found {
  readonly params: Params;
  /** 5 is the most urgent. */
  readonly priority: number;
  /** What it is about, if about one thing: not said again as long as it is among the last 200 that were. */
  readonly subjects?: readonly string[];
  readonly questionId?: string;
}

/** What a rule knows of what was said before. */
export interface Before {
  readonly pending: PendingState;
  /** Whether it is among the last 200 subjects, and, with `withinMs`, not longer ago than that. */
  isSaid(trigger: PromptTrigger, subject: string, withinMs?: number): boolean;
  /** How many viewers there had been when newcomers were greeted last. */
  readonly greetedViewers: number;
}

export interface Rule {
  readonly trigger: PromptTrigger;
  /** Not again within this. */
  readonly coolDownMs: number;
  /** For so long it is worth saying. */
  readonly lastsMs: number;
  /** May be said in the first minute, of which nothing else is known. */
  readonly isGreeting?: true;
  find(looked: Looked, before: Before): Found | undefined;
  /** Its condition has passed, by a margin: before that it is not said again. */
  isOver?(looked: Looked): boolean;
}

import type { DeskState } from "@frontrow/protocol/desk";
import { isResolved } from "@frontrow/protocol/question-queue";
import type { SpokenPrompt } from "@frontrow/words/words";

export interface CoachMoment {
  /** Event time, so that a prompt ages with the broadcast and not with this machine's clock. */
  readonly nowMs: number;
  /** What this desk did about questions. */
  readonly answers: DeskState["answers"];
  /** Ids of the prompts that somebody here is done with. */
  readonly done: ReadonlySet<string>;
}

/**
 * The prompts that are still worth saying, the most urgent first; of equal ones, first what is over sooner.
 * What has passed, what is done, and what asks for an answer that this desk has given, is not among them.
 */
export function duePrompts(prompts: readonly SpokenPrompt[], { nowMs, answers, done }: CoachMoment) {
  return prompts
    .filter(({ id, untilMs }) => untilMs > nowMs && !done.has(id))
    .filter((prompt) => !isResolved(prompt, answers))
    .sort((a, b) => b.priority - a.priority || a.untilMs - b.untilMs || (a.id < b.id ? -1 : 1));
}

/**
 * The one to show. A sentence that somebody may be reading stays until it is done or over; only a more urgent one takes its
 * place.
 */
export function shownPrompt(due: readonly SpokenPrompt[], shownId: string | undefined): SpokenPrompt | undefined {
  const [first] = due;
  const shown = due.find(({ id }) => id === shownId);
  return shown && first && shown.priority >= first.priority ? shown : first;
}

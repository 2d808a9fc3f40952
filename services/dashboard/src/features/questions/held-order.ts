import type { QueuedQuestion } from "@frontrow/protocol/question-queue";

export interface HeldQueue {
  /** The rows to show, in order. */
  readonly rows: readonly QueuedQuestion[];
  /** Pending questions that are not shown because the order is held. */
  readonly unseen: number;
}

/**
 * The queue while somebody uses it: every row keeps its place, also the one that was just resolved, and what is new
 * waits. Otherwise a question that comes would slide under the pointer of a person who is about to answer another.
 *
 * `held` are the ids in the order that was shown when they began; undefined when nobody is.
 */
export function heldQueue(questions: readonly QueuedQuestion[], held: readonly string[] | undefined): HeldQueue {
  const pending = questions.filter(({ status }) => status === "pending");
  if (!held) return { rows: pending, unseen: 0 };
  const known = new Map(questions.map((question) => [question.id, question]));
  const rows = held.flatMap((id) => known.get(id) ?? []);
  const shown = new Set(held);
  return { rows, unseen: pending.filter(({ id }) => !shown.has(id)).length };
}

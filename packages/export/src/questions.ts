import { type Cell, csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells, timeColumns, userCells, userColumns } from "./rows.ts";
import type { AskedQuestion, Source } from "./source.ts";

const columns = [
  ...timeColumns,
  ...userColumns,
  ...(["text", "asked", "last_asked", "priority", "reasons", "language", "status", "settled", "settled_seconds"] as const),
  ...(["removed", "question_id"] as const),
];

/** Rows made into text at a time. */
const ROWS = 1_000;

/** Each question, however many asked it, as the fold understands it at the end, and what the desk did about it. */
export const questions: Format = {
  extension: "csv",
  needs: { passes: 0, questions: true },
  async *write(source) {
    yield csvHead(columns);
    const asked = source.questions;
    for (let at = 0; at < asked.length; at += ROWS)
      yield csvRows(asked.slice(at, at + ROWS).map((question) => cellsOf(question, source)));
  },
};

function cellsOf({ question, item }: AskedQuestion, { zeroMs, notes, removed }: Source): Cell[] {
  const { id, eventId, atMs, user, text, count = 1, lastAtMs = atMs, priority, reasons = [], language } = question;
  const isRemoved = removed.has(eventId, user?.id, item);
  const answer = notes.answers[id];
  const settled = answer ? timeCells(answer.atMs, zeroMs) : [undefined, undefined];
  const what = [isRemoved ? "" : text, count, new Date(lastAtMs).toISOString(), priority, reasons.join(" "), language];
  return [...timeCells(atMs, zeroMs), ...userCells(user), ...what, answer?.status ?? "open", ...settled, isRemoved, id];
}

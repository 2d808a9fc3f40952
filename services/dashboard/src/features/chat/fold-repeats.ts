import type { ChatRow } from "../../live/chat-log.ts";

/** Messages that follow each other and say the same, as one row: a wave of "gg" must not carry away what else is said. */
export interface FoldedRow {
  /** The first message's: a row keeps its place while it counts up. */
  readonly id: string;
  readonly first: ChatRow;
  readonly last: ChatRow;
  readonly count: number;
  /** How many different people said it. */
  readonly people: number;
}

/**
 * The chat with runs of the same text folded, oldest first. The same is: but for case, blanks and drawn-out letters
 * ("Nooo", "no", "NOOOOO"). Every message is in exactly one row. Rows of `before` that did not change are handed on as
 * they are, so that only what changed renders.
 */
export function foldRepeats(rows: readonly ChatRow[], before: readonly FoldedRow[] = []): readonly FoldedRow[] {
  const folded: FoldedRow[] = [];
  // Rows only go at the front and come at the end, so what was folded before stands in the same order.
  let next = Math.max(
    0,
    before.findIndex(({ id }) => id === rows[0]?.id),
  );
  for (let from = 0; from < rows.length; next += 1) {
    const known = before[next];
    // Two rows that stood apart do so for life, because a text only ever goes. What came last may be joined.
    const standsAlone = known?.count === 1 && known.first === rows[from] && next < before.length - 1;
    const until = standsAlone ? from + 1 : endOfRun(rows, from);
    folded.push(known && isRun(known, rows, from, until) ? known : foldedRow(rows, from, until));
    from = until;
  }
  return folded;
}

function endOfRun(rows: readonly ChatRow[], from: number): number {
  const first = rows[from] as ChatRow;
  let until = from + 1;
  while (until < rows.length && saysTheSame(first, rows[until] as ChatRow)) until += 1;
  return until;
}

const isRun = (known: FoldedRow, rows: readonly ChatRow[], from: number, until: number): boolean =>
  known.first === rows[from] && known.last === rows[until - 1] && known.count === until - from;

function foldedRow(rows: readonly ChatRow[], from: number, until: number): FoldedRow {
  const [first, last, count] = [rows[from] as ChatRow, rows[until - 1] as ChatRow, until - from];
  const people = count === 1 ? 1 : new Set(rows.slice(from, until).map(({ user, id }) => user?.id ?? id)).size;
  return { id: first.id, first, last, count, people };
}

interface Shape {
  /** Lower case, one blank between words, and then the stickers. */
  readonly plain: string;
  /** With each run of a character as one. */
  readonly short: string;
  /** A character stands three times in a row or more, which no spelling asks for. */
  readonly isDrawnOut: boolean;
}

/** "good" is not "god", but "gooood" is "good": runs are only forgiven where one of the two is drawn out. */
function saysTheSame(a: ChatRow, b: ChatRow): boolean {
  // What the host says is never one of many.
  if (a.isRemoved || b.isRemoved || a.user?.isHost || b.user?.isHost) return false;
  const [one, other] = [shapeOf(a), shapeOf(b)];
  if (one.plain === "") return false;
  return one.plain === other.plain || ((one.isDrawnOut || other.isDrawnOut) && one.short === other.short);
}

const shapes = new WeakMap<ChatRow, Shape>();
/** Digits are never drawn out: 1000 is not 100. */
const run = /([^\d\s])\1+/gu;
const drawnOut = /([^\d\s])\1{2}/u;

function shapeOf(row: ChatRow): Shape {
  const known = shapes.get(row);
  if (known) return known;
  const stickers = row.emotes.map(({ id }) => `\n${id}`).join("");
  const words = row.text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const shape = { plain: words + stickers, short: words.replace(run, "$1") + stickers, isDrawnOut: drawnOut.test(words) };
  shapes.set(row, shape);
  return shape;
}

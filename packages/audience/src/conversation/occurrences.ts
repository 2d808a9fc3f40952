import type { Terms } from "./rising-terms.ts";

/** One occurrence of a message, and the terms of it that were counted. */
export interface Occurrence {
  /** Hash of its event's id. */
  readonly event: number;
  readonly atMs: number;
  /** Hash of its sender's id. */
  readonly sender: number;
  readonly counted: Terms;
}

/** The cells of a row. */
const Cell = { atMs: 0, sender: 1, event: 2 } as const;
const CELLS = 3;
const FIRST_ROWS = 8;

/**
 * The occurrences of messages by their key, oldest first. Most messages are said once: those are rows of a table, a third of the size
 * of objects, and nothing that the collector would have to copy one by one. Only what was said again is a list.
 */
export interface Occurrences {
  /** Different messages that are held. */
  size: number;
  /** Row by key. */
  readonly rows: Map<number, number>;
  /** Rows one after the other. */
  cells: Float64Array;
  /** By row. */
  readonly words: (readonly string[])[];
  readonly emoji: (readonly string[])[];
  /** By key: messages that were said again. */
  readonly repeated: Map<number, readonly Occurrence[]>;
}

export const createOccurrences = (): Occurrences => ({
  size: 0,
  rows: new Map(),
  cells: new Float64Array(0),
  words: [],
  emoji: [],
  repeated: new Map(),
});

/** The occurrences of a message; undefined of one that is not held. */
export function occurrencesOf(state: Occurrences, key: number): readonly Occurrence[] | undefined {
  const row = state.rows.get(key);
  return row === undefined ? state.repeated.get(key) : [occurrenceIn(state, row)];
}

/** Sets the occurrences of a message, of which there is at least one. */
export function setOccurrences(state: Occurrences, key: number, occurrences: readonly Occurrence[]): void {
  deleteOccurrences(state, key);
  state.size++;
  const [only] = occurrences;
  if (only && occurrences.length === 1) addRow(state, key, only);
  else state.repeated.set(key, occurrences);
}

/** Deletes a message. Its row stays empty: a table lasts two minutes at most. */
export function deleteOccurrences(state: Occurrences, key: number): void {
  if (state.rows.delete(key) || state.repeated.delete(key)) state.size--;
}

function addRow(state: Occurrences, key: number, { atMs, sender, event, counted }: Occurrence): void {
  const row = state.words.length;
  const at = row * CELLS;
  if (at === state.cells.length) growRows(state);
  state.cells[at + Cell.atMs] = atMs;
  state.cells[at + Cell.sender] = sender;
  state.cells[at + Cell.event] = event;
  state.words.push(counted.words);
  state.emoji.push(counted.emoji);
  state.rows.set(key, row);
}

function occurrenceIn({ cells, words, emoji }: Occurrences, row: number): Occurrence {
  const cell = (name: keyof typeof Cell): number => cells[row * CELLS + Cell[name]] as number;
  const counted = { words: words[row] ?? [], emoji: emoji[row] ?? [] };
  return { event: cell("event"), atMs: cell("atMs"), sender: cell("sender"), counted };
}

function growRows(state: Occurrences): void {
  const cells = new Float64Array(Math.max(FIRST_ROWS * CELLS, state.cells.length * 2));
  cells.set(state.cells);
  state.cells = cells;
}

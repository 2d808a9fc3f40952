/** What is kept of each viewer: a cell each in the viewer's row. */
export const Cell = {
  low: 0,
  high: 1,
  /** Seconds since the table's base. */
  firstS: 2,
  lastS: 3,
  watchS: 4,
  chats: 5,
  likes: 6,
  gifts: 7,
  diamonds: 8,
  shares: 9,
  visits: 10,
  flags: 11,
} as const;
export type CellName = keyof typeof Cell;
const CELLS = 12;
export type CountName = "chats" | "likes" | "gifts" | "diamonds" | "shares" | "visits" | "watchS";

export const Flag = { followed: 1, subscribed: 2, active: 4 } as const;

/**
 * Viewers by the hash of their id, 64 bits: two of 100,000 share one with a chance of 1 in 3.7 thousand million. A row is
 * 48 bytes side by side, so one viewer is one line of the processor's cache however many sessions a worker folds, and all
 * of them are saved in one copy. At most `MAX_VIEWERS` are told apart; who comes later is not counted.
 */
export interface PeopleTable {
  size: number;
  /** Row + 1 by hash, open addressing; its length is a power of two. */
  slots: Uint32Array;
  /** Event time, in whole seconds as ms, that the seconds of rows count from; 0 before the first. */
  baseMs: number;
  /** Row after row. */
  cells: Uint32Array;
}

const MAX_VIEWERS = 1 << 20;
const FIRST_ROWS = 8;
const MAX_LOAD = 0.7;
const FULL = 0xffff_ffff;

export const createPeopleTable = (): PeopleTable => ({
  size: 0,
  slots: new Uint32Array(FIRST_ROWS * 2),
  baseMs: 0,
  cells: new Uint32Array(FIRST_ROWS * CELLS),
});

/** The viewer's row; a new one, all zero, when this is the first we see of them; −1 when there are too many. */
export function rowOf(table: PeopleTable, id: string): number {
  // Two multiplicative hashes in one pass (cyrb53's), mixed at the end.
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return findOrAdd(table, low >>> 0, high >>> 0);
}

export const cellOf = (table: PeopleTable, row: number, name: CellName): number =>
  table.cells[row * CELLS + Cell[name]] as number;

export function setCell(table: PeopleTable, row: number, name: CellName, value: number): void {
  table.cells[row * CELLS + Cell[name]] = value;
}

/** Adds to a count; one that is full stays full. */
export const addCount = (table: PeopleTable, row: number, name: CountName, amount: number): void =>
  setCell(table, row, name, Math.min(FULL, cellOf(table, row, name) + amount));

export const hasFlag = (table: PeopleTable, row: number, flag: keyof typeof Flag): boolean =>
  (cellOf(table, row, "flags") & Flag[flag]) !== 0;

export const setFlag = (table: PeopleTable, row: number, flag: keyof typeof Flag): void =>
  setCell(table, row, "flags", cellOf(table, row, "flags") | Flag[flag]);

function findOrAdd(table: PeopleTable, low: number, high: number): number {
  const slot = slotOf(table, low, high);
  const known = table.slots[slot] as number;
  if (known !== 0) return known - 1;
  if (table.size >= MAX_VIEWERS) return -1;
  const row = table.size++;
  if (table.size * CELLS > table.cells.length) growRows(table);
  setCell(table, row, "low", low);
  setCell(table, row, "high", high);
  table.slots[slot] = row + 1;
  if (table.size > table.slots.length * MAX_LOAD) growSlots(table);
  return row;
}

/** Where the hash is, or would be. */
function slotOf(table: PeopleTable, low: number, high: number): number {
  const { slots } = table;
  const mask = slots.length - 1;
  let slot = low & mask;
  for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
    if (cellOf(table, entry - 1, "low") === low && cellOf(table, entry - 1, "high") === high) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** Fast while it is small, sparing when it is large. */
function growRows(table: PeopleTable): void {
  const factor = table.size < 1_000 ? 2 : 1.5;
  const cells = new Uint32Array(Math.ceil(table.size * factor) * CELLS);
  cells.set(table.cells);
  table.cells = cells;
}

function growSlots(table: PeopleTable): void {
  table.slots = new Uint32Array(table.slots.length * 2);
  for (let row = 0; row < table.size; row++) {
    table.slots[slotOf(table, cellOf(table, row, "low"), cellOf(table, row, "high"))] = row + 1;
  }
}

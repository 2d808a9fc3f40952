/** The cells of a viewer's row. */
export const Cell = {
  hashLow: 0,
  hashHigh: 1,
  /** This and the next: seconds since the table's base. */
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

export const Flag = { followed: 1, subscribed: 2, active: 4, entered: 8 } as const;
/** The upper bits of the flags: the second of the last arrival, plus one; 0 before the first. */
const ARRIVAL_SHIFT = 4;

/**
 * A hash table of viewers by the 64-bit hash of their id: among 100,000 viewers, two collide with a probability of 1 in 3.7 thousand
 * million. A row is 48 adjacent bytes, so a viewer is one cache line however many sessions a worker folds, and a keyframe copies
 * all of them at once. Holds `MAX_VIEWERS` at most; later viewers are not counted.
 */
export interface ViewerTable {
  size: number;
  /** Row + 1 by hash, open addressing; its length is a power of two. */
  slots: Uint32Array;
  /** Event time in ms, a whole second, from which the seconds in rows count; 0 before the first viewer. */
  baseMs: number;
  /** Rows one after the other. */
  cells: Uint32Array;
  /** By cell, how many times its count passed 2³²: few viewers ever give so much. */
  readonly overflows: Map<number, number>;
}

const MAX_VIEWERS = 1 << 20;
const FIRST_ROWS = 8;
const MAX_LOAD = 0.7;
const CELL_RANGE = 2 ** 32;

export const createViewerTable = (): ViewerTable => ({
  size: 0,
  slots: new Uint32Array(FIRST_ROWS * 2),
  baseMs: 0,
  cells: new Uint32Array(FIRST_ROWS * CELLS),
  overflows: new Map(),
});

/** The viewer's row: a new one, all zero, for an unknown viewer; −1 when the table is full. */
export function rowOf(table: ViewerTable, id: string): number {
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

export const cellOf = (table: ViewerTable, row: number, name: CellName): number =>
  table.cells[row * CELLS + Cell[name]] as number;

export function setCell(table: ViewerTable, row: number, name: CellName, value: number): void {
  table.cells[row * CELLS + Cell[name]] = value;
}

/** A count, exact up to 2⁵³. */
export function countOf(table: ViewerTable, row: number, name: CountName): number {
  const low = cellOf(table, row, name);
  return table.overflows.size === 0 ? low : low + CELL_RANGE * (table.overflows.get(row * CELLS + Cell[name]) ?? 0);
}

export function addCount(table: ViewerTable, row: number, name: CountName, amount: number): void {
  const count = cellOf(table, row, name) + amount;
  if (count >= CELL_RANGE) addOverflow(table, row * CELLS + Cell[name], Math.floor(count / CELL_RANGE));
  setCell(table, row, name, count % CELL_RANGE);
}

const addOverflow = ({ overflows }: ViewerTable, cell: number, times: number): Map<number, number> =>
  overflows.set(cell, (overflows.get(cell) ?? 0) + times);

export const hasFlag = (table: ViewerTable, row: number, flag: keyof typeof Flag): boolean =>
  (cellOf(table, row, "flags") & Flag[flag]) !== 0;

export const setFlag = (table: ViewerTable, row: number, flag: keyof typeof Flag): void =>
  setCell(table, row, "flags", cellOf(table, row, "flags") | Flag[flag]);

/** The second of the viewer's last arrival, and whether it was announced; undefined before the first. */
export function arrivalOf(table: ViewerTable, row: number): { atS: number; isAnnounced: boolean } | undefined {
  const atS = cellOf(table, row, "flags") >>> ARRIVAL_SHIFT;
  return atS === 0 ? undefined : { atS: atS - 1, isAnnounced: hasFlag(table, row, "entered") };
}

export function setArrival(table: ViewerTable, row: number, atS: number, isAnnounced: boolean): void {
  const others = cellOf(table, row, "flags") & (Flag.entered - 1);
  setCell(table, row, "flags", (others | (isAnnounced ? Flag.entered : 0) | ((atS + 1) << ARRIVAL_SHIFT)) >>> 0);
}

function findOrAdd(table: ViewerTable, low: number, high: number): number {
  const slot = slotOf(table, low, high);
  const known = table.slots[slot] as number;
  if (known !== 0) return known - 1;
  if (table.size >= MAX_VIEWERS) return -1;
  const row = table.size++;
  if (table.size * CELLS > table.cells.length) growRows(table);
  setCell(table, row, "hashLow", low);
  setCell(table, row, "hashHigh", high);
  table.slots[slot] = row + 1;
  if (table.size > table.slots.length * MAX_LOAD) growSlots(table);
  return row;
}

/** The slot that holds the hash, or would hold it. */
function slotOf(table: ViewerTable, low: number, high: number): number {
  const { slots } = table;
  const mask = slots.length - 1;
  let slot = low & mask;
  for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
    if (cellOf(table, entry - 1, "hashLow") === low && cellOf(table, entry - 1, "hashHigh") === high) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** Doubles a small table, and grows a large one by half: memory matters then. */
function growRows(table: ViewerTable): void {
  const factor = table.size < 1_000 ? 2 : 1.5;
  const cells = new Uint32Array(Math.ceil(table.size * factor) * CELLS);
  cells.set(table.cells);
  table.cells = cells;
}

function growSlots(table: ViewerTable): void {
  table.slots = new Uint32Array(table.slots.length * 2);
  for (let row = 0; row < table.size; row++) {
    table.slots[slotOf(table, cellOf(table, row, "hashLow"), cellOf(table, row, "hashHigh"))] = row + 1;
  }
}

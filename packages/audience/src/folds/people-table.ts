/** What is kept of each viewer: a column each, so that 100,000 of them are a few megabytes and saved in one copy. */
const columns = {
  low: Uint32Array,
  high: Uint32Array,
  /** Seconds since the table's base. */
  firstS: Uint32Array,
  lastS: Uint32Array,
  watchS: Uint32Array,
  chats: Uint32Array,
  likes: Uint32Array,
  gifts: Uint32Array,
  diamonds: Uint32Array,
  shares: Uint16Array,
  visits: Uint16Array,
  flags: Uint8Array,
} as const;
type ColumnName = keyof typeof columns;
export type CountColumn = "chats" | "likes" | "gifts" | "diamonds" | "shares";

export const Flag = { followed: 1, subscribed: 2, active: 4, newcomer: 8, returning: 16 } as const;

/**
 * Viewers by the hash of their id, 64 bits: two of 100,000 share one with a chance of 1 in 3.7 thousand million. About 43
 * bytes each, and at most twice that while it grows. At most `MAX_VIEWERS` are told apart; who comes later is not counted.
 */
export interface PeopleTable {
  size: number;
  /** Row + 1 by hash, open addressing; its length is a power of two. */
  slots: Uint32Array;
  /** Event time, in whole seconds as ms, that the seconds of rows count from; 0 before the first. */
  baseMs: number;
  rows: { [N in ColumnName]: InstanceType<(typeof columns)[N]> };
}

const MAX_VIEWERS = 1 << 20;
const FIRST_ROWS = 8;
const MAX_LOAD = 0.7;
const names = Object.keys(columns) as ColumnName[];

export const createPeopleTable = (): PeopleTable => ({
  size: 0,
  slots: new Uint32Array(16),
  baseMs: 0,
  rows: Object.fromEntries(names.map((name) => [name, new columns[name](FIRST_ROWS)])) as unknown as PeopleTable["rows"],
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

/** Adds to a count; one that is full stays full. */
export function addCount(table: PeopleTable, row: number, column: CountColumn, amount: number): void {
  const values = table.rows[column];
  const most = values instanceof Uint16Array ? 0xffff : 0xffff_ffff;
  values[row] = Math.min(most, (values[row] as number) + amount);
}

export const hasFlag = (table: PeopleTable, row: number, flag: number): boolean =>
  ((table.rows.flags[row] as number) & flag) !== 0;

export function setFlag(table: PeopleTable, row: number, flag: number): void {
  table.rows.flags[row] = (table.rows.flags[row] as number) | flag;
}

function findOrAdd(table: PeopleTable, low: number, high: number): number {
  const slot = slotOf(table, low, high);
  const known = table.slots[slot] as number;
  if (known !== 0) return known - 1;
  if (table.size >= MAX_VIEWERS) return -1;
  const row = table.size++;
  if (row >= table.rows.low.length) growRows(table);
  table.rows.low[row] = low;
  table.rows.high[row] = high;
  table.slots[slot] = row + 1;
  if (table.size > table.slots.length * MAX_LOAD) growSlots(table);
  return row;
}

/** Where the hash is, or would be. */
function slotOf({ slots, rows }: PeopleTable, low: number, high: number): number {
  const mask = slots.length - 1;
  let slot = low & mask;
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const row = (slots[slot] as number) - 1;
    if (rows.low[row] === low && rows.high[row] === high) break;
  }
  return slot;
}

function growRows(table: PeopleTable): void {
  const rows: Record<string, unknown> = {};
  for (const name of names) {
    const before = table.rows[name];
    const after = new columns[name](Math.ceil(before.length * 1.5));
    after.set(before);
    rows[name] = after;
  }
  table.rows = rows as unknown as PeopleTable["rows"];
}

function growSlots(table: PeopleTable): void {
  table.slots = new Uint32Array(table.slots.length * 2);
  for (let row = 0; row < table.size; row++) {
    table.slots[slotOf(table, table.rows.low[row] as number, table.rows.high[row] as number)] = row + 1;
  }
}

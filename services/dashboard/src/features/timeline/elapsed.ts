import { clock } from "../../ui/format.ts";

/** Time since where one counts from, as a clock; before it, with a sign. */
export const elapsed = (atMs: number, zeroMs: number): string =>
  atMs < zeroMs ? `−${clock(Math.ceil((zeroMs - atMs) / 1_000) * 1_000)}` : clock(atMs - zeroMs);

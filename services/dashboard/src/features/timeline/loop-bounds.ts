import type { ReplayLoop } from "../../live/view-state.ts";
import type { Extent } from "./lanes.ts";

/** A loop lasts as long as this at least. */
export const LEAST_LOOP_MS = 1_000;

/** The loop with one end elsewhere: neither outside of the line, nor past its other end. */
export function movedLoop({ fromMs, toMs }: ReplayLoop, end: "from" | "to", atMs: number, extent: Extent): ReplayLoop {
  const to = Math.round(atMs);
  return end === "from"
    ? { fromMs: Math.max(Math.ceil(extent.fromMs), Math.min(to, toMs - LEAST_LOOP_MS)), toMs }
    : { fromMs, toMs: Math.min(Math.floor(extent.toMs), Math.max(to, fromMs + LEAST_LOOP_MS)) };
}

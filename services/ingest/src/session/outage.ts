import type { gapReasons } from "@frontrow/protocol/event";

export type GapReason = (typeof gapReasons)[number];

export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason: GapReason;
}

/**
 * Whether a time without a connection lost anything. Pure: told what happens, in order.
 *
 * History that comes with the next connection covers the outage when it reaches back to something that was seen before:
 * then nothing between the two is missing. Otherwise the outage is a gap, from the last sign of life before it to the
 * first event after it.
 */
export class Outage {
  private open: { readonly fromMs: number; readonly reason: GapReason } | undefined;
  private connectedAtMs: number | undefined;

  /** There is no connection since then. An outage that is on already keeps its beginning. */
  begin(fromMs: number, reason: GapReason): void {
    this.open ??= { fromMs, reason };
    this.connectedAtMs = undefined;
  }

  connected(atMs: number): void {
    this.connectedAtMs ??= atMs;
  }

  /** History repeats something that was seen before the outage. */
  overlapped(): void {
    this.open = undefined;
  }

  /** The first thing that is not history has come, or the session ends: the gap to declare, if there is one. */
  end(atMs: number): Gap | undefined {
    const { open } = this;
    this.open = undefined;
    return open && atMs > open.fromMs ? { ...open, toMs: atMs } : undefined;
  }

  /** Nothing has come for a while after the connection was made: the gap then ends with the connection. */
  settle(nowMs: number, patienceMs: number): Gap | undefined {
    if (this.connectedAtMs === undefined || nowMs - this.connectedAtMs < patienceMs) return undefined;
    return this.end(this.connectedAtMs);
  }
}

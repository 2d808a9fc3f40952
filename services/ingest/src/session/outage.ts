import type { gapReasons, LiveEvent } from "@frontrow/protocol/event";

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
  #open: { readonly fromMs: number; readonly reason: GapReason } | undefined;
  #connectedAtMs: number | undefined;

  /** There is no connection since then. An outage that is on already keeps its beginning. */
  begin(fromMs: number, reason: GapReason): void {
    this.#open ??= { fromMs, reason };
    this.#connectedAtMs = undefined;
  }

  onConnected(atMs: number): void {
    this.#connectedAtMs ??= atMs;
  }

  /** History repeats something that was seen before the outage: nothing is missing. */
  cover(): void {
    this.#open = undefined;
  }

  /** The first thing that is not history has come, or the session ends: the gap to declare, if there is one. */
  endAt(atMs: number): Gap | undefined {
    const open = this.#open;
    this.#open = undefined;
    return open && atMs > open.fromMs ? { ...open, toMs: atMs } : undefined;
  }

  /** The gap to declare when nothing has come for `silenceMs` since the connection was made: it ends with the connection. */
  endIfSilent(nowMs: number, silenceMs: number): Gap | undefined {
    if (this.#connectedAtMs === undefined || nowMs - this.#connectedAtMs < silenceMs) return undefined;
    return this.endAt(this.#connectedAtMs);
  }
}

/** A gap as it stands in the log; its id follows from what it is about, so that it cannot be there twice. */
export const gapEvent = ({ fromMs, toMs, reason }: Gap, atMs: number): LiveEvent => ({
  type: "gap",
  id: `gap:${reason}:${fromMs}`,
  atMs,
  sentAtMs: atMs,
  fromMs,
  toMs,
  reason,
});

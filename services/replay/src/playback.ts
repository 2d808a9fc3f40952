import type { ReplayState } from "@frontrow/protocol/insight";
import { LANE_STEP_MS } from "@frontrow/protocol/library/timeline";
import type { ReplayCommand, ReplaySeek, ReplayStep } from "@frontrow/protocol/replay";

/** Above this speed nobody can read what passes: rows are sampled. */
const ALL_ROWS_SPEED = 8;
/** Minimum interval between two steps of a replay … */
const STEP_MS = 250;
/** … and the longest: metrics move with time alone, and the state is said each second. */
const SECOND_MS = 1_000;
/** Idle time longer than a step of the time line is passed over, when that is asked for, up to a moment before it ends. */
const IDLE_MS = LANE_STEP_MS;
const IDLE_LEAD_MS = 1_000;
/** So close behind a broadcast a replay has caught up with it. */
const CAUGHT_UP_MS = 5_000;

type Loop = NonNullable<ReplayState["loop"]>;

/**
 * How a replay plays. Its clock is an anchor: it stood at an event time at a moment of a monotonic clock, and moves on from there
 * by the speed. So nothing adds up over hours, and wall clocks that jump change nothing.
 */
export interface Playback {
  readonly state: ReplayState["state"];
  readonly speed: number;
  readonly skipIdle: boolean;
  readonly loop?: Loop | undefined;
  /** The event time at which the clock stood … */
  readonly atMs: number;
  /** … at this moment of the worker's monotonic clock. */
  readonly sinceMs: number;
}

export interface Extent {
  readonly fromMs: number;
  readonly toMs: number;
  readonly isGrowing: boolean;
}

/** Where a replay goes to, other than on. `here`: the same place in a new epoch, so that rows left out are shown. */
export type Move =
  | { readonly type: "seek"; readonly to: ReplaySeek }
  | { readonly type: "step"; readonly step: ReplayStep }
  | { readonly type: "start" }
  | { readonly type: "here" };

/** The event time at which the clock stands. */
export const clockAt = ({ state, speed, atMs, sinceMs }: Playback, nowMs: number): number =>
  state === "playing" ? atMs + (nowMs - sinceMs) * speed : atMs;

/** The same playback with the clock at another place, or with a new anchor where it is. */
export const anchored = (playback: Playback, nowMs: number, atMs = clockAt(playback, nowMs)): Playback => ({
  ...playback,
  atMs,
  sinceMs: nowMs,
});

/** The playback at the newest moment there is: from there on it goes as fast as the broadcast does. */
export const atNewest = (playback: Playback, nowMs: number, atMs: number): Playback => ({
  ...anchored(playback, nowMs, atMs),
  speed: Math.min(1, playback.speed),
});

export const isSampled = ({ speed }: Pick<Playback, "speed">): boolean => speed > ALL_ROWS_SPEED;

/** What a command leads to: the playback from now on, and where to, if it moves the replay. `stop` is not the playback's affair. */
export function afterCommand(playback: Playback, command: ReplayCommand, nowMs: number): { playback: Playback; move?: Move } {
  const here = anchored(playback, nowMs);
  switch (command.action) {
    case "play":
      return playback.state === "finished"
        ? { playback: { ...here, state: "playing" }, move: { type: "start" } }
        : { playback: { ...here, state: "playing" } };
    case "resume":
      return { playback: playback.state === "paused" ? { ...here, state: "playing" } : here };
    case "pause":
      return { playback: playback.state === "playing" ? { ...here, state: "paused" } : here };
    case "speed": {
      const slowed = isSampled(playback) && command.value <= ALL_ROWS_SPEED;
      return { playback: { ...here, speed: command.value }, ...(slowed && { move: { type: "here" } }) };
    }
    case "skipIdle":
      return { playback: { ...here, skipIdle: command.value } };
    case "loop":
      return { playback: { ...here, loop: command.value ?? undefined } };
    case "seek":
      return { playback: moved(here), move: { type: "seek", to: command.value } };
    case "step":
      return { playback: moved(here), move: { type: "step", step: command.value } };
    case "stop":
      return { playback: here };
  }
}

/** What was finished is not, once it is elsewhere: it waits there. */
const moved = (playback: Playback): Playback => (playback.state === "finished" ? { ...playback, state: "paused" } : playback);

/** The moves under way after one more: an absolute one makes those before it void, the others are relative to them. */
export function afterMove(moves: readonly Move[], move: Move): readonly Move[] {
  const isRelative = move.type === "step" || move.type === "here" || (move.type === "seek" && "byMs" in move.to);
  if (!isRelative) return [move];
  // A new epoch comes of the others by itself.
  if (move.type === "here" && moves.length > 0) return moves;
  const last = moves.at(-1);
  if (move.type !== "seek" || !("byMs" in move.to) || last?.type !== "seek" || !("byMs" in last.to)) return [...moves, move];
  return [...moves.slice(0, -1), { type: "seek", to: { byMs: last.to.byMs + move.to.byMs } }];
}

/** What is due now: everything up to a moment; and whether that is where the loop or the recording ends. */
export function dueBy(
  playback: Playback,
  nowMs: number,
  { toMs, isGrowing }: Extent,
): { atMs: number; ends?: "loop" | "end" | "edge" } {
  const atMs = clockAt(playback, nowMs);
  const { loop, state } = playback;
  if (state !== "playing") return { atMs };
  if (loop && loop.toMs <= toMs && atMs >= loop.toMs) return { atMs: Math.max(playback.atMs, loop.toMs), ends: "loop" };
  if (atMs < toMs) return { atMs };
  if (isGrowing) return { atMs: toMs, ends: "edge" };
  return { atMs: toMs, ends: loop ? "loop" : "end" };
}

/** What comes next in a recording, as far as was read. */
export interface Ahead {
  /** The next message, gift, question or follow. */
  readonly livelyMs: number | undefined;
  /** The next event of any kind. */
  readonly eventMs: number | undefined;
  /** No source was open at the place where it stands. */
  readonly isClosed: boolean;
}

/**
 * The playback with idle time passed over: time without a source always, as nobody waits for hours until a creator is back, and time
 * in which only likes and arrivals come if that is asked for.
 */
export function pastIdle(playback: Playback, nowMs: number, { livelyMs, eventMs, isClosed }: Ahead): Playback {
  const untilMs = isClosed ? eventMs : playback.skipIdle ? livelyMs : undefined;
  if (playback.state !== "playing" || untilMs === undefined) return playback;
  const leastMs = isClosed ? IDLE_LEAD_MS : IDLE_MS;
  return untilMs - clockAt(playback, nowMs) > leastMs ? anchored(playback, nowMs, untilMs - IDLE_LEAD_MS) : playback;
}

/** Time until the next step: when the next item is due, but neither too often nor too seldom. */
export function stepDelayMs(playback: Playback, nowMs: number, nextDueMs: number | undefined): number {
  if (playback.state !== "playing" || nextDueMs === undefined) return SECOND_MS;
  const untilDueMs = (nextDueMs - clockAt(playback, nowMs)) / playback.speed;
  return Math.min(SECOND_MS, Math.max(STEP_MS, untilDueMs));
}

/** Whether a replay that plays has come so close to its broadcast's newest moment that the desk may be LIVE again. */
export const hasCaughtUp = (playback: Playback, nowMs: number, { toMs, isGrowing }: Extent): boolean =>
  isGrowing && playback.state === "playing" && playback.speed >= 1 && toMs - clockAt(playback, nowMs) <= CAUGHT_UP_MS;

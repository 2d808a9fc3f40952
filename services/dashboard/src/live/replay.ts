import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand } from "@frontrow/sdk/client";
import type { ReplayLoop, ReplayRequest, ViewedReplay } from "./view-state.ts";

/** Time for which a request stands in for what the server has not said yet. */
const ASKED_MS = 4_000;
/** A replay that is so near to a place that was asked for has come there. */
const NEAR_MS = 2_000;

/** A replay as it is shown: as the server said it last and as time has gone on since, or as somebody here has asked for. */
export interface ShownReplay {
  readonly told: ReplayState;
  readonly state: ReplayState["state"];
  readonly positionMs: number;
  readonly speed: number;
  readonly fromMs: number;
  /** The last moment that can be gone to; of a broadcast that goes on it grows. */
  readonly endMs: number;
  readonly isGrowing: boolean;
  readonly isBehindLive: boolean;
  readonly skipIdle: boolean;
  readonly loop: ReplayLoop | undefined;
  /** The place that was asked for is not shown yet. */
  readonly isSeeking: boolean;
}

/** Where a replay stands at a moment of the server's clock; undefined before the server has said anything of it. */
export function shownReplay({ view, told, toldAtMs, asked }: ViewedReplay, nowMs: number): ShownReplay | undefined {
  if (!told) return undefined;
  const isPlaying = told.state === "playing" && !told.isSeeking;
  const sinceMs = Math.max(0, nowMs - toldAtMs);
  const endMs = told.edgeMs === undefined ? told.toMs : told.edgeMs + sinceMs;
  const goneMs = isPlaying ? sinceMs * (told.trueSpeed ?? told.speed) : 0;
  const positionMs = clamp(told.positionMs + goneMs, told.fromMs, endMs);
  const wanted = asked && nowMs - asked.atMs < ASKED_MS ? asked : undefined;
  return {
    told,
    state: wanted?.state ?? told.state,
    positionMs: wanted?.positionMs === undefined ? positionMs : clamp(wanted.positionMs, told.fromMs, endMs),
    speed: wanted?.speed ?? told.speed,
    fromMs: told.fromMs,
    endMs,
    isGrowing: told.isGrowing,
    isBehindLive: view.isBehindLive ?? false,
    skipIdle: wanted?.skipIdle ?? told.skipIdle,
    loop: wanted?.loop === undefined ? told.loop : (wanted.loop ?? undefined),
    isSeeking: told.isSeeking ?? wanted?.positionMs !== undefined,
  };
}

/** When something is asked or said, by the server's clock, and in which epoch of what is on the screen. */
export interface Screen {
  readonly nowMs: number;
  readonly epoch: number | undefined;
}

/** The replay as somebody here has asked for it: it shows at once, and the server has the last word. */
export function askedOf(replay: ViewedReplay, command: ReplayCommand, { nowMs, epoch }: Screen): ViewedReplay {
  const shown = shownReplay(replay, nowMs);
  const change = shown && changeOf(command, shown);
  if (!change) return replay;
  const inEpoch = change.positionMs === undefined ? {} : { inEpoch: epoch };
  return { ...replay, asked: { ...replay.asked, ...change, ...inEpoch, atMs: nowMs } };
}

function changeOf(command: ReplayCommand, shown: ShownReplay): Omit<ReplayRequest, "atMs" | "inEpoch"> | undefined {
  const { fromMs, endMs, positionMs } = shown;
  switch (command.action) {
    case "play":
    case "resume":
      return { state: "playing" };
    case "pause":
      return { state: "paused" };
    case "speed":
      return { speed: command.value };
    case "skipIdle":
      return { skipIdle: command.value };
    case "loop":
      return { loop: command.value };
    case "seek": {
      const { value } = command;
      if ("atMs" in value) return { positionMs: value.atMs };
      if ("byMs" in value) return { positionMs: clamp(positionMs + value.byMs, fromMs, endMs) };
      return { positionMs: "edge" in value ? endMs : fromMs + ((endMs - fromMs) * value.percent) / 100 };
    }
    case "step":
    case "stop":
      return undefined;
  }
}

/** The replay as the server says it; what it has done of what was asked is asked no more. */
export function toldOf(replay: ViewedReplay, told: ReplayState, screen: Screen): ViewedReplay {
  const { asked } = replay;
  return { ...replay, told, toldAtMs: screen.nowMs, asked: asked && stillAsked(asked, told, screen) };
}

function stillAsked(asked: ReplayRequest, told: ReplayState, { nowMs, epoch }: Screen): ReplayRequest | undefined {
  if (nowMs - asked.atMs >= ASKED_MS || told.code !== undefined) return undefined;
  const { state, positionMs, inEpoch, speed, skipIdle, loop } = asked;
  const isLoop = loop !== undefined && loop?.fromMs === told.loop?.fromMs && loop?.toMs === told.loop?.toMs;
  const isNear = positionMs !== undefined && Math.abs(told.positionMs - positionMs) < NEAR_MS * Math.max(1, told.speed);
  // What is said in the epoch it was asked in is of before, however near: a seek begins another.
  const hasCome = isNear && !told.isSeeking && epoch !== inEpoch;
  return {
    atMs: asked.atMs,
    ...(state !== undefined && state !== told.state ? { state } : {}),
    ...(positionMs !== undefined && !hasCome ? { positionMs, inEpoch } : {}),
    ...(speed !== undefined && speed !== told.speed ? { speed } : {}),
    ...(skipIdle !== undefined && skipIdle !== told.skipIdle ? { skipIdle } : {}),
    ...(loop !== undefined && !isLoop ? { loop } : {}),
  };
}

/** Above it, what happens comes too fast to be announced one by one. */
const MAX_ANNOUNCED_SPEED = 2;

/** Whether what happens is worth a word beside the page: all of it is, unless it is played fast. */
export const announces = (replay: ViewedReplay | undefined): boolean => (replay?.told?.speed ?? 1) <= MAX_ANNOUNCED_SPEED;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

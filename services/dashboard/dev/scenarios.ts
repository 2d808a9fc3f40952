import type { ReplayState } from "@frontrow/protocol/insight";
import type { ClientEvent, SourceStatus } from "@frontrow/sdk/client";
import { createBroadcast, SESSION } from "./broadcast.ts";
import { replayAt } from "./replay.ts";
import type { Room } from "./room.ts";
import { captionAt, roomAt, rowsAt } from "./stage.ts";

/** A state of the page to look at: what the client has told, and what it goes on to tell. */
export interface Scenario {
  readonly past: readonly ClientEvent[];
  /** What is told of the time between two moments, when the scenario goes on. */
  readonly next?: (fromMs: number, toMs: number) => readonly ClientEvent[];
}

const open: readonly ClientEvent[] = [
  { type: "connection", connection: { state: "connecting", attempt: 0 } },
  { type: "connection", connection: { state: "open" } },
  { type: "desk", deskId: "dsk_devfixture", desk: { mode: "LIVE", language: "en", generation: 1 } },
];
const usual: Room = { seed: 7, viewers: 1_340, messagesPerMinute: 85, people: 400, minutes: 42, lostMinutes: [18, 21] };
const huge: Room = { seed: 8, viewers: 284_000, messagesPerMinute: 3_000, people: 5_000, minutes: 75, lostMinutes: [50, 50.4] };
const quiet: Room = { seed: 9, viewers: 3, messagesPerMinute: 0, people: 10, minutes: 1 };

const alice = {
  username: "demo:alice",
  session: SESSION,
  nickname: "Alice 🎨 paints gold",
  title: "Gold leaf, episode 12: the sky",
} as const;
const status = (state: SourceStatus["state"], more: Partial<SourceStatus> = {}): ClientEvent => ({
  type: "status",
  status: { state, username: "demo:alice", ...more },
});
const still = (...past: readonly ClientEvent[]): Scenario => ({ past: [...open, ...past] });

function live(room: Room, nowMs: number): Scenario {
  const broadcast = createBroadcast(room, nowMs);
  const began = status("live", { ...alice, sinceMs: nowMs - room.minutes * 60_000 });
  return { past: [...open, began, ...broadcast.past()], next: broadcast.next };
}
/** The first half of three hours. */
const long: Room = { seed: 11, viewers: 1_340, messagesPerMinute: 85, people: 400, minutes: 90, lostMinutes: [40, 43] };
const modeEvent = ({ isGrowing }: Partial<ReplayState>, nowMs: number): ClientEvent => ({
  type: "mode",
  mode: "REPLAY",
  replay: { session: SESSION, recordingId: `${SESSION}-1`, sinceMs: nowMs, ...(isGrowing ? { isBehindLive: true } : {}) },
});
function replaying(nowMs: number, state: Partial<ReplayState>, room = usual): Scenario {
  const { past, next } = createBroadcast(room, nowMs);
  const told = replayAt(nowMs, room.minutes, state);
  return {
    past: [
      ...open,
      status("live", { ...alice, sinceMs: nowMs - room.minutes * 60_000 }),
      modeEvent(state, nowMs),
      ...past(),
      { type: "insights", session: SESSION, insights: [told] },
    ],
    ...(state.state === "playing" ? { next } : {}),
  };
}
const after = (nowMs: number, ...more: readonly ClientEvent[]): Scenario => ({ past: [...live(usual, nowMs).past, ...more] });

export const scenarios: Readonly<Record<string, (nowMs: number) => Scenario>> = {
  welcome: () => still(),
  refused: () => still({ type: "error", code: "BAD_USERNAME", message: "not a TikTok name: what is this" }),
  connecting: () => still(status("connecting")),
  waiting: () => still(status("offline", { username: "some.one.with.a.long.nam" })),
  limited: (nowMs) =>
    still(status("connecting", { code: "SIGN_RATE_LIMITED", message: "answered 429", retryAtMs: nowMs + 42_000 })),
  notfound: () => still(status("failed", { username: "nobody", code: "CREATOR_UNKNOWN", message: "no such user: nobody" })),
  live: (nowMs) => live(usual, nowMs),
  huge: (nowMs) => live(huge, nowMs),
  zero: (nowMs) => live(quiet, nowMs),
  reconnecting: (nowMs) =>
    after(
      nowMs,
      status("reconnecting", { ...alice, code: "UPSTREAM_DROPPED", message: "closed 1006", retryAtMs: nowMs + 9_000 }),
    ),
  offline: (nowMs) =>
    after(nowMs, { type: "connection", connection: { state: "waiting", attempt: 3, retryAtMs: nowMs + 12_000 } }),
  /** A language model has words for one prompt, and two questions are resolved. */
  model: (nowMs) =>
    after(
      nowMs,
      {
        type: "desk",
        deskId: "dsk_devfixture",
        desk: {
          mode: "LIVE",
          language: "de",
          generation: 1,
          usesModel: true,
          coachLimit: { reason: "guests", retryAtMs: nowMs + 5 * 3_600_000 },
          answers: { qst0: { status: "answered", atMs: nowMs - 9_000 }, qst6: { status: "ignored", atMs: nowMs } },
        },
      },
      {
        type: "promptWorded",
        promptId: "prm1",
        text: "Zwei Neue sind da: begrüße Ana und ZOË und frag, woher sie kommen.",
        language: "de",
      },
    ),
  /** Rows of all kinds, and everything that can stand on a stage. */
  stage: (nowMs) => {
    const { past, next } = live(usual, nowMs);
    const said = (atMs: number): readonly ClientEvent[] => [
      { type: "events", session: SESSION, events: [captionAt(atMs)] },
      { type: "insights", session: SESSION, insights: [roomAt(atMs, nowMs)] },
    ];
    const late = { type: "metrics", startedAtMs: nowMs - 70 * 60_000, visitors: 48_210 } as const;
    return {
      past: [
        ...past,
        { type: "insights", session: SESSION, insights: [late] },
        { type: "events", session: SESSION, events: rowsAt(nowMs) },
        ...said(nowMs),
      ],
      next: (fromMs, toMs) => [...(next?.(fromMs, toMs) ?? []), ...said(toMs)],
    };
  },
  /** The same, standing still, while the host pauses. */
  paused: (nowMs) => {
    const { past } = live(usual, nowMs);
    const paused = { type: "metrics", pausedSinceMs: nowMs - 75_000 } as const;
    return {
      past: [
        ...past,
        { type: "events", session: SESSION, events: rowsAt(nowMs) },
        { type: "insights", session: SESSION, insights: [paused, roomAt(nowMs, nowMs)] },
      ],
    };
  },
  /** A recording that plays, fast, and leaves rows out. */
  replay: (nowMs) => replaying(nowMs, { state: "playing", speed: 1 }),
  /** The middle of three hours; `lanes=zero` and `lanes=busy` in the address make it empty or crowded. */
  long: (nowMs) =>
    replaying(
      nowMs,
      { state: "playing", loop: { fromMs: nowMs - 30 * 60_000, toMs: nowMs - 18 * 60_000 }, skipIdle: true },
      long,
    ),
  longlive: (nowMs) => live(long, nowMs),
  hundred: (nowMs) => replaying(nowMs, { state: "playing", speed: 100, rows: "sampled", leftOut: { chat: 1_204 } }, long),
  fast: (nowMs) =>
    replaying(nowMs, { state: "playing", speed: 32, rows: "sampled", leftOut: { chat: 1_204, like: 38_112, member: 3_310 } }),
  replaypaused: (nowMs) => replaying(nowMs, { state: "paused", loop: { fromMs: nowMs - 9 * 60_000, toMs: nowMs - 6 * 60_000 } }),
  finished: (nowMs) => replaying(nowMs, { state: "finished", toMs: nowMs }),
  behind: (nowMs) => replaying(nowMs, { state: "playing", isGrowing: true, edgeMs: nowMs + 133_000, toMs: nowMs + 133_000 }),
  unavailable: (nowMs) => replaying(nowMs, { state: "paused", code: "RECORDING_UNAVAILABLE", message: "connect ECONNREFUSED" }),
  opening: (nowMs) => ({ past: [...live(usual, nowMs).past, modeEvent({}, nowMs)] }),
  ended: (nowMs) => after(nowMs, status("ended", alice)),
};

import type { SessionId } from "@frontrow/protocol/ids";
import type { ReplayState } from "@frontrow/protocol/insight";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import { recordingIdOf } from "@frontrow/protocol/recording-id";
import type { ClientEvent } from "@frontrow/sdk/client";
import { shownReplay } from "../src/live/replay.ts";
import type { ViewedReplay, ViewState } from "../src/live/view-state.ts";
import { SESSION } from "./broadcast.ts";

const alice = { handle: "demo:alice", roomId: "7", nickname: "Alice 🎨 paints gold", title: "Gold leaf, episode 12: the sky" };

/** Where a made-up replay stands that has come to `nowMs` of a broadcast of which as much again follows. */
export const replayAt = (nowMs: number, minutes: number, state: Partial<ReplayState>): ReplayState => ({
  type: "replayState",
  atMs: nowMs,
  recordingId: `${SESSION}-1`,
  broadcast: alice,
  state: "playing",
  positionMs: nowMs,
  item: 4_000,
  speed: 1,
  fromMs: nowMs - minutes * 60_000,
  toMs: nowMs + minutes * 60_000,
  isGrowing: false,
  rows: "all",
  skipIdle: false,
  ...state,
});

/** What a server would say to a replay as it was asked for. */
export function replayTold(replay: ViewedReplay, nowMs: number): readonly ClientEvent[] {
  const shown = shownReplay(replay, nowMs);
  if (!shown) return [];
  const { loop: _loop, ...rest } = shown.told;
  const { state, positionMs, speed, skipIdle, loop } = shown;
  const told = { ...rest, state, positionMs, speed, skipIdle, ...(loop ? { loop } : {}) };
  return [{ type: "insights", session: SESSION, insights: [told] }];
}

/** The recording of what is on the screen. */
export function shownRecording({ replay, source: { status } }: ViewState): RecordingSummary | undefined {
  const made = { broadcast: alice, items: 8_000 };
  if (replay?.told) {
    const { fromMs, toMs, edgeMs, isGrowing } = replay.told;
    return { ...made, recordingId: replay.view.recordingId, fromMs, toMs: edgeMs ?? toMs, isGrowing, bookmarks: 3 };
  }
  if (!status.session || !status.sinceMs) return undefined;
  const recordingId = recordingIdOf(status.session as SessionId, status.sinceMs);
  return { ...made, recordingId, fromMs: status.sinceMs, toMs: Date.now() - 20_000, isGrowing: true };
}

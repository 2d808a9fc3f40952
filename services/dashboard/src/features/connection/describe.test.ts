import type { ReplayState } from "@frontrow/protocol/insight";
import type { ConnectionState, SourceStatus } from "@frontrow/sdk/client";
import { expect, describe as group, it } from "vitest";
import { replayState } from "../../live/samples.ts";
import { emptyBroadcast, initialState, type ViewedReplay, type ViewState } from "../../live/view-state.ts";
import { describe } from "./describe.ts";
import { factsOf, hasTrouble } from "./facts.ts";
import { refusalOf, sentenceOf, waitOf } from "./sentence.ts";

const NOW = 1_800_000_000_000;

function viewOf(status: SourceStatus, connection: ConnectionState = { state: "open" }, lastOpenMs?: number): ViewState {
  const state = initialState(NOW);
  return { ...state, link: { connection, sinceMs: NOW, lastOpenMs }, source: { ...state.source, status } };
}
const shown = (view: ViewState) => {
  const { word, detail } = describe(view, NOW);
  return detail ? `${word} ${detail}` : word;
};

group("the state of the source", () => {
  it("says how long it has been live", () => {
    expect(shown(viewOf({ state: "live", username: "alice", sinceMs: NOW - 4_360_000 }))).toBe("LIVE 01:12:40");
  });
  it("says how long the broadcast lasts, where TikTok tells when it began", () => {
    const broadcast = { ...emptyBroadcast("ses_1"), metrics: { sinceMs: NOW - 60_000, startedAtMs: NOW - 3_600_000 } };
    expect(shown({ ...viewOf({ state: "live", username: "alice" }), broadcast })).toBe("LIVE 01:00:00");
    const unknown = { ...broadcast, metrics: { sinceMs: NOW - 60_000, startedAtMs: 0 } };
    expect(shown({ ...viewOf({ state: "live", username: "alice" }), broadcast: unknown })).toBe("LIVE 00:01:00");
  });
  it("says that the host pauses, and for how long, in a shape of its own", () => {
    const broadcast = { ...emptyBroadcast("ses_1"), pausedSinceMs: NOW - 75_000 };
    const view = { ...viewOf({ state: "live", username: "alice" }), broadcast };
    expect(shown(view)).toBe("PAUSED 00:01:15");
    expect(describe(view, NOW)).toMatchObject({ shape: "bars", tone: "watch" });
    expect(sentenceOf(view)).toMatch(/^@alice paused the broadcast at \d\d:\d\d\. We go on when they do\.$/);
  });
  it("names whom it waits for", () => {
    expect(shown(viewOf({ state: "offline", username: "alice" }))).toBe("WAITING for @alice");
  });
  it("counts down to the next try, and stops at nothing", () => {
    expect(shown(viewOf({ state: "reconnecting", username: "alice", retryAtMs: NOW + 3_200 }))).toBe("RECONNECTING in 4 s");
    expect(shown(viewOf({ state: "reconnecting", username: "alice", retryAtMs: NOW - 1 }))).toBe("RECONNECTING");
    expect(shown(viewOf({ state: "connecting", username: "alice", retryAtMs: NOW + 600_000 }))).toBe("CONNECTING in 10 min");
    expect(shown(viewOf({ state: "connecting", username: "alice", retryAtMs: NOW + 7 * 3_600_000 }))).toBe("CONNECTING in 7 h");
  });
  it("tells an unknown name from another failure", () => {
    expect(shown(viewOf({ state: "failed", username: "nobody", code: "CREATOR_UNKNOWN" }))).toBe("NOT FOUND");
    expect(shown(viewOf({ state: "failed", username: "alice", code: "INTERNAL" }))).toBe("STOPPED");
  });
  it("has a shape of its own for each tone that is not well", () => {
    const ended = describe(viewOf({ state: "ended", username: "alice" }), NOW);
    expect([ended.word, ended.shape, ended.tone]).toEqual(["ENDED", "square", "neutral"]);
  });
});

group("a replay", () => {
  const viewed = (state: Partial<ReplayState> | undefined, more: Partial<ViewedReplay["view"]> = {}): ViewState => ({
    ...viewOf({ state: "live", username: "bob", sinceMs: NOW }),
    replay: {
      view: { session: "ses_r", recordingId: "ses_a-1", sinceMs: NOW, ...more },
      told: state && replayState(state),
      toldAtMs: NOW,
      asked: undefined,
    },
  });
  const behind = { isGrowing: true, edgeMs: 433_000 };
  it.each<[string, string, Partial<ReplayState> | undefined, Partial<ViewedReplay["view"]>]>([
    ["REPLAY opening", "arrows", undefined, {}],
    ["REPLAY 2×", "triangle", { speed: 2 }, {}],
    ["REPLAY 0.25×", "triangle", { speed: 0.25, ...behind }, {}],
    ["REPLAY paused", "bars", { state: "paused" }, {}],
    ["REPLAY at the end", "square", { state: "finished" }, {}],
    ["REPLAY seeking", "arrows", { isSeeking: true }, {}],
    ["REPLAY has trouble", "cross", { code: "RECORDING_UNAVAILABLE" }, {}],
    ["BEHIND LIVE −02:13", "rewind", behind, { isBehindLive: true }],
    ["BEHIND LIVE −02:13", "bars", { ...behind, state: "paused" }, { isBehindLive: true }],
    ["BEHIND LIVE −01:02:13", "rewind", { ...behind, edgeMs: 4_033_000 }, { isBehindLive: true }],
    ["BEHIND LIVE at the end", "square", { state: "finished" }, { isBehindLive: true }],
  ])("is %s, in the shape of a %s", (text, shape, state, more) => {
    const view = viewed(state, more);
    expect([shown(view), describe(view, NOW).shape]).toEqual([text, shape]);
  });
  it("falls further behind while it is paused", () => {
    const view = viewed({ ...behind, state: "paused" }, { isBehindLive: true });
    expect(describe(view, NOW + 60_000).detail).toBe("−03:13");
  });
  it.each<[RegExp, Partial<ReplayState> | undefined, Partial<ViewedReplay["view"]>]>([
    [/^Opening/, undefined, {}],
    [/^Recorded on .* 1970.*Only this desk sees this replay\.$/, {}, {}],
    [/The broadcast goes on\.$/, { isGrowing: true }, {}],
    [/from today's formulas\.$/, { byTodaysFormulas: true }, {}],
    [/does not answer\. We keep trying\.$/, { code: "RECORDING_UNAVAILABLE" }, {}],
    [/^@alice goes on live meanwhile\.$/, behind, { isBehindLive: true }],
    [/^The broadcast of @alice has ended meanwhile\. It plays to its end\.$/, {}, { isBehindLive: true }],
  ])("says %s", (sentence, state, more) => {
    expect(sentenceOf(viewed(state, more))).toMatch(sentence);
  });
  it("that is refused says why, with the code in the details", () => {
    const view = {
      ...viewOf({ state: "live", username: "bob" }),
      replayRefusal: { code: "NOTHING_TO_REPLAY", message: "no", atMs: NOW } as const,
    };
    expect(sentenceOf(view)).toMatch(/^There is nothing to replay yet/);
    expect(Object.fromEntries(factsOf(view))).toMatchObject({ Code: "NOTHING_TO_REPLAY", Message: "no" });
    expect([hasTrouble(view), hasTrouble(viewed({})), hasTrouble(viewed({ code: "RECORDING_DAMAGED" }))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

group("the end", () => {
  const over = { ...emptyBroadcast("ses_1"), isOver: true, metrics: { atMs: NOW } };
  it("is said while the next broadcast is waited for", () => {
    const state = { ...viewOf({ state: "offline", username: "alice" }), broadcast: over };
    expect(shown(state)).toBe("ENDED waiting for @alice");
    expect(sentenceOf(state)).toMatch(
      /^The broadcast ended at \d\d:\d\d\. When @alice goes live again, we start by ourselves\.$/,
    );
  });
});

group("the link to Frontrow", () => {
  it("comes before the source, whose state is then hearsay", () => {
    const waiting: ConnectionState = { state: "waiting", attempt: 2, retryAtMs: NOW + 2_000 };
    expect(shown(viewOf({ state: "live", username: "alice" }, waiting, NOW - 1_000))).toBe("OFFLINE again in 2 s");
    expect(shown(viewOf({ state: "live", username: "alice" }, { state: "closed", code: 4008 }, NOW))).toBe("DISCONNECTED");
  });
  it("is not called offline before it was ever there", () => {
    expect(shown(viewOf({ state: "none" }, { state: "connecting", attempt: 0 }))).toBe("CONNECTING");
  });
});

group("the sentence", () => {
  it("promises to start by itself", () => {
    expect(sentenceOf(viewOf({ state: "offline", username: "alice" }))).toBe(
      "@alice is not live yet. We will start by ourselves.",
    );
  });
  it("says since when totals are counted, and when the broadcast began", () => {
    const counted = (startedAtMs: number) =>
      sentenceOf({
        ...viewOf({ state: "live", username: "alice" }),
        broadcast: { ...emptyBroadcast("ses_1"), metrics: { sinceMs: NOW, startedAtMs } },
      });
    expect(counted(NOW - 61_000)).toMatch(/^Counted since \d\d:\d\d; the broadcast began at \d\d:\d\d\.$/);
    expect(counted(NOW - 59_000)).toMatch(/^Counted from the beginning, \d\d:\d\d\.$/);
    expect(counted(0)).toMatch(/^Counted since \d\d:\d\d\.$/);
  });
  it("says that the creator has another name now, while they are watched under the old one", () => {
    const renamed = { username: "alice", renamedTo: "alice.live" } as const;
    const view = viewOf({ state: "offline", ...renamed });
    expect(sentenceOf(view)).toBe("@alice is now @alice.live. @alice is not live yet. We will start by ourselves.");
    expect(sentenceOf(viewOf({ state: "live", ...renamed }))).toMatch(/^@alice is now @alice\.live\. Watching since/);
    expect(sentenceOf(viewOf({ state: "reconnecting", ...renamed }))).toContain("@alice is now @alice.live.");
    expect(sentenceOf(viewOf({ state: "live", ...renamed }, { state: "closed", code: 4008 }, NOW))).not.toContain("alice.live");
  });
  it("explains a limit without codes", () => {
    const sentence = sentenceOf(viewOf({ state: "connecting", username: "alice", code: "SIGN_RATE_LIMITED" }));
    expect(sentence).toContain("its limit, not Frontrow's");
    expect(sentence).not.toMatch(/[A-Z]_[A-Z]|!/);
  });
});

group("a page that was never let in", () => {
  const refused = (connection: ConnectionState) => sentenceOf(viewOf({ state: "none" }, connection));
  it("says so from the first refusal on, whether it waits or tries, and what may help", () => {
    const sentence = refused({ state: "waiting", attempt: 1, retryAtMs: NOW + 2_000 });
    expect(sentence).toContain("too many pages open");
    expect(refused({ state: "connecting", attempt: 1 })).toBe(sentence);
    expect(refused({ state: "connecting", attempt: 0 })).not.toBe(sentence);
  });
});

group("a limit", () => {
  it("is told as a sentence with the time until one may go on, not as an error", () => {
    expect(refusalOf("RATE_LIMITED")).toBe("That was more than may be asked for at once.");
    expect([42_000, 400, 0, -5_000, 540_000].map(waitOf)).toEqual([
      "You can go on in 42 s.",
      "You can go on in 1 s.",
      "You can try again now.",
      "You can try again now.",
      "You can go on in 9 min.",
    ]);
  });
});

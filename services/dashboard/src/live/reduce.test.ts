import type { ReplayState } from "@frontrow/protocol/insight";
import type { ClientEvent, SourceStatus } from "@frontrow/sdk/client";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { type Input, reduce, reduceAll } from "./reduce.ts";
import { chat, gift, replayState } from "./samples.ts";
import { emptyBroadcast, initialState, type ViewState } from "./view-state.ts";

const NOW = 1_800_000_000_000;
const told = (event: ClientEvent, nowMs = NOW): Input => ({ type: "client", event, nowMs });
const status = (state: SourceStatus["state"], username = "alice"): ClientEvent => ({
  type: "status",
  status: { state, username },
});
const snapshot = (session: string, ...ids: string[]): ClientEvent => ({
  type: "snapshot",
  session,
  epoch: 1,
  events: ids.map((id) => chat(id)),
});
const events = (session: string, ...ids: string[]): ClientEvent => ({
  type: "events",
  session,
  events: ids.map((id) => chat(id)),
});
const metrics = (session: string, values: object): ClientEvent => ({
  type: "insights",
  session,
  insights: [{ type: "metrics", ...values }],
});
const open: ClientEvent = { type: "connection", connection: { state: "open" } };
const view = (...told_: readonly ClientEvent[]): ViewState =>
  reduceAll(
    initialState(NOW),
    told_.map((event) => told(event)),
  );
const shown = (state: ViewState) => state.broadcast?.chat.rows.map((row) => row.id);
const kinds = (state: ViewState) => state.notices.map((notice) => notice.happening.kind);

describe("the broadcast on the screen", () => {
  it("begins with a snapshot and goes on with events", () => {
    expect(shown(view(status("live"), snapshot("ses_a", "1", "2"), events("ses_a", "3")))).toEqual(["1", "2", "3"]);
  });
  it("takes nothing of another session", () => {
    const state = view(snapshot("ses_a", "1"), events("ses_b", "2"), metrics("ses_b", { viewers: 9 }));
    expect(shown(state)).toEqual(["1"]);
    expect(state.broadcast?.metrics).toEqual({});
  });
  it("shows nothing of the old one after a switch", () => {
    const old = view(snapshot("ses_a", "1"), metrics("ses_a", { viewers: 9, atMs: NOW }));
    const state = reduceAll(old, [told({ type: "cleared" }), told(snapshot("ses_b"))]);
    expect(state.broadcast).toMatchObject({ session: "ses_b", metrics: {}, isReady: false });
    expect(state.broadcast?.series.points).toEqual([]);
  });
  it("is the same whether events come one by one or in a heap", () => {
    const stream = [snapshot("ses_a", "1"), events("ses_a", "2"), events("ses_a", "2", "3"), metrics("ses_a", { chats: 3 })];
    const inputs = stream.map((event) => told(event));
    expect(reduceAll(initialState(NOW), inputs)).toEqual(inputs.reduce(reduce, initialState(NOW)));
  });
});

describe("a reconnect", () => {
  it("replaces the rows when the server starts from a snapshot, so that none is doubled", () => {
    expect(shown(view(snapshot("ses_a", "1", "2"), snapshot("ses_a", "2", "3"), events("ses_a", "4")))).toEqual(["2", "3", "4"]);
  });
  it("keeps the curves of the same session, and shades what the page has missed", () => {
    const state = view(
      snapshot("ses_a"),
      metrics("ses_a", { viewers: 5, atMs: NOW }),
      snapshot("ses_a"),
      metrics("ses_a", { viewers: 7, atMs: NOW + 60_000 }),
    );
    expect(state.broadcast?.series.gaps).toEqual([{ fromMs: NOW, toMs: NOW + 60_000, reason: "offline" }]);
    expect(state.broadcast?.series.points).toHaveLength(2);
  });
  it("goes on with the curves of the page before a reload, of the same session only", () => {
    const series = { points: [{ atMs: NOW, viewers: 4 }], gaps: [] };
    const reloaded = (session: string) =>
      reduceAll(initialState(NOW, { session: "ses_a", epoch: 1, series }), [
        told(snapshot(session)),
        told(metrics(session, { viewers: 5, atMs: NOW + 60_000 })),
      ]).broadcast?.series;
    expect(reloaded("ses_a")?.points.map((point) => point.viewers)).toEqual([4, 5]);
    expect(reloaded("ses_a")?.gaps).toMatchObject([{ reason: "offline" }]);
    expect(reloaded("ses_b")?.points).toHaveLength(1);
  });
  it("is told once, as one story", () => {
    const lost: ClientEvent = { type: "connection", connection: { state: "waiting", attempt: 1, retryAtMs: NOW } };
    expect(kinds(view(open))).toEqual([]);
    expect(kinds(view(open, lost))).toEqual(["linkLost"]);
    expect(kinds(view(open, lost, open))).toEqual(["linkBack"]);
  });
});

describe("what happened", () => {
  it("is said when somebody who was waited for goes live, not when they were live already", () => {
    expect(kinds(view(status("offline"), status("connecting"), status("live")))).toEqual(["wentLive"]);
    expect(kinds(view(status("connecting"), status("live")))).toEqual([]);
  });
  it("is not said of a creator who was not watched before", () => {
    expect(kinds(view(status("live", "bob"), status("ended", "alice")))).toEqual([]);
  });
  it("tells of a lost source and of its return", () => {
    expect(kinds(view(status("live"), status("reconnecting")))).toEqual(["sourceLost"]);
    expect(kinds(view(status("live"), status("reconnecting"), status("live")))).toEqual(["sourceBack"]);
  });
  it("tells of a raid when it is news, not when it is how things stand", () => {
    const raid = { type: "moment", id: "r1", kind: "raid", atMs: NOW, params: {} } as const;
    const insights = { type: "insights", session: "ses_a", insights: [raid] } as const;
    expect(kinds(view(snapshot("ses_a"), { ...insights, isStanding: true }))).toEqual([]);
    expect(kinds(view(snapshot("ses_a"), insights))).toEqual(["moments"]);
    expect(kinds(view(snapshot("ses_a"), { ...insights, isStanding: true }, insights))).toEqual([]);
  });
  it("tells of a big gift once, when its streak ends, and not of history", () => {
    const big = (more = {}) => gift("s1", 2, { diamondsEach: 1_000, ...more });
    const giving = (...gifts: ReturnType<typeof gift>[]): ClientEvent => ({ type: "events", session: "ses_a", events: gifts });
    const begun = [snapshot("ses_a"), giving(big({ streakOpen: true }))];
    expect(kinds(view(...begun))).toEqual([]);
    const ended = view(...begun, giving(big()));
    expect(kinds(ended)).toEqual(["bigGifts"]);
    expect(kinds(reduceAll({ ...ended, notices: [] }, [told(giving(big()))]))).toEqual([]);
    expect(kinds(view(snapshot("ses_a"), giving(big({ late: true }))))).toEqual([]);
  });
});

describe("a name", () => {
  it("is asked for until there is an answer", () => {
    const asked = reduce(view(open), { type: "watch", username: "alice" });
    expect(asked.requested).toBe("alice");
    expect(reduce(asked, told(status("connecting"))).requested).toBeUndefined();
  });

  it("that is refused by a limit says when to go on", () => {
    const state = reduce(view(open), told({ type: "error", code: "RATE_LIMITED", message: "later", retryAtMs: 5_000 }));
    expect(state.refusal).toEqual({ code: "RATE_LIMITED", message: "later", retryAtMs: 5_000 });
  });

  it("that is refused says why, and leaves the screen as it was", () => {
    const before = view(snapshot("ses_a", "1"));
    const state = reduce(before, told({ type: "error", code: "BAD_USERNAME", message: "no" }));
    expect(state.refusal).toEqual({ code: "BAD_USERNAME", message: "no" });
    expect(state.broadcast).toBe(before.broadcast);
    expect(reduce(state, { type: "watch", username: "bob" }).refusal).toBeUndefined();
  });
});

describe("the end", () => {
  it("stays the end while the next broadcast is looked for", () => {
    const over = view(status("live"), snapshot("ses_a"), status("ended"), status("offline"), status("connecting"));
    expect(over.broadcast?.isOver).toBe(true);
    expect(reduce(over, told(status("live"))).broadcast?.isOver).toBe(false);
  });
  it("is known to a page that was loaded after it", () => {
    expect(view(status("ended"), snapshot("ses_a")).broadcast?.isOver).toBe(true);
  });
});

describe("the desk", () => {
  const desk = { mode: "LIVE", language: "en", generation: 1 } as const;
  it("is known once it was told, and is as it was told last", () => {
    const answers = { q1: { status: "answered", atMs: NOW } } as const;
    expect(view(open).desk).toBeUndefined();
    expect(
      view({ type: "desk", deskId: "dsk_a", desk }, { type: "desk", deskId: "dsk_a", desk: { ...desk, answers } }).desk?.answers,
    ).toEqual(answers);
  });
  it("words prompts of the broadcast on the screen", () => {
    const worded = { type: "promptWorded", promptId: "p1", text: "hallo", language: "de" } as const;
    const state = reduce(view(snapshot("ses_a")), { type: "client", event: worded, nowMs: NOW });
    expect(state.broadcast?.wordings).toEqual([{ promptId: "p1", text: "hallo", language: "de" }]);
    expect(reduce(view(open), { type: "client", event: worded, nowMs: NOW }).broadcast).toBeUndefined();
  });
});

describe("a replay", () => {
  const SESSION = "ses_r";
  const replayMode: ClientEvent = {
    type: "mode",
    mode: "REPLAY",
    replay: { session: SESSION, recordingId: "ses_a-1", sinceMs: NOW },
  };
  const place = (positionMs: number, more: Partial<ReplayState> = {}): ClientEvent => ({
    type: "insights",
    session: SESSION,
    insights: [replayState({ positionMs, ...more })],
  });
  const shot = (epoch: number, ...ids: string[]): ClientEvent => ({
    ...snapshotOf(SESSION, epoch),
    events: ids.map((id) => chat(id)),
  });
  const snapshotOf = (session: string, epoch: number) => ({ type: "snapshot", session, epoch, events: [] }) as const;

  it("shows nothing of what was on the screen before, and goes on whatever the source does", () => {
    const live = view(status("live"), snapshot("ses_a", "1"), metrics("ses_a", { viewers: 5, atMs: NOW }));
    const opened = reduce(live, told(replayMode));
    expect(opened.broadcast).toBeUndefined();
    const state = reduceAll(opened, [told(events("ses_a", "2")), told(shot(1, "old")), told(status("ended"))]);
    expect(shown(state)).toEqual(["old"]);
    expect(state.broadcast).toMatchObject({ metrics: {}, isOver: false });
    const back = reduceAll(state, [told({ type: "mode", mode: "LIVE" }), told(snapshot("ses_a", "3"))]);
    expect([shown(back), back.replay, back.broadcast?.isOver]).toEqual([["3"], undefined, true]);
  });

  it("leaks nothing of a later moment after a seek back", () => {
    const user = userNamed("ana");
    const spike = { type: "spike", id: "s1", kind: "spike", atMs: NOW, params: {}, lanes: [] } as never;
    const later = view(replayMode, shot(1, "late"), place(NOW), {
      type: "insights",
      session: SESSION,
      insights: [
        { type: "metrics", viewers: 9, viewersPeak: 9, questions: 3, atMs: NOW },
        { type: "leaderboard", atMs: NOW, gifters: [{ user, diamonds: 5, gifts: 1 }] },
        { type: "conversation", atMs: NOW } as never,
        { type: "questionDetected", id: "q1", eventId: "late", text: "why?", priority: 3, atMs: NOW } as never,
        { type: "automatedPrompt", id: "p1", untilMs: NOW + 60_000, atMs: NOW } as never,
        spike,
      ],
    });
    const giving = reduce(later, told({ type: "events", session: SESSION, events: [gift("s1", 2, { diamondsEach: 1_000 })] }));
    expect(giving.notices.map(({ happening }) => happening.kind).toSorted()).toEqual(["bigGifts", "moments"]);
    expect(giving.broadcast).toMatchObject({ questions: [{ id: "q1" }], prompts: [{ id: "p1" }], moments: [{ id: "s1" }] });

    const back = reduceAll(giving, [
      told(shot(2, "early")),
      told(metrics(SESSION, { viewers: 2, viewersPeak: 2, atMs: 60_000 })),
    ]);
    expect(shown(back)).toEqual(["early"]);
    expect(back.notices).toEqual([]);
    expect(back.broadcast).toMatchObject({
      ...emptyBroadcast(SESSION, 2),
      chat: back.broadcast?.chat,
      metrics: { viewers: 2, viewersPeak: 2, atMs: 60_000 },
      isReady: true,
      series: { points: [{ atMs: 60_000, viewers: 2 }], gaps: [] },
    });
  });

  it("keeps what it has on a snapshot of the same epoch", () => {
    const state = view(
      replayMode,
      shot(2, "a"),
      metrics(SESSION, { viewers: 2, viewersPeak: 2, atMs: 60_000 }),
      shot(2, "a", "b"),
    );
    expect(state.broadcast?.series.points).toHaveLength(1);
    expect(shown(state)).toEqual(["a", "b"]);
  });

  it("says what the connections do, and what happens live, across a seek", () => {
    const moment = { type: "moment", id: "m1", kind: "raid", atMs: NOW, params: {} } as const;
    const alert: ClientEvent = { type: "liveAlert", session: "ses_a", username: "alice", moment };
    const state = view(status("live"), replayMode, shot(1), status("reconnecting"), alert, shot(2));
    expect(kinds(state)).toEqual(["sourceLost", "meanwhile"]);
  });

  it("stays when the creator goes live or ends, which is said beside it", () => {
    const state = view(status("offline"), replayMode, shot(1, "old"), status("connecting"), status("live"));
    expect(state.notices.map(({ happening }) => happening)).toEqual([{ kind: "wentLive", username: "alice", isAside: true }]);
    expect(shown(state)).toEqual(["old"]);
    expect(reduce(state, told(status("ended"))).notices.at(-1)?.happening).toMatchObject({ kind: "ended", isAside: true });
  });

  it.each([
    [1, ["moments"]],
    [2, ["moments"]],
    [4, []],
  ])("at %i × announces %j", (speed, announced) => {
    const raid: ClientEvent = {
      type: "insights",
      session: SESSION,
      insights: [{ type: "moment", id: "r1", kind: "raid", atMs: NOW, params: {} }],
    };
    expect(kinds(view(replayMode, shot(1), place(NOW, { speed }), raid))).toEqual(announced);
  });

  it("is over at the end of what is complete, until it goes elsewhere", () => {
    const ended = view(replayMode, shot(1), place(NOW, { state: "finished" }));
    expect(ended.broadcast?.isOver).toBe(true);
    expect(reduceAll(ended, [told(shot(2)), told(place(NOW - 60_000))]).broadcast?.isOver).toBe(false);
    expect(view(replayMode, shot(1), place(NOW, { state: "finished", isGrowing: true })).broadcast?.isOver).toBe(false);
  });

  it("that is refused says why where replays are, until something else is asked", () => {
    const refused = view({ type: "error", code: "RECORDING_NOT_FOUND", message: "gone" });
    expect(refused).toMatchObject({ refusal: undefined, replayRefusal: { code: "RECORDING_NOT_FOUND" } });
    expect(reduce(refused, { type: "replayAsked", nowMs: NOW }).replayRefusal).toBeUndefined();
    expect(reduce(refused, told(replayMode)).replayRefusal).toBeUndefined();
    const later = (afterMs: number) =>
      reduceAll(refused, [told(snapshot("ses_a")), told(metrics("ses_a", { chats: 1 }), NOW + afterMs)]).replayRefusal;
    expect([later(14_999)?.code, later(15_000)]).toEqual(["RECORDING_NOT_FOUND", undefined]);
  });

  it("moves with the clock of the server", () => {
    const state = view(replayMode, shot(1), place(NOW), { type: "clock", offsetMs: 5_000 });
    expect(state.replay?.toldAtMs).toBe(NOW + 5_000);
  });
});

import { type Cursor, encodeCursor } from "@frontrow/protocol/cursor";
import type { DeskState } from "@frontrow/protocol/desk";
import type { SessionId } from "@frontrow/protocol/ids";
import { beforeEach, describe, expect, it } from "vitest";
import type { LogPosition } from "./cursor.ts";
import type { Frame } from "./frames.ts";
import { Subscription } from "./subscription.ts";
import type { ClientEvent } from "./types.ts";

const [SESSION, OTHER, DESK] = ["ses_aaaaaaaa", "ses_bbbbbbbb", "dsk_aaaaaaaa"] as const;
const idle: DeskState = { mode: "LIVE", language: "en", generation: 0 };
const watching: DeskState = { ...idle, creatorId: "cr_alice", handle: "alice", generation: 3 };
const place = (id: string, log: string = SESSION, epoch = 1): LogPosition => ({
  log: log as SessionId,
  epoch,
  id,
  stamp: `s${id}`,
});
const chat = (id: string) => ({ type: "chat", id }) as never;
const metrics = (values: object) => ({ type: "metrics", ...values }) as never;
const message = (type: string, data: object = {}, cursor?: Cursor): Frame => ({
  kind: "message",
  message: { type, data, ...(cursor ? { pos: encodeCursor(cursor) } : {}) } as never,
});
const events = (at: LogPosition, ...items: never[]): Frame => ({ kind: "events", at, items });
const insights = (at: LogPosition, ...items: never[]): Frame => ({ kind: "insights", at, items });
const facts = (id: string, ...items: object[]): Frame => ({ kind: "desk", at: place(id, DESK), items: items as never });
const history = (id: string, session: string = SESSION, epoch = 1) =>
  message(
    "history",
    { session, epoch, items: [{ type: "chat", id: "old" }] },
    { desk: place("1-0", DESK), session: place(id, session, epoch) },
  );
const connected = message("connected", { username: "alice", session: SESSION, epoch: 1, roomId: "7" });
const watched = (handle: string, generation: number) => ({
  type: "watched",
  atMs: 1,
  creatorId: `cr_${handle}`,
  handle,
  generation,
});

describe("the subscription", () => {
  let emitted: ClientEvent[];
  let subscription: Subscription;
  const receive = (...frames: Frame[]) => {
    emitted.length = 0;
    for (const frame of frames) subscription.receive(frame);
    return [...emitted];
  };
  const kinds = (...frames: Frame[]) => receive(...frames).map(({ type }) => type);

  beforeEach(() => {
    emitted = [];
    subscription = new Subscription((event) => emitted.push(event));
    subscription.joinDesk(DESK, watching);
  });

  describe("to a desk", () => {
    it("knows none before it has joined one", () => {
      const fresh = new Subscription((event) => emitted.push(event));
      expect([fresh.desk, fresh.status, fresh.cursor]).toEqual([undefined, { state: "none" }, {}]);
    });

    it("begins with whom it watches, if anybody", () => {
      expect(emitted).toEqual([
        { type: "status", status: { state: "unknown", username: "alice" } },
        { type: "desk", deskId: DESK, desk: watching },
      ]);
      emitted.length = 0;
      subscription.joinDesk("dsk_bbbbbbbb", idle);
      expect(emitted).toEqual([
        { type: "status", status: { state: "none" } },
        { type: "desk", deskId: "dsk_bbbbbbbb", desk: idle },
      ]);
      expect(subscription.desk).toEqual({ deskId: "dsk_bbbbbbbb", ...idle });
    });

    it("keeps what is on view when it joins the same one again", () => {
      receive(connected, history("5-0"));
      const { cursor } = subscription;
      emitted.length = 0;
      subscription.joinDesk(DESK, watching);
      expect(emitted).toEqual([]);
      expect(subscription.cursor).toBe(cursor);
      expect(subscription.status).toMatchObject({ state: "live" });
      expect(kinds(events(place("6-0"), chat("a")))).toEqual(["events"]);
    });

    it("forgets everything of the one before, also when the new one is in the same state", () => {
      receive(connected, history("5-0"));
      emitted.length = 0;
      subscription.joinDesk("dsk_bbbbbbbb", watching);
      expect(emitted.map(({ type }) => type)).toEqual(["cleared", "status", "desk"]);
      expect(subscription.cursor).toEqual({});
      expect(kinds(events(place("6-0"), chat("a")))).toEqual([]);
    });

    it("takes each fact of its log once, and goes on after the last", () => {
      const french = { type: "languageSet", atMs: 1, language: "fr" };
      expect(receive(facts("2-0", french))).toEqual([{ type: "desk", deskId: DESK, desk: { ...watching, language: "fr" } }]);
      receive(facts("3-0", { ...french, language: "de" }));
      expect(receive(facts("2-0", french), facts("3-0", french))).toEqual([]);
      expect(subscription.desk?.language).toBe("de");
      expect(subscription.cursor).toEqual({ desk: place("3-0", DESK) });
    });

    it("keeps the position in the session's log while it goes on in the desk's, and the other way round", () => {
      receive(history("5-0"), events(place("6-0"), chat("a")), facts("2-0", { type: "opened", atMs: 1 }));
      expect(subscription.cursor).toEqual({ desk: place("2-0", DESK), session: place("6-0") });
      receive(message("lagging", { folded: 1 }, { desk: place("4-0", DESK) }));
      expect(subscription.cursor).toEqual({ desk: place("4-0", DESK), session: place("6-0") });
      receive(message("lagging", { folded: 1 }, { desk: place("3-0", DESK) }));
      expect(subscription.cursor.desk?.id).toBe("4-0");
    });

    it("follows a new watch, and shows nothing of the old one", () => {
      receive(connected, history("5-0"));
      expect(kinds(facts("2-0", watched("bob", 4)))).toEqual(["cleared", "status", "desk", "desk"]);
      expect(subscription.desk).toEqual({ deskId: DESK, ...idle, creatorId: "cr_bob", handle: "bob", generation: 4 });
      expect(subscription.cursor).toEqual({ desk: place("2-0", DESK) });
    });

    it("stops when nobody is watched any more, by a fact as by a message", () => {
      const unwatched = { type: "unwatched", atMs: 1, handle: "alice", generation: 4, reason: "command" };
      receive(connected, history("5-0"));
      expect(kinds(facts("2-0", unwatched))).toEqual(["cleared", "desk", "status", "desk"]);
      expect(subscription.desk).toEqual({ deskId: DESK, ...idle, generation: 4 });
      subscription.joinDesk("dsk_bbbbbbbb", watching);
      receive(connected, history("5-0"));
      expect(kinds(message("streamDisconnected"))).toEqual(["cleared", "desk", "status"]);
      expect([subscription.status, subscription.desk?.handle]).toEqual([{ state: "none" }, undefined]);
    });

    it("does not take the end of an older watch for that of the present one", () => {
      receive(connected, history("5-0"));
      expect(kinds(facts("2-0", { type: "unwatched", atMs: 1, generation: 3, reason: "command" }))).toEqual([]);
      expect(kinds(events(place("6-0"), chat("a")))).toEqual(["events"]);
    });

    it("notes settings and answers as messages tell of them", () => {
      const told = receive(
        message("languageSet", { language: "fr" }),
        message("coachSet", { usesModel: true }),
        message("questionAnswered", { questionId: "q1", atMs: 5 }),
        message("questionIgnored", { questionId: "q2", atMs: 6 }),
        message("questionReopened", { questionId: "q1", atMs: 7 }),
        message("languageSet", { language: "fr" }),
      );
      expect(told.map(({ type }) => type)).toEqual(["desk", "desk", "desk", "desk", "desk"]);
      expect(subscription.desk).toEqual({
        ...watching,
        deskId: DESK,
        language: "fr",
        usesModel: true,
        answers: { q2: { status: "ignored", atMs: 6 } },
      });
    });
  });

  describe("to a session", () => {
    it("emits a snapshot, then what is new, with the session that it is of", () => {
      expect(receive(history("5-0"))).toEqual([
        { type: "snapshot", session: SESSION, epoch: 1, events: [{ type: "chat", id: "old" }] },
      ]);
      const news = receive(events(place("6-0"), chat("a")), insights(place("7-0"), metrics({ chats: 2 })));
      expect(news).toEqual([
        { type: "events", session: SESSION, events: [{ type: "chat", id: "a" }] },
        { type: "insights", session: SESSION, insights: [{ type: "metrics", chats: 2 }] },
      ]);
    });

    it("takes nothing twice, nothing of another session, and nothing of another epoch", () => {
      receive(history("5-0"));
      const rest = [events(place("5-0"), chat("x")), events(place("9-0", OTHER), chat("x")), events(place("9-0", SESSION, 2))];
      expect(receive(...rest, insights(place("4-0"), metrics({})))).toEqual([]);
      expect(subscription.cursor.session).toEqual(place("5-0"));
    });

    it("takes nothing before its snapshot", () => {
      expect(
        receive(events(place("1-0"), chat("x")), message("metrics", { chats: 1 }), message("insights", { items: [] })),
      ).toEqual([]);
    });

    it("goes on where it was when a snapshot has no position", () => {
      receive(history("5-0"), message("history", { session: SESSION, epoch: 1, items: [] }));
      expect(kinds(events(place("5-0"), chat("x")), events(place("6-0"), chat("a")))).toEqual(["events"]);
    });

    it("takes metrics and boards of a snapshot, whatever their position, of this session only", () => {
      receive(history("5-0"));
      const of = (id: string, log: string = SESSION) => ({ session: place(id, log) });
      const told = receive(
        message("metrics", { chats: 1 }, of("5-0")),
        message("leaderboard", { gifters: [] }),
        message("metrics", { chats: 9 }, of("9-0", OTHER)),
      );
      expect(told).toEqual([
        { type: "insights", session: SESSION, insights: [{ type: "metrics", chats: 1 }] },
        { type: "insights", session: SESSION, insights: [{ type: "leaderboard", gifters: [] }] },
      ]);
      expect(subscription.cursor.session?.id).toBe("5-0");
      receive(message("metrics", { chats: 2 }, of("8-0")));
      expect(subscription.cursor).toEqual({ desk: place("1-0", DESK), session: place("8-0") });
      receive(message("metrics", { chats: 2 }, of("7-0")));
      expect(subscription.cursor.session?.id).toBe("8-0");
    });

    it("marks what stands for all that was concluded before as no news, of this session only", () => {
      const all = { items: [metrics({ chats: 4 })] };
      receive(history("5-0"));
      expect(receive(message("insights", all, { session: place("5-0") }))).toEqual([
        { type: "insights", session: SESSION, insights: [{ type: "metrics", chats: 4 }], isStanding: true },
      ]);
      expect(receive(message("insights", all, { session: place("5-0", OTHER) }), message("insights", all))).toEqual([]);
    });

    it("passes on what is said of the connection and of prompts", () => {
      const told = receive(
        message("lagging", { folded: 3 }),
        message("lagging", { folded: 5, behind: false }),
        message("promptWorded", { promptId: "p1", text: "hallo", language: "de" }),
        message("error", { code: "RATE_LIMITED", message: "slow down" }),
      );
      expect(told).toEqual([
        { type: "lagging", behind: true, folded: 3 },
        { type: "lagging", behind: false, folded: 5 },
        { type: "promptWorded", promptId: "p1", text: "hallo", language: "de" },
        { type: "error", code: "RATE_LIMITED", message: "slow down" },
      ]);
    });

    it("says that a name is none, and goes on with what was watched; another refusal is the source's", () => {
      receive(connected, history("5-0"));
      expect(receive(message("usernameChangeError", { code: "BAD_USERNAME", error: "no name" }))).toEqual([
        { type: "error", code: "BAD_USERNAME", message: "no name" },
      ]);
      expect(receive(message("usernameChangeError", { code: "NOT_FOUND", error: "nobody" }))).toEqual([
        {
          type: "status",
          status: { state: "failed", username: "alice", session: SESSION, roomId: "7", code: "NOT_FOUND", message: "nobody" },
        },
      ]);
    });

    it("tells of a status only when it changes", () => {
      const progress = message("connectionProgress", { username: "alice", state: "offline", retryAtMs: 9 });
      expect(kinds(progress)).toEqual(["status"]);
      expect(kinds(progress)).toEqual([]);
      expect(receive(message("connectionProgress", { username: "alice", state: "offline" }))).toEqual([
        { type: "status", status: { state: "offline", username: "alice" } },
      ]);
    });
  });

  describe("that is resumed", () => {
    beforeEach(() => {
      receive(connected, history("5-0"));
    });

    it("goes on when everything is recovered, with the desk as it is now", () => {
      const now = { ...watching, language: "fr" } as const;
      expect(kinds(message("resumed", { recovered: true, desk: now }, { desk: place("9-0", DESK) }))).toEqual(["desk"]);
      expect(subscription.cursor).toEqual({ desk: place("9-0", DESK), session: place("5-0") });
      expect(kinds(events(place("6-0"), chat("a")))).toEqual(["events"]);
    });

    it("keeps the old rows until the snapshot when it is not recovered, and forgets its positions", () => {
      expect(kinds(message("resumed", { recovered: false, desk: watching }, { desk: place("9-0", DESK) }))).toEqual([]);
      expect(subscription.cursor).toEqual({ desk: place("9-0", DESK) });
      receive(message("resumed", { recovered: false, desk: watching }));
      expect(subscription.cursor).toEqual({});
      expect(kinds(history("2-0"), events(place("3-0"), chat("a")))).toEqual(["snapshot", "events"]);
    });

    it("clears what is no longer watched", () => {
      const bob = { ...watching, creatorId: "cr_bob", handle: "bob", generation: 4 };
      expect(kinds(message("resumed", { recovered: false, desk: bob }))).toEqual(["desk", "cleared", "status"]);
      expect(subscription.status).toEqual({ state: "unknown", username: "bob" });
      receive(history("5-0"));
      expect(kinds(message("resumed", { recovered: false, desk: { ...idle, generation: 5 } }))).toEqual([
        "desk",
        "cleared",
        "status",
      ]);
      expect(subscription.status).toEqual({ state: "none" });
    });
  });

  describe("to a replay", () => {
    const REPLAY = "ses_rrrrrrrr";
    const replay = { session: REPLAY, recordingId: `${SESSION}-1`, sinceMs: 9 };
    const modeSet = (modeChanges: number, mode: string, viewed?: object) => ({
      type: "modeSet",
      atMs: 1,
      mode,
      modeChanges,
      reason: "command",
      ...(viewed ? { replay: viewed } : {}),
    });
    const changed = (mode: string, viewed?: object) => message("modeChanged", { mode, ...(viewed ? { replay: viewed } : {}) });

    beforeEach(() => {
      receive(connected, history("5-0"));
    });

    it.each([
      [
        "a fact",
        (mode: string, viewed?: object) => facts(mode === "LIVE" ? "9-0" : "8-0", modeSet(mode === "LIVE" ? 2 : 1, mode, viewed)),
      ],
      ["a message", changed],
    ])("shows nothing of what was on view, and nothing else, from %s on", (_, change) => {
      expect(receive(change("REPLAY", replay)).slice(0, 2)).toEqual([
        { type: "cleared" },
        { type: "mode", mode: "REPLAY", replay },
      ]);
      expect(subscription.desk).toMatchObject({ mode: "REPLAY", replay });
      const late = [events(place("6-0"), chat("late")), history("6-0"), events(place("7-0"), chat("late"))];
      expect(kinds(...late)).toEqual([]);
      expect(kinds(history("1-0", REPLAY), events(place("2-0", REPLAY), chat("a")))).toEqual(["snapshot", "events"]);
      expect(receive(change("LIVE")).slice(0, 2)).toEqual([{ type: "cleared" }, { type: "mode", mode: "LIVE" }]);
      expect(subscription.desk).not.toHaveProperty("replay");
      expect(kinds(events(place("3-0", REPLAY), chat("late")), history("2-0", REPLAY, 2))).toEqual([]);
      expect(kinds(history("8-0"), events(place("9-0"), chat("b")))).toEqual(["snapshot", "events"]);
    });

    it("takes nothing of an older epoch after a seek, nor of a newer one before its snapshot", () => {
      receive(changed("REPLAY", replay), history("1-0", REPLAY));
      expect(kinds(events(place("1-1", REPLAY, 2), chat("early")))).toEqual([]);
      expect(kinds(history("1-0", REPLAY, 2))).toEqual(["snapshot"]);
      const old = { session: place("9-0", REPLAY) };
      const late = [
        history("9-0", REPLAY),
        events(place("9-0", REPLAY), chat("late")),
        message("metrics", { chats: 9 }, old),
        message("insights", { items: [] }, old),
      ];
      expect(kinds(...late)).toEqual([]);
      expect(subscription.cursor.session).toEqual(place("1-0", REPLAY, 2));
      expect(kinds(message("metrics", { chats: 1 }, { session: place("1-0", REPLAY, 2) }))).toEqual(["insights"]);
    });

    it("goes on while the source says how it is, and while somebody else is watched, or nobody", () => {
      receive(changed("REPLAY", replay), history("1-0", REPLAY));
      expect(kinds(message("disconnected", { username: "alice", reason: "ended" }))).toEqual(["status"]);
      expect(kinds(facts("8-0", watched("bob", 4)))).toEqual(["status", "desk", "desk"]);
      expect(kinds(message("streamDisconnected"))).toEqual(["desk", "status"]);
      expect(kinds(events(place("2-0", REPLAY), chat("a")))).toEqual(["events"]);
    });

    it.each([
      ["a fact", () => facts("8-0", watched("bob", 4))],
      ["a message", () => message("connectionProgress", { username: "bob", state: "searching" })],
      ["a message that nobody is watched", () => message("streamDisconnected")],
    ])("is behind live no more when somebody else is watched, by %s", (_, change) => {
      receive(changed("REPLAY", { ...replay, isBehindLive: true }), history("1-0", REPLAY));
      expect(subscription.desk?.replay).toHaveProperty("isBehindLive");
      expect(kinds(change())).not.toContain("cleared");
      expect(subscription.desk?.replay).toEqual(replay);
    });

    it("tells what happens in the broadcast meanwhile", () => {
      const alert = { session: SESSION, username: "alice", moment: { type: "spike", id: "s1" } };
      expect(receive(message("liveAlert", alert))).toEqual([{ type: "liveAlert", ...alert }]);
    });

    it("is where a desk is that was in it when the page came, and not where it was before", () => {
      subscription.joinDesk("dsk_cccccccc", { ...watching, mode: "REPLAY", modeChanges: 4, replay });
      expect(emitted.map(({ type }) => type).slice(-4)).toEqual(["cleared", "status", "mode", "desk"]);
      expect(kinds(facts("2-0", modeSet(3, "LIVE"), modeSet(4, "REPLAY", replay)))).toEqual([]);
      expect(kinds(history("1-0", REPLAY))).toEqual(["snapshot"]);
    });

    it("ends when a resume says that it has ended, and stays when it has not", () => {
      const viewing = { ...watching, mode: "REPLAY", modeChanges: 1, replay } as const;
      receive(changed("REPLAY", replay), history("1-0", REPLAY));
      expect(kinds(message("resumed", { recovered: false, desk: viewing }))).toEqual(["desk"]);
      expect(kinds(message("resumed", { recovered: false, desk: { ...watching, modeChanges: 2 } }))).toEqual([
        "cleared",
        "mode",
        "desk",
      ]);
    });

    it("is recorded or not, as the desk is told", () => {
      receive(facts("8-0", { type: "recordingSet", atMs: 1, records: false }));
      expect(subscription.desk?.records).toBe(false);
      receive(message("recordingSet", { records: true }));
      expect(subscription.desk).not.toHaveProperty("records");
    });
  });
});

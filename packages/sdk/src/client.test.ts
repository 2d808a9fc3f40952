import { encodeCursor } from "@frontrow/protocol/cursor";
import type { SessionId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFrontrowClient } from "./client.ts";
import type { ClientEvent, DeskCredentials, WebSocketConstructor } from "./types.ts";

class FakeSocket {
  static made: FakeSocket[] = [];
  static get last(): FakeSocket {
    return FakeSocket.made.at(-1) as FakeSocket;
  }
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  readonly url: string;
  readonly protocols: string[];
  closedWith: number | undefined;
  constructor(url: string, protocols: string[] = []) {
    this.url = url;
    this.protocols = protocols;
    FakeSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(code?: number): void {
    this.closedWith = code;
  }
  says(...frames: object[]): void {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const desk = { mode: "LIVE", language: "en", generation: 0 } as const;
const created = (sessionId = "dsk_one") => ({ type: "sessionCreated", data: { sessionId, resumeToken: "secret", desk } });
const session = `ses_${"a".repeat(26)}`;
const deskAt = { log: `dsk_${"a".repeat(26)}` as SessionId, epoch: 1, id: "1-0", stamp: "g" };
const entry = (id: string, items: object[], kind = "events", log = session) => ({
  log,
  epoch: 1,
  id,
  stamp: `s${id}`,
  kind,
  items,
});
const history = (id: string) => ({
  type: "history",
  data: { session, epoch: 1, items: [] },
  pos: encodeCursor({ desk: deskAt, session: { log: session as SessionId, epoch: 1, id, stamp: `s${id}` } }),
});
const live = { type: "connected", data: { username: "alice", session, epoch: 1, roomId: "7" } };
const chat = (id: string) => ({ type: "chat", id, text: id, sentAtMs: 1 });

describe("the client's reading of the server's clock", () => {
  it("is said before each connection is open, whether the desk is new or resumed", () => {
    vi.useFakeTimers({ now: 1_000 });
    FakeSocket.made = [];
    const client = createFrontrowClient({
      url: "http://localhost:3000/",
      WebSocket: FakeSocket as unknown as WebSocketConstructor,
      random: () => 0,
    });
    const said: unknown[] = [];
    client.on((event) => {
      if (event.type === "clock") said.push(event.offsetMs);
      if (event.type === "connection") said.push(event.connection.state);
    });
    client.connect();
    FakeSocket.last.onopen?.();
    const { data, type } = created();
    FakeSocket.last.says({ type, data: { ...data, serverTimeMs: 3_601_000 } });
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(10);
    FakeSocket.last.onopen?.();
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk, serverTimeMs: Date.now() - 500 } });
    expect(said).toEqual(["connecting", 3_600_000, "open", "waiting", "connecting", -500, "open"]);
    client.close();
    vi.useRealTimers();
  });
});

describe("the client", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
    FakeSocket.made = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function make(
    options: {
      storage?: { load(): DeskCredentials | undefined; save(it: DeskCredentials | undefined): void };
      dialect?: "plain";
      deskId?: string;
      resumeToken?: string;
    } = {},
  ) {
    const client = createFrontrowClient({
      url: "http://localhost:3000/",
      WebSocket: FakeSocket as unknown as WebSocketConstructor,
      random: () => 0.5,
      ...options,
    });
    const events: ClientEvent[] = [];
    client.on((event) => events.push(event));
    return {
      client,
      events,
      ids: () => events.flatMap((event) => (event.type === "events" ? event.events.map(({ id }) => id) : [])),
    };
  }

  it("does nothing before it is asked to connect, and asks for the batched dialect", () => {
    const { client } = make();
    expect(client.state).toEqual({ state: "idle" });
    expect(FakeSocket.made).toHaveLength(0);
    client.connect();
    expect(FakeSocket.last).toMatchObject({ url: "ws://localhost:3000/ws", protocols: ["frontrow.v1"] });
  });

  it("sends a command once it has a desk, and again after a cut until it is confirmed", () => {
    const { client } = make();
    client.watch("@Alice");
    client.connect();
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.sent).toEqual([]);
    FakeSocket.last.says(created());
    const [command] = FakeSocket.last.sent;
    expect(command).toMatchObject({ type: "changeUsername", username: "@Alice", commandId: expect.any(String) });
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.url).toBe("ws://localhost:3000/ws/dsk_one");
    expect(FakeSocket.last.sent[0]).toEqual({ type: "resume", sessionId: "dsk_one", resumeToken: "secret" });
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk } });
    expect(FakeSocket.last.sent[1]).toEqual(command);
    FakeSocket.last.says(
      entry("2-0", [{ type: "watched", handle: "alice", generation: 1, commandId: command?.["commandId"] }], "desk", deskAt.log),
    );
    FakeSocket.last.onclose?.({ code: 1001 });
    vi.advanceTimersByTime(0);
    FakeSocket.last.onopen?.();
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk } });
    expect(FakeSocket.last.sent).toHaveLength(1);
  });

  it("hands back the position of the last entry in each log, and gives nothing twice", () => {
    const { client, ids } = make();
    client.connect();
    FakeSocket.last.onopen?.();
    FakeSocket.last.says(
      created(),
      live,
      history("5-0"),
      entry("6-0", [chat("a")]),
      entry("6-0", [chat("a")]),
      entry("5-0", [chat("x")]),
    );
    FakeSocket.last.says(entry("7-0", [chat("other")], "events", `ses_${"b".repeat(26)}`));
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.sent[0]?.["pos"]).toBe(
      encodeCursor({ desk: deskAt, session: { log: session as SessionId, epoch: 1, id: "6-0", stamp: "s6-0" } }),
    );
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk } }, entry("7-0", [chat("b")]));
    expect(ids()).toEqual(["a", "b"]);
  });

  it("replaces the screen when what was missed cannot be had", () => {
    const { client, events, ids } = make();
    client.connect();
    FakeSocket.last.says(created(), live, history("5-0"), entry("6-0", [chat("a")]));
    FakeSocket.last.onclose?.({ code: 4008 });
    vi.advanceTimersByTime(0);
    FakeSocket.last.says(
      { type: "resumed", data: { recovered: false, desk: { ...desk, handle: "alice" } } },
      live,
      history("3-0"),
      entry("4-0", [chat("b")]),
    );
    expect(events.filter(({ type }) => type === "snapshot")).toHaveLength(2);
    expect(ids()).toEqual(["a", "b"]);
  });

  it("reads the plain dialect in the same terms", () => {
    const { client, events, ids } = make({ dialect: "plain" });
    client.connect();
    expect(FakeSocket.last.protocols).toEqual([]);
    const pos = (id: string, items?: number) =>
      encodeCursor({
        desk: deskAt,
        session: { log: session as SessionId, epoch: 1, id, stamp: "s", ...(items ? { items } : {}) },
      });
    FakeSocket.last.says(created(), live, history("5-0"), { type: "chat", data: { id: "a" }, pos: pos("6-0", 1) });
    FakeSocket.last.says(
      { type: "chat", data: { id: "b" }, pos: pos("6-0") },
      { type: "chat", data: { id: "b" }, pos: pos("6-0") },
    );
    FakeSocket.last.says({ type: "metrics", data: { chats: 2 }, pos: pos("7-0") });
    expect(ids()).toEqual(["a", "b"]);
    expect(events.at(-1)).toEqual({ type: "insights", session, insights: [{ type: "metrics", chats: 2 }] });
  });

  it("clears the screen at the first word of another watch", () => {
    const { client, events } = make();
    client.connect();
    FakeSocket.last.says(created(), live, history("5-0"));
    const from = events.length;
    FakeSocket.last.says(
      entry("2-0", [{ type: "watched", creatorId: "cr_bob", handle: "bob", generation: 2 }], "desk", deskAt.log),
      entry("6-0", [chat("late")]),
    );
    expect(events.slice(from).map(({ type }) => type)).toEqual(["cleared", "status", "desk", "desk"]);
    expect(client.status).toEqual({ state: "unknown", username: "bob" });
  });

  it("keeps its desk in the storage, and forgets one that is gone", () => {
    let stored: DeskCredentials | undefined = { deskId: "dsk_old", resumeToken: "old" };
    const storage = {
      load: () => stored,
      save(credentials: DeskCredentials | undefined) {
        stored = credentials;
      },
    };
    const { client } = make({ storage });
    client.connect();
    expect(FakeSocket.last.url).toContain("/ws/dsk_old");
    FakeSocket.last.onclose?.({ code: 4004 });
    expect(stored).toBeUndefined();
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.last.url).toBe("ws://localhost:3000/ws");
    FakeSocket.last.says(created("dsk_new"));
    expect(stored).toEqual({ deskId: "dsk_new", resumeToken: "secret" });
  });

  describe("whose desk is gone", () => {
    const stored: DeskCredentials = { deskId: "dsk_old", resumeToken: "old" };
    const watching = { ...desk, language: "fr", usesModel: true, creatorId: "cr_alice", handle: "alice", generation: 2 } as const;
    /** A client that was on the stored desk, which is gone now. */
    const lost = (code: number, given: Partial<DeskCredentials> = {}) => {
      const made = make({ storage: { load: () => stored, save: () => undefined }, ...given });
      made.client.connect();
      FakeSocket.last.onopen?.();
      FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk: watching } });
      FakeSocket.last.onclose?.({ code });
      return made;
    };
    const replace = () => {
      vi.advanceTimersByTime(1_000);
      FakeSocket.last.onopen?.();
      FakeSocket.last.says(created("dsk_new"));
      return FakeSocket.last.sent;
    };

    it.each([4004, 4003])("asks for all that it had on a new one, after %i", (code) => {
      const { client } = lost(code);
      expect(replace()).toMatchObject([
        { type: "changeUsername", username: "alice" },
        { type: "setLanguage", language: "fr" },
        { type: "setCoach", usesModel: true },
      ]);
      expect(client.desk?.deskId).toBe("dsk_new");
    });

    it("asks first that nothing be recorded, where that was so", () => {
      make({ storage: { load: () => stored, save: () => undefined } }).client.connect();
      FakeSocket.last.onopen?.();
      FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk: { ...watching, records: false } } });
      FakeSocket.last.onclose?.({ code: 4004 });
      expect(replace()[0]).toMatchObject({ type: "setRecording", records: false });
    });

    it("asks for nothing that is as it is anyway", () => {
      const { client } = make({ storage: { load: () => stored, save: () => undefined } });
      client.connect();
      FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk } });
      FakeSocket.last.onclose?.({ code: 4004 });
      expect(replace()).toEqual([]);
    });

    it("asks for what was wanted meanwhile instead", () => {
      const { client } = lost(4004);
      client.watch("bob");
      expect(replace()).toMatchObject([{ type: "changeUsername", username: "bob" }]);
      expect(FakeSocket.last.sent).toHaveLength(1);
    });

    it("stays away after another refusal, and from a desk that was asked for by its id", () => {
      const other = lost(4029).client.state;
      const named = lost(4004, stored).client.state;
      vi.advanceTimersByTime(60_000);
      expect([other, named]).toEqual([
        { state: "closed", code: 4029 },
        { state: "closed", code: 4004 },
      ]);
    });
  });

  it("knows its desk from the answer to a resume, before anything else has told of it", () => {
    const { client, events } = make({ deskId: "dsk_one", resumeToken: "secret" });
    client.connect();
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.sent).toEqual([{ type: "resume", sessionId: "dsk_one", resumeToken: "secret" }]);
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk: { ...desk, handle: "alice" } } });
    expect(client.desk).toEqual({ deskId: "dsk_one", ...desk, handle: "alice" });
    expect(client.status).toEqual({ state: "unknown", username: "alice" });
    expect(events.map((event) => (event.type === "connection" ? event.connection.state : event.type))).toEqual([
      "connecting",
      "status",
      "desk",
      "open",
    ]);
  });

  it("is not open before its handshake is answered, and sends what waits only then", () => {
    const { client } = make({ deskId: "dsk_one", resumeToken: "secret" });
    client.connect();
    client.setLanguage("fr");
    FakeSocket.last.onopen?.();
    const lagging = { type: "lagging", data: { folded: 1 } };
    FakeSocket.last.says(lagging);
    expect([client.state.state, FakeSocket.last.sent.length]).toEqual(["connecting", 1]);
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk } }, lagging);
    expect(FakeSocket.last.sent.map(({ type }) => type)).toEqual(["resume", "setLanguage"]);
  });

  it("hands back a position in the desk's log alone, while no session is on view", () => {
    const { client } = make();
    client.connect();
    FakeSocket.last.says(created(), entry("2-0", [{ type: "opened", atMs: 1 }], "desk", deskAt.log));
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.sent[0]?.["pos"]).toBe(encodeCursor({ desk: { ...deskAt, id: "2-0", stamp: "s2-0" } }));
  });

  it("takes a link for lost that is silent and does not answer", () => {
    const { client } = make();
    client.connect();
    FakeSocket.last.says(created());
    vi.advanceTimersByTime(20_000);
    vi.advanceTimersByTime(20_000);
    expect(FakeSocket.made[0]?.sent).toContainEqual({ type: "test" });
    expect(client.state.state).toBe("waiting");
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it("says nothing more once it is closed", () => {
    const { client, events } = make();
    client.connect();
    const socket = FakeSocket.last;
    socket.says(created());
    client.close();
    expect(socket.closedWith).toBe(1000);
    const count = events.length;
    socket.says(live);
    socket.onclose?.({ code: 1000 });
    vi.advanceTimersByTime(60_000);
    expect(events).toHaveLength(count);
    expect(client.state).toEqual({ state: "closed", code: 1000 });
    expect(FakeSocket.made).toHaveLength(1);
  });

  it("ignores what it does not know", () => {
    const { client, events } = make();
    client.connect();
    FakeSocket.last.says(created());
    const count = events.length;
    FakeSocket.last.says({ type: "somethingNew", data: {} }, { log: session, kind: "future", items: [] }, {});
    FakeSocket.last.onmessage?.({ data: "not json" });
    expect(events).toHaveLength(count);
  });

  it("tells the other listeners when one throws", () => {
    const { client, events } = make();
    const failures: (() => void)[] = [];
    vi.stubGlobal("queueMicrotask", (task: () => void) => failures.push(task));
    const stop = client.on(() => {
      throw new Error("mine");
    });
    const seen: string[] = [];
    client.on(({ type }) => seen.push(type));
    client.connect();
    stop();
    FakeSocket.last.says(created());
    vi.unstubAllGlobals();
    expect(seen.length).toBe(events.length);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toThrow("mine");
  });

  it("remembers a bounded number of questions that were resolved while the link was away", () => {
    const { client } = make();
    client.connect();
    client.setLanguage("fr");
    for (let n = 0; n < 40; n++) client.answerQuestion(`q${n}`);
    client.ignoreQuestion("q20");
    FakeSocket.last.onopen?.();
    FakeSocket.last.says(created());
    const resolved = FakeSocket.last.sent.filter(({ questionId }) => questionId !== undefined);
    expect(resolved).toHaveLength(20);
    expect(resolved.map(({ questionId }) => questionId)).not.toContain("q19");
    expect(resolved.at(-1)).toMatchObject({ type: "ignoreQuestion", questionId: "q20" });
    expect(FakeSocket.last.sent).toContainEqual(expect.objectContaining({ type: "setLanguage" }));
  });

  it("says what became of a question until the server has told how it stands", () => {
    const { client } = make();
    client.connect();
    FakeSocket.last.onopen?.();
    FakeSocket.last.says(created());
    client.answerQuestion("q1");
    client.answerQuestion("q2");
    FakeSocket.last.says({ type: "questionIgnored", data: { questionId: "q1", atMs: 5 } });
    expect(client.desk?.answers).toEqual({ q1: { status: "ignored", atMs: 5 } });
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(60_000);
    FakeSocket.last.onopen?.();
    const answers = { q1: { status: "ignored", atMs: 5 } };
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk: { ...desk, answers } } });
    expect(FakeSocket.last.sent.filter(({ type }) => type === "answerQuestion")).toMatchObject([{ questionId: "q2" }]);
  });

  it("sends a seek that had to wait once the place asked for before is shown, and after a cut the one under way", () => {
    const { client } = make();
    const replay = { session, recordingId: `${session}-1`, sinceMs: 1 };
    const shown = (epoch: number) => ({ type: "history", data: { session, epoch, items: [] } });
    client.connect();
    FakeSocket.last.onopen?.();
    FakeSocket.last.says(created(), { type: "modeChanged", data: { mode: "REPLAY", replay } }, shown(1));
    const seeks = () => FakeSocket.last.sent.map(({ value }) => value);
    for (const atMs of [1_000, 2_000, 3_000]) client.replay({ action: "seek", value: { atMs } });
    expect(seeks()).toEqual([{ atMs: 1_000 }]);
    FakeSocket.last.says(shown(2));
    expect(seeks()).toEqual([{ atMs: 1_000 }, { atMs: 3_000 }]);
    client.replay({ action: "seek", value: { atMs: 4_000 } });
    const { commandId } = FakeSocket.last.sent[1] ?? {};
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    FakeSocket.last.onopen?.();
    FakeSocket.last.says({ type: "resumed", data: { recovered: true, desk: { ...desk, mode: "REPLAY", replay } } });
    expect(FakeSocket.last.sent.slice(1)).toEqual([{ type: "replay", action: "seek", value: { atMs: 3_000 }, commandId }]);
    FakeSocket.last.says(shown(3));
    expect(FakeSocket.last.sent.at(-1)).toMatchObject({ value: { atMs: 4_000 } });
  });

  it("does not show a watch that is older than what the desk is known to watch", () => {
    const { client, events } = make();
    client.connect();
    FakeSocket.last.onopen?.();
    const now = { ...desk, creatorId: "cr_bob", handle: "bob", generation: 2, usesModel: true };
    FakeSocket.last.says(created(), { type: "resumed", data: { recovered: false, desk: now } });
    const watched = (handle: string, generation: number) => ({
      type: "watched",
      atMs: 1,
      creatorId: `cr_${handle}`,
      handle,
      generation,
    });
    FakeSocket.last.says(entry("3-0", [watched("alice", 1), watched("bob", 2)], "desk", deskAt.log));
    expect(client.desk).toEqual({ deskId: "dsk_one", ...now });
    expect(events.flatMap((event) => (event.type === "status" ? [event.status.username] : []))).not.toContain("alice");
  });
});

import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { Cursor } from "@frontrow/protocol/cursor";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { type LogEntry, type Position, startOf } from "@frontrow/protocol/entry";
import type { DeskId, LogId, SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import type { Desk, DeskNotice } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import { Channel } from "../stream/channel.ts";
import { Member } from "./member.ts";
import type { ViewServices } from "./view.ts";

const deskId = "dsk_mine" as DeskId;
const [shown, next] = ["ses_shown", "ses_next"] as SessionId[];
const at = (log: LogId, n = 5): Position => ({ log, epoch: 1, id: `${n}-0`, stamp: `ingest:1:${n}` });
const statusOf = (sessionId: SessionId): CreatorStatus => ({ handle: "alice", state: "live", version: 1, sinceMs: 1, sessionId });

/** A member of a desk that views a session, with logs that go no further than the positions of `at`. */
function makeMember(options: { whileReading?: (desk: { viewed: SessionId | undefined; status: CreatorStatus }) => void } = {}) {
  const sent: { type: string; data: Record<string, unknown> }[] = [];
  const opened: LogId[] = [];
  const closed: string[] = [];
  const desk = {
    id: deskId,
    state: { mode: "LIVE", language: "en", generation: 1, creatorId: "cr_alice", handle: "alice" } as DeskState,
    status: statusOf(shown as SessionId),
    viewed: shown as SessionId | undefined,
    channel: new Channel(at(deskId)),
    listener: undefined as ((notice: DeskNotice) => void) | undefined,
    join(listener: (notice: DeskNotice) => void) {
      desk.listener = listener;
      return () => {
        desk.listener = undefined;
      };
    },
  };
  const services = {
    store: {
      async readAfter() {
        options.whileReading?.(desk);
        return { outcome: "ok", entries: [] as LogEntry[], more: false };
      },
      readBack: async () => [],
    },
    limit: <T>(task: () => Promise<T>) => task(),
    hub: {
      async open(log: LogId) {
        opened.push(log);
        return { channel: new Channel(at(log)), release() {} };
      },
    },
    metrics: { read: async () => ({ metrics: { chats: 1 }, documents: {} }) },
    sessions: { read: async () => undefined },
    snapshots: {
      of: async ({ log }: Channel) => ({
        at: at(log),
        isSuperseded: false,
        session: undefined,
        history: [],
        metrics: undefined,
        insights: [],
      }),
    },
  };
  const output = {
    dialect: "plain",
    onCaughtUp: undefined as (() => void) | undefined,
    message: (message: (typeof sent)[number]) => void sent.push(message),
    entries() {},
    taken: async () => {},
    close: (name: string) => void closed.push(name),
    fail(error: unknown) {
      throw error;
    },
  };
  const member = new Member(desk as unknown as Desk, output as unknown as Output, services as unknown as ViewServices);
  return { member, desk, output, sent, opened, closed, types: () => sent.map(({ type }) => type) };
}

const cursor: Cursor = { desk: at(deskId), session: at(shown as SessionId) };
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe("a member that comes back", () => {
  it("goes on where it was when its desk views the same", async () => {
    const { member, opened, types } = makeMember();
    expect(await member.resume(cursor)).toBe("recovered");
    await turns();
    expect(member.viewed).toBe(shown);
    expect(opened).toEqual([shown]);
    expect(types()).toEqual(["resumed", "usernameChanged", "connected", "metrics"]);
  });

  it("is shown the next broadcast from a snapshot when that has begun while its position was looked up", async () => {
    const { member, opened, sent, types } = makeMember({
      whileReading(desk) {
        desk.viewed = next as SessionId;
        desk.status = statusOf(next as SessionId);
      },
    });
    await member.resume(cursor);
    await turns();
    expect(member.viewed).toBe(next);
    expect(opened).toEqual([next]);
    expect(types()).toEqual(["resumed", "usernameChanged", "connected", "sessionInfo", "history"]);
    expect(sent.at(-1)?.data).toMatchObject({ session: next });
  });

  it("is not shown a replay that ended while its position was looked up", async () => {
    const replay = "ses_replay" as SessionId;
    const { member, desk, opened } = makeMember({
      whileReading(of) {
        of.viewed = undefined;
      },
    });
    desk.viewed = replay;
    await member.resume({ ...cursor, session: at(replay) });
    await turns();
    expect(member.viewed).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it("gets a snapshot of what its desk views now when it was at another", async () => {
    const { member, opened, sent } = makeMember();
    expect(await member.resume({ ...cursor, session: startOf(next as SessionId) })).toBe("snapshot");
    await turns();
    expect(opened).toEqual([shown]);
    expect(sent.map(({ type }) => type)).toEqual(["resumed", "usernameChanged", "connected", "sessionInfo", "history"]);
    expect(sent[0]?.data).toMatchObject({ recovered: false, sessionId: deskId });
  });
});

describe("a member", () => {
  it("is told of the source, and shown the session, as the desk follows it", async () => {
    const { member, desk, types, opened } = makeMember();
    await member.begin();
    await turns();
    expect(types()).toEqual(["usernameChanged", "connected", "sessionInfo", "history"]);
    desk.viewed = next as SessionId;
    desk.status = statusOf(next as SessionId);
    desk.listener?.("statusChanged");
    await turns();
    expect(types().slice(4)).toEqual(["connected", "sessionInfo", "history"]);
    expect(opened).toEqual([shown, next]);
  });

  it("sees nothing of the watch before once its desk watches another", async () => {
    const { member, desk, sent, types } = makeMember();
    await member.begin();
    await turns();
    sent.length = 0;
    desk.viewed = undefined;
    desk.listener?.("watchChanged");
    expect(member.viewed).toBeUndefined();
    desk.viewed = shown;
    desk.listener?.("statusChanged");
    await turns();
    expect(types()).toEqual(["usernameChanged", "connected", "sessionInfo", "history"]);
  });

  it("is told nothing of what others do before the answer to its resume", async () => {
    const { member, desk, types } = makeMember({
      whileReading: () => {
        desk.listener?.("statusChanged");
        desk.listener?.("watchChanged");
      },
    });
    expect(types()).toEqual([]);
    await member.resume(cursor);
    expect(types()[0]).toBe("resumed");
  });

  it("is sent away with the code that says what to do next", () => {
    const { desk, closed } = makeMember();
    desk.listener?.("closed");
    desk.listener?.("lost");
    expect(closed).toEqual(["DESK_GONE", "GOING_AWAY"]);
  });

  it("asks for metrics when its socket has caught up, for as long as it is a member", async () => {
    const { member, output, types, desk } = makeMember();
    await member.begin();
    await turns();
    output.onCaughtUp?.();
    await turns();
    expect(types().at(-1)).toBe("metrics");
    member.close();
    expect([output.onCaughtUp, desk.listener, member.viewed]).toEqual([undefined, undefined, undefined]);
  });

  describe.each(["its own reading of the log", "its desk's"])("told of a change of mode first by %s", (first) => {
    it("is shown nothing more of what was on the screen, then the replay", async () => {
      const { member, desk, sent, types, opened } = makeMember();
      await member.begin();
      await turns();
      sent.length = 0;
      const replay = { session: next as SessionId, recordingId: "ses_shown-1", sinceMs: 5 };
      const fact: DeskFact = { type: "modeSet", mode: "REPLAY", modeChanges: 1, replay, reason: "command", atMs: 5 };
      const hear = () => desk.channel.deliver({ ...at(deskId, 6), previous: "5-0", kind: "desk", data: JSON.stringify([fact]) });
      const apply = () => {
        desk.state = { ...desk.state, mode: "REPLAY", modeChanges: 1, replay };
        desk.viewed = next;
        desk.listener?.("modeChanged");
      };
      if (first === "its desk's") {
        apply();
        await turns();
        // Not before the client knows why.
        expect(opened).toEqual([shown]);
        hear();
      } else {
        hear();
        expect(member.viewed).toBeUndefined();
        member.refresh();
        expect(member.viewed).toBeUndefined();
        apply();
      }
      await turns();
      expect(member.viewed).toBe(next);
      expect(types().filter((type) => type === "modeChanged")).toHaveLength(1);
      expect(types().indexOf("history")).toBeGreaterThan(types().indexOf("modeChanged"));
      expect(opened).toEqual([shown, next]);
    });
  });

  it("is told what happens live beside a replay, in its language", async () => {
    const { member, desk, sent } = makeMember();
    await member.begin();
    const moment = { type: "moment", id: "m1", kind: "raid", atMs: 1, params: { viewers: 300, seconds: 20 } } as const;
    desk.listener?.({ session: shown as SessionId, moment });
    expect(sent.at(-1)).toMatchObject({
      type: "liveAlert",
      data: { session: shown, username: "alice", moment: { id: "m1", text: expect.stringContaining("300") } },
    });
  });

  it("is sent the facts of its desk, and its position goes with them", async () => {
    const { member, desk, sent } = makeMember();
    await member.begin();
    await turns();
    const fact = { type: "languageSet", atMs: 1, language: "fr" };
    desk.channel.deliver({ ...at(deskId, 6), previous: "5-0", kind: "desk", data: JSON.stringify([fact]) });
    expect(sent.at(-1)).toMatchObject({ type: "languageSet", data: { language: "fr" } });
    expect(member.cursor.desk).toMatchObject({ id: "6-0" });
  });
});

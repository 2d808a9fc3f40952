import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact } from "@frontrow/protocol/desk-state";
import { itemsOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import { createLogStore } from "../src/log/log.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createDeskStore, type DeskStore } from "../src/stores/desks.ts";

const recordingId = "ses_aaaaaaaaaaaaaaaaaaaaaaaaaa-1764000000000";
const session = "ses_rrrrrrrrrrrrrrrrrrrrrrrrrr" as SessionId;
const other = "ses_oooooooooooooooooooooooooo" as SessionId;
const begin = { type: "setMode", mode: "REPLAY", replay: { session, recordingId }, reason: "command" } as const;
const beginBehind = { ...begin, replay: { ...begin.replay, isBehindLive: true } } as const;
const beginOther = { ...begin, replay: { ...begin.replay, session: other } } as const;
const goLive = { type: "setMode", mode: "LIVE", reason: "command" } as const;
const caughtUp = { type: "setMode", mode: "LIVE", reason: "caughtUp", ifSession: session } as const;
const watch = (handle: string) => ({ type: "watch", creatorId: `cr_${handle}` as CreatorId, handle }) as const;
const unwatch = { type: "unwatch" } as const;
const pause = { type: "commandReplay", session, command: { action: "pause" } } as const;
const here = "wkr_here" as WorkerId;
const HOUR_MS = 3_600_000;

describe("a desk's mode", () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let desks: DeskStore;
  let made = 0;

  beforeAll(async () => {
    server = await startTestRedis();
    redis = createRedis(server.url, quietLogger);
    desks = createDeskStore(redis.client, { keptMs: HOUR_MS, unusedKeptMs: HOUR_MS / 6 });
  });
  afterAll(async () => {
    await redis.stop();
    await server.stop();
  });

  const openDesk = async (): Promise<DeskId> => {
    made += 1;
    const deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
    await desks.open({ deskId, tokenDigest: "digest", language: "en" });
    return deskId;
  };
  const stateOf = async (deskId: DeskId) => (await desks.read(deskId))?.state;
  const outcomeOf = async (...change: Parameters<DeskStore["change"]>) => (await desks.change(...change)).outcome;
  const facts = async (deskId: DeskId): Promise<DeskFact[]> => {
    const entries = await createLogStore(redis.client).readBack(deskId, { entries: 100 });
    return entries.reverse().flatMap((entry) => itemsOf({ kind: "desk", data: entry.data }));
  };
  const keptMs = async (deskId: DeskId) => {
    const of = [keys.desk(deskId), keys.log(deskId), keys.head(deskId), keys.answers(deskId)];
    return Math.min(...(await Promise.all(of.map((key) => redis.client.pttl(key)))));
  };

  /** Changes in order, and what each comes to. */
  it.each([
    ["is LIVE at first", [goLive], ["unchanged"], "LIVE"],
    ["is REPLAY once", [begin, begin], ["applied", "unchanged"], "REPLAY"],
    ["goes from one replay to another", [begin, beginOther], ["applied", "applied"], "REPLAY"],
    ["ends a replay once", [begin, goLive, goLive], ["applied", "applied", "unchanged"], "LIVE"],
    ["is LIVE when its replay has caught up", [watch("ann"), beginBehind, caughtUp], ["applied", "applied", "applied"], "LIVE"],
    ["stays with a replay that has no broadcast to catch up with", [begin, caughtUp], ["applied", "unchanged"], "REPLAY"],
    [
      "catches up with no other creator than it stepped back in",
      [watch("ann"), beginBehind, watch("bob"), caughtUp],
      ["applied", "applied", "applied", "unchanged"],
      "REPLAY",
    ],
    [
      "catches up with nobody",
      [watch("ann"), beginBehind, unwatch, caughtUp],
      ["applied", "applied", "applied", "unchanged"],
      "REPLAY",
    ],
    ["stays with another replay than the one that has caught up", [beginOther, caughtUp], ["applied", "unchanged"], "REPLAY"],
    ["obeys nobody's replay in LIVE", [pause], ["unchanged"], "LIVE"],
    ["passes commands to its replay", [begin, pause], ["applied", "applied"], "REPLAY"],
    ["passes none of another's", [beginOther, pause], ["applied", "unchanged"], "REPLAY"],
  ] as const)("%s", async (_, changes, outcomes, mode) => {
    const deskId = await openDesk();
    const before = (await stateOf(deskId)) as DeskState;
    const told = [];
    for (const change of changes) told.push(await outcomeOf(deskId, change));
    expect(told).toEqual(outcomes);
    const state = await stateOf(deskId);
    expect(state).toMatchObject({ mode });
    const log = await facts(deskId);
    expect(log).toHaveLength(1 + outcomes.filter((outcome) => outcome === "applied").length);
    expect(state).toEqual(log.reduce(afterFact, before));
  });

  it("says what is on view, since when by Redis' clock, and why it went LIVE", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, beginBehind, "c1");
    await desks.change(deskId, caughtUp);
    const [, begun, ended] = await facts(deskId);
    expect(begun).toEqual({
      type: "modeSet",
      atMs: expect.any(Number),
      commandId: "c1",
      mode: "REPLAY",
      modeChanges: 1,
      replay: { ...beginBehind.replay, sinceMs: begun?.atMs },
      reason: "command",
    });
    expect(ended).toEqual({ type: "modeSet", atMs: expect.any(Number), mode: "LIVE", modeChanges: 2, reason: "caughtUp" });
  });

  it("keeps a command as it came, and knows one that comes again", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, begin);
    const commands = [
      { action: "seek", value: { atMs: 1_764_000_123_456, eventId: "7301" } },
      { action: "seek", value: { percent: 33.25 } },
      { action: "speed", value: 0.1 },
      { action: "loop", value: { fromMs: 1_764_000_000_001, toMs: 1_764_000_009_999 } },
      { action: "loop", value: null },
      { action: "skipIdle", value: false },
    ] as const;
    for (const [n, command] of commands.entries())
      await desks.change(deskId, { type: "commandReplay", session, command }, { id: `c${n}`, actor: "ann" });
    const again = { type: "commandReplay", session, command: commands[0] } as const;
    expect(await desks.change(deskId, again, { id: "c0", actor: "ann" })).toMatchObject({ outcome: "applied", repeated: true });
    const told = (await facts(deskId)).flatMap((fact) => (fact.type === "replayCommanded" ? [fact.command] : []));
    expect(told).toEqual(commands);
  });

  it("is not begun twice by a command that comes again, though it would be another replay session", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, begin, "c1");
    expect(await desks.change(deskId, beginOther, "c1")).toMatchObject({ outcome: "applied", repeated: true });
    expect((await stateOf(deskId))?.replay?.session).toBe(session);
  });

  it("survives the reaper, and keeps desk and position for a day", async () => {
    const deskId = await openDesk();
    await desks.present(deskId, here, 1);
    await desks.change(deskId, { type: "watch", creatorId: "cr_alice" as never, handle: "alice" });
    await desks.present(deskId, here, 0);
    expect(await keptMs(deskId)).toBeLessThanOrEqual(HOUR_MS);
    await desks.change(deskId, begin);
    const joins = (await desks.read(deskId))?.joins ?? -1;
    expect(await outcomeOf(deskId, { type: "reap", joins, dead: [] })).toBe("applied");
    expect(await keptMs(deskId)).toBeGreaterThan(23 * HOUR_MS);
    expect(await stateOf(deskId)).toMatchObject({ mode: "REPLAY", replay: { session, recordingId } });
    await desks.present(deskId, here, 1);
    await desks.present(deskId, here, 0);
    expect(await keptMs(deskId)).toBeGreaterThan(23 * HOUR_MS);
  });

  it("is behind live still when its desk has rested, unless that comes back to another creator", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, watch("ann"));
    await desks.change(deskId, beginBehind);
    const rest = async () => {
      const joins = (await desks.read(deskId))?.joins ?? -1;
      expect(await outcomeOf(deskId, { type: "reap", joins, dead: [] })).toBe("applied");
    };
    const before = (await stateOf(deskId)) as DeskState;
    await rest();
    await desks.change(deskId, watch("ann"));
    expect((await stateOf(deskId))?.replay).toMatchObject({ isBehindLive: true });
    expect((await facts(deskId)).reduce(afterFact, before)).toEqual(await stateOf(deskId));
    await rest();
    await desks.change(deskId, watch("bob"));
    expect((await stateOf(deskId))?.replay).not.toHaveProperty("isBehindLive");
  });

  it("ends with the desk", async () => {
    const deskId = await openDesk();
    await desks.change(deskId, begin);
    await desks.change(deskId, { type: "close" });
    expect((await facts(deskId)).slice(-2)).toMatchObject([
      { type: "modeSet", mode: "LIVE" },
      { type: "unwatched", reason: "closed" },
    ]);
    expect(await keptMs(deskId)).toBeLessThanOrEqual(HOUR_MS);
  });

  it("records what it watches unless it is told not to", async () => {
    const deskId = await openDesk();
    expect(await outcomeOf(deskId, { type: "setRecording", records: true })).toBe("unchanged");
    expect(await outcomeOf(deskId, { type: "setRecording", records: false })).toBe("applied");
    expect((await stateOf(deskId))?.records).toBe(false);
    expect(await outcomeOf(deskId, { type: "setRecording", records: true })).toBe("applied");
    expect(await stateOf(deskId)).not.toHaveProperty("records");
    expect((await facts(deskId)).slice(1)).toMatchObject([{ records: false }, { records: true }]);
  });
});

import { decodeCursor, encodeCursor } from "@frontrow/protocol/cursor";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { itemsOf } from "@frontrow/protocol/entry";
import { problemSchema } from "@frontrow/protocol/http";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { listSamples } from "@frontrow/recording/samples";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createLogStore } from "@frontrow/redis/log";
import { createWantedIndex, shardOf } from "@frontrow/redis/wanted-index";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { type Broadcast, chat } from "./broadcast.ts";
import type { Received, TestClient } from "./client.ts";
import { Harness } from "./harness.ts";
import { Player } from "./player.ts";

interface Desk {
  readonly sessionId: string;
  readonly resumeToken: string;
}
interface At {
  readonly client: TestClient;
  readonly desk: Desk;
}

describe("replays of desks", () => {
  let harness: Harness;
  let gateways: Gateway[];

  beforeAll(async () => {
    harness = await Harness.start();
    gateways = [(await harness.gateway()).gateway, (await harness.gateway()).gateway];
  });
  afterAll(() => harness.close());

  const one = () => gateways[0] as Gateway;
  const other = () => gateways[1] as Gateway;

  /** A new user of a broadcast that is live, which has one chat. */
  async function watching(broadcast: { handle: string }, gateway = one(), options: { batched?: boolean } = {}): Promise<At> {
    const client = harness.client(gateway, options);
    const { data } = await client.next("sessionCreated");
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    return { client, desk: { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) } };
  }

  async function joining(gateway: Gateway, desk: Desk, options: { batched?: boolean; pos?: string | undefined } = {}) {
    const client = harness.client(gateway, options);
    client.send({ type: "resume", ...desk, ...(options.pos ? { pos: options.pos } : {}) });
    return { client, resumed: await client.next("resumed") };
  }

  const live = async (): Promise<Broadcast & { handle: string }> => {
    const broadcast = await harness.broadcast();
    await broadcast.append([chat("live0")]);
    await broadcast.fold({ chats: 1, atMs: 700_000 });
    return broadcast;
  };

  const stateOf = async ({ sessionId }: Desk): Promise<DeskState | undefined> =>
    (await createDeskStore(harness.redis.client).read(sessionId as DeskId))?.state;
  const factsOf = async ({ sessionId }: Desk): Promise<DeskFact[]> => {
    const entries = await createLogStore(harness.redis.client).readBack(sessionId as DeskId, { entries: 200 });
    return entries.reverse().flatMap((entry) => itemsOf({ kind: "desk", data: entry.data }));
  };
  const playerOf = async (desk: Desk): Promise<Player> =>
    eventually(async () => Player.of(harness.redis, (await stateOf(desk))?.replay?.session ?? ""));

  /** Steps back, and has the replay begin at its owner's with one chat. */
  async function stepBack({ client, desk }: At, asked: object = {}): Promise<Player> {
    client.send({ type: "setMode", mode: "REPLAY", ...asked });
    await eventually(async () => expect((await stateOf(desk))?.mode).toBe("REPLAY"));
    const player = await playerOf(desk);
    await player.seek(500_000, [chat("then1")], { chats: 1 });
    await eventually(() => expect(historyOf(client, 2, player.sessionId)).toEqual(["then1"]));
    return player;
  }

  /** Ids of the history that a client was sent of an epoch. */
  const historyOf = (client: TestClient, epoch: number, session: string) =>
    client.frames
      .findLast(({ type, data }) => type === "history" && data?.["epoch"] === epoch && data?.["session"] === session)
      ?.data?.items?.map(({ id }) => id);
  /** Sessions and epochs of everything that a client was sent from a frame on, in order, each once in a row. */
  const shown = (frames: readonly Received[]): string[] => {
    const all = frames.flatMap(({ type, data, pos, log, epoch }) => {
      if (log?.startsWith("ses_")) return [`${log} ${epoch}`];
      if (type === "history") return [`${data?.["session"]} ${data?.["epoch"]}`];
      const session = pos ? decodeCursor(pos)?.session : undefined;
      return session ? [`${session.log} ${session.epoch}`] : [];
    });
    return all.filter((each, index) => each !== all[index - 1]);
  };
  const fence = async (client: TestClient): Promise<void> => {
    const from = client.frames.length;
    client.send({ type: "test" });
    await client.next("test", from);
  };
  const errorOf = async (client: TestClient, command: object): Promise<Received["data"]> => {
    const from = client.frames.length;
    client.send(command);
    return (await client.next("error", from)).data;
  };

  for (const batched of [false, true]) {
    const dialect = batched ? "batched" : "plain";

    it(`step back while it is live: all members are told once and shown it, others nothing (${dialect})`, async () => {
      const broadcast = await live();
      const a = await watching(broadcast, one(), { batched });
      const mate = await joining(other(), a.desk, { batched });
      await mate.client.next("history");
      const b = await watching(broadcast, other(), { batched });
      const logBefore = await createLogStore(harness.redis.client).tail(broadcast.sessionId);
      const starts = [a.client, mate.client, b.client].map(({ frames }) => frames.length);
      const player = await stepBack(a, { atMs: 500_000, paused: true });
      expect(player.stored.record).toMatchObject({ position: { atMs: 500_000 }, state: "paused" });
      await eventually(() => expect(historyOf(mate.client, 2, player.sessionId)).toEqual(["then1"]));
      expect(await createLogStore(harness.redis.client).tail(broadcast.sessionId)).toEqual(logBefore);
      await broadcast.append([chat("live1")]);
      await player.play(501_000, [chat("then2")], { chats: 2 });
      for (const client of [a.client, mate.client]) await eventually(() => expect(client.eventIds()).toEqual(["then2"]));
      await eventually(() => expect(b.client.eventIds()).toEqual(["live1"]));
      for (const [index, client] of [a.client, mate.client].entries()) {
        const frames = client.frames.slice(starts[index]);
        const changes = frames.flatMap(({ type, items }, at) =>
          type === "modeChanged" || items?.some((item) => item["type"] === "modeSet") ? [at] : [],
        );
        expect(changes).toHaveLength(1);
        // The first epoch is over before its snapshot is read, or is shown for a moment.
        const epochs = shown(frames.slice((changes[0] ?? 0) + 1));
        expect([`${player.sessionId} 1`, `${player.sessionId} 2`]).toEqual(expect.arrayContaining(epochs));
        expect(epochs.at(-1)).toBe(`${player.sessionId} 2`);
        const insights = client.frames.findLast(({ type }) => type === "insights");
        expect(insights?.data?.items).toMatchObject([{ type: "replayState", positionMs: 500_000 }]);
      }
      await fence(b.client);
      expect(shown(b.client.frames.slice(starts[2]))).toEqual([`${broadcast.sessionId} 1`]);
      expect(JSON.stringify(b.client.frames.slice(starts[2]))).not.toContain(player.sessionId);
    });
  }

  it("show a seek at once: of the epoch before nothing comes any more, nor to anybody else", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const b = await watching(broadcast, other());
    const [mine, theirs] = [await stepBack(a), await stepBack(b)];
    const untouched = b.client.frames.length;
    const from = a.client.frames.length;
    for (let n = 0; n < 5; n++) await mine.seek(100_000 + n, [chat(`place${n}`)], { chats: n });
    await eventually(() => expect(historyOf(a.client, 7, mine.sessionId)).toEqual(["place4"]));
    await eventually(() => {
      const metrics = a.client.frames.slice(from).findLast(({ type }) => type === "metrics");
      expect(metrics?.data).toMatchObject({ chats: 4, atMs: 100_004 });
    });
    const epochs = shown(a.client.frames.slice(from)).map((each) => Number(each.split(" ")[1]));
    expect(epochs).toEqual([...epochs].sort((x, y) => x - y));
    await fence(b.client);
    expect(JSON.stringify(b.client.frames.slice(untouched))).not.toContain(mine.sessionId);
    expect(theirs.epoch).toBe(2);
  });

  it("take commands of any member, in order, on any gateway, and of nobody else", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const b = await watching(broadcast, other());
    const player = await stepBack(a);
    await stepBack(b);
    const mate = await joining(other(), a.desk);
    await mate.client.next("history");
    a.client.send({ type: "replay", action: "pause" });
    await eventually(async () => expect((await factsOf(a.desk)).at(-1)).toMatchObject({ command: { action: "pause" } }));
    mate.client.send({ type: "replay", action: "seek", value: { percent: 12.5 }, commandId: "m1" });
    await eventually(async () =>
      expect((await factsOf(a.desk)).slice(-2)).toMatchObject([
        { type: "replayCommanded", session: player.sessionId, command: { action: "pause" } },
        { type: "replayCommanded", session: player.sessionId, command: { action: "seek", value: { percent: 12.5 } } },
      ]),
    );
    mate.client.send({ type: "replay", action: "seek", value: { percent: 12.5 }, commandId: "m1" });
    await fence(mate.client);
    expect((await factsOf(a.desk)).filter(({ type }) => type === "replayCommanded")).toHaveLength(2);
    expect((await factsOf(b.desk)).filter(({ type }) => type === "replayCommanded")).toEqual([]);
  });

  it("refuse what cannot be, and say what is wrong", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const b = await watching(await live(), other());
    await stepBack(b);
    const stranger = (await stateOf(b.desk))?.replay;
    const { client } = a;
    expect(await errorOf(client, { type: "replay", action: "pause", commandId: "1" })).toMatchObject({
      code: "NOT_IN_REPLAY",
      commandId: "1",
    });
    const notHeld = [stranger?.recordingId, `${stranger?.session}-1`, "ses_aaaaaaaaaaaaaaaaaaaaaaaaaa-1764000000000"];
    for (const recordingId of notHeld)
      expect(await errorOf(client, { type: "setMode", mode: "REPLAY", recordingId })).toMatchObject({
        code: "RECORDING_NOT_FOUND",
      });
    expect(await errorOf(client, { type: "setMode", mode: "REPLAY", recordingId: "../../etc" })).toMatchObject({
      code: "BAD_MESSAGE",
    });
    await stepBack(a);
    const bad = [
      [{ action: "seek", value: { percent: 101 } }, /percent/],
      [{ action: "seek" }, /atMs/],
      [{ action: "speed", value: 1_000 }, /100/],
      [{ action: "loop", value: { fromMs: 5, toMs: 6 } }, /a second/],
      [{ action: "step", value: { kind: "chat" } }, /direction/],
      [{ action: "explode" }, /action/],
    ] as const;
    for (const [command, words] of bad)
      expect(await errorOf(client, { type: "replay", ...command })).toMatchObject({
        code: "BAD_MESSAGE",
        message: expect.stringMatching(words),
      });
    expect((await factsOf(a.desk)).filter(({ type }) => type === "replayCommanded")).toEqual([]);
    const nobody = harness.client(one());
    await nobody.next("sessionCreated");
    expect(await errorOf(nobody, { type: "setMode", mode: "REPLAY" })).toMatchObject({ code: "NOTHING_TO_REPLAY" });
  });

  it("need a recording: a desk that does not record has nothing to step back in", async () => {
    const broadcast = await live();
    const client = harness.client(one());
    await client.next("sessionCreated");
    client.send({ type: "setRecording", records: false });
    expect((await client.next("recordingSet")).data).toEqual({ records: false });
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    expect(await errorOf(client, { type: "setMode", mode: "REPLAY" })).toMatchObject({ code: "NOTHING_TO_REPLAY" });
    client.send({ type: "setRecording", records: true });
    client.send({ type: "setMode", mode: "REPLAY" });
    const replay = (await client.next("modeChanged")).data?.["replay"] as { recordingId: string };
    expect(replay).toMatchObject({ isBehindLive: true });

    // Chosen from the list it is the same: what the desk watches is stepped back in.
    client.send({ type: "setMode", mode: "LIVE" });
    await eventually(() => expect(client.types().filter((type) => type === "modeChanged")).toHaveLength(2));
    const from = client.frames.length;
    client.send({ type: "setMode", mode: "REPLAY", recordingId: replay.recordingId });
    const chosen = (await client.next("modeChanged", from)).data;
    expect(chosen).toMatchObject({ mode: "REPLAY", replay: { recordingId: replay.recordingId, isBehindLive: true } });
  });

  it("end with LIVE: live data alone, and another's replay is not touched", async () => {
    const broadcast = await live();
    const [a, b] = [await watching(broadcast), await watching(broadcast, other())];
    const [mine, theirs] = [await stepBack(a), await stepBack(b)];
    const [fromA, fromB] = [a.client.frames.length, b.client.frames.length];
    b.client.send({ type: "setMode", mode: "LIVE" });
    await b.client.next("modeChanged", fromB);
    await theirs.play(502_000, [chat("late")]).catch(() => {});
    await b.client.next("history", fromB);
    await broadcast.append([chat("now")]);
    await eventually(() => expect(b.client.eventIds()).toEqual(["now"]));
    expect(shown(b.client.frames.slice(fromB))).toEqual([`${broadcast.sessionId} 1`]);
    expect(b.client.types().filter((type) => type === "modeChanged")).toHaveLength(2);
    await mine.play(503_000, [chat("mine")]);
    await eventually(() => expect(a.client.eventIds()).toEqual(["mine"]));
    expect(shown(a.client.frames.slice(fromA))).toEqual([`${mine.sessionId} 2`]);
    expect(await stateOf(a.desk)).toMatchObject({ mode: "REPLAY" });
    // `stop` is another word for it.
    a.client.send({ type: "replay", action: "stop" });
    expect((await a.client.next("modeChanged", fromA)).data).toMatchObject({ mode: "LIVE" });
    expect(await errorOf(a.client, { type: "replay", action: "stop" })).toMatchObject({ code: "NOT_IN_REPLAY" });
  });

  it("end with LIVE of another creator: the one before is on no screen in between", async () => {
    const [before, next] = [await live(), await live()];
    const a = await watching(before);
    const overHttp = async (username: string) => {
      const response = await fetch(`${other().url}/api/v1/desks/${a.desk.sessionId}/mode`, {
        method: "PUT",
        headers: { authorization: `Bearer ${a.desk.resumeToken}`, "content-type": "application/json" },
        body: JSON.stringify({ mode: "LIVE", username }),
      });
      return response.status;
    };
    await stepBack(a);
    let from = a.client.frames.length;
    a.client.send({ type: "setMode", mode: "LIVE", username: "not a name" });
    await a.client.next("usernameChangeError", from);
    expect(await overHttp("not a name")).toBe(422);
    expect(await stateOf(a.desk)).toMatchObject({ mode: "REPLAY", handle: before.handle });
    for (const [handle, session, leave] of [
      [next.handle, next.sessionId, () => a.client.send({ type: "setMode", mode: "LIVE", username: next.handle })],
      [before.handle, before.sessionId, () => overHttp(before.handle)],
    ] as const) {
      if ((await stateOf(a.desk))?.mode === "LIVE") await stepBack(a);
      from = a.client.frames.length;
      await leave();
      await a.client.next("history", from);
      expect(await stateOf(a.desk)).toMatchObject({ mode: "LIVE", handle });
      const facts = (await factsOf(a.desk)).map(({ type }) => type);
      expect(facts.slice(-2)).toEqual(["watched", "modeSet"]);
      const changed = a.client.frames.findLastIndex(({ type }) => type === "modeChanged");
      expect(new Set(shown(a.client.frames.slice(changed + 1)))).toEqual(new Set([`${session} 1`]));
    }
  });

  it("are begun once by a command that comes again, and leave nothing else behind", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const { recordingId } = (await stepBack(a)).stored;
    const begin = { type: "setMode", mode: "REPLAY", recordingId, commandId: "again" };
    const from = a.client.frames.length;
    a.client.send(begin);
    await a.client.next("modeChanged", from);
    const sessionId = (await stateOf(a.desk))?.replay?.session;
    const sessionsOf = async () => {
      const all = await harness.redis.client.keys("fr:{ses_*}:session");
      const desks = await Promise.all(all.map((key) => harness.redis.client.hget(key, "deskId")));
      return all.filter((_, index) => desks[index] === a.desk.sessionId);
    };
    const known = await sessionsOf();
    expect(known).toContain(keys.session(sessionId as SessionId));
    a.client.send(begin);
    await fence(a.client);
    expect(await sessionsOf()).toEqual(known);
    expect((await stateOf(a.desk))?.replay?.session).toBe(sessionId);
  });

  it("are found by whoever joins the desk, and not by a new user", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const player = await stepBack(a);
    await player.play(504_000, [chat("then2")], { chats: 2 });
    const c = await watching(broadcast, other());
    const own = c.desk;
    c.client.send({ type: "resume", ...a.desk });
    const { data } = await c.client.next("resumed");
    expect(data?.["desk"]).toMatchObject({ mode: "REPLAY", replay: { session: player.sessionId } });
    await eventually(() => expect(historyOf(c.client, 2, player.sessionId)).toEqual(["then1", "then2"]));
    expect(await stateOf(own)).toMatchObject({ mode: "LIVE" });
    const fresh = await watching(broadcast, other());
    expect((await fresh.client.next("sessionCreated")).data?.["desk"]).toMatchObject({ mode: "LIVE" });
    expect(shown(fresh.client.frames)).toEqual([`${broadcast.sessionId} 1`]);
  });

  it("rest while nobody is there, and are found again, with what was missed or a snapshot", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const player = await stepBack(a);
    await player.play(505_000, [chat("seen")], { chats: 2 });
    await eventually(() => expect(a.client.eventIds()).toEqual(["seen"]));
    const pos = a.client.frames.findLast((frame) => frame.pos)?.pos;
    a.client.cut();
    const desks = createDeskStore(harness.redis.client);
    const deskId = a.desk.sessionId as DeskId;
    await eventually(async () => expect(await desks.gateways(deskId)).toEqual([]));
    const joins = (await desks.read(deskId))?.joins ?? -1;
    expect((await desks.change(deskId, { type: "reap", joins, dead: [] })).outcome).toBe("applied");
    await player.play(506_000, [chat("missed")], { chats: 3 });
    const back = await joining(other(), a.desk, { pos });
    expect(back.resumed.data).toMatchObject({ recovered: true, desk: { mode: "REPLAY", handle: broadcast.handle } });
    await eventually(() => expect(back.client.eventIds()).toEqual(["missed"]));
    expect(back.client.types()).not.toContain("history");
    // It is wanted again, so that a worker takes it.
    const shard = shardOf(player.sessionId);
    const { ids } = await createWantedIndex(harness.redis.client).scan("replay", shard, "0");
    expect(ids.map(({ id }) => id)).toContain(player.sessionId);
  });

  it("are over when they are gone: whoever comes back after that is LIVE", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const player = await stepBack(a);
    a.client.cut();
    const { client } = harness.redis;
    await eventually(async () => expect(await client.exists(keys.presence(a.desk.sessionId as DeskId))).toBe(0));
    const { sessionId } = player;
    await client.del(keys.session(sessionId), keys.metrics(sessionId), keys.log(sessionId), keys.head(sessionId));
    const back = await joining(other(), a.desk);
    expect(back.resumed.data).toMatchObject({ recovered: false, desk: { mode: "LIVE", handle: broadcast.handle } });
    expect((await back.client.next("history")).data).toMatchObject({ session: broadcast.sessionId });
  });

  it("believe no position of another epoch, another replay, or the time before", async () => {
    const broadcast = await live();
    const [a, b] = [await watching(broadcast), await watching(broadcast)];
    const before = a.client.frames.findLast((frame) => frame.pos)?.pos ?? "";
    const [mine, theirs] = [await stepBack(a), await stepBack(b)];
    await theirs.play(506_000, [chat("secret")]);
    await mine.play(506_000, [chat("m1")]);
    await eventually(() => expect(a.client.eventIds()).toEqual(["m1"]));
    await eventually(() => expect(b.client.eventIds()).toEqual(["secret"]));
    const epoch2 = a.client.frames.findLast((frame) => frame.pos)?.pos ?? "";
    const foreign = decodeCursor(b.client.frames.findLast((frame) => frame.pos)?.pos ?? "")?.session;
    await mine.seek(50_000, [chat("third")], { chats: 9 });
    await eventually(() => expect(historyOf(a.client, 3, mine.sessionId)).toEqual(["third"]));
    const epoch3 = decodeCursor(a.client.frames.findLast((frame) => frame.pos)?.pos ?? "");
    const forged = [
      before,
      epoch2,
      encodeCursor({ ...epoch3, ...(foreign ? { session: foreign } : {}) }),
      encodeCursor({
        ...epoch3,
        session: { ...(epoch3?.session as never as { log: SessionId; epoch: number; id: string; stamp: string }), epoch: 99 },
      }),
    ];
    for (const pos of forged) {
      const back = await joining(other(), a.desk, { pos });
      expect(back.resumed.data).toMatchObject({ recovered: false });
      await eventually(() => expect(historyOf(back.client, 3, mine.sessionId)).toEqual(["third"]));
      expect(JSON.stringify(back.client.frames)).not.toContain("secret");
      back.client.cut();
    }
  });

  it("may be answered in while behind live alone, and count what was answered by then", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const asked = [10_000, 20_000].map((atMs) => ({ id: questionIdOf(`e${atMs}`, atMs), eventId: `e${atMs}`, atMs }));
    const questionsAsked = asked.map((each) => ({ type: "questionDetected", text: "why?", priority: 3, ...each }) as const);
    a.client.send({ type: "answerQuestion", questionId: asked[0]?.id });
    const answeredAtMs = Number((await a.client.next("questionAnswered")).data?.["atMs"]);
    const player = await stepBack(a);
    const queue = async () => {
      const headers = { authorization: `Bearer ${a.desk.resumeToken}` };
      const response = await fetch(`${other().url}/api/v1/desks/${a.desk.sessionId}/questions`, { headers });
      return (await response.json()) as { answered: number; questions: { id: string; status: string }[] };
    };
    await player.seek(answeredAtMs - 1, [], { questions: 2 }, { questionsAsked });
    expect((await queue()).answered).toBe(0);
    await player.seek(answeredAtMs, [], { questions: 2 }, { questionsAsked });
    expect((await queue()).answered).toBe(1);
    // Behind live: what is answered now is answered in the broadcast.
    await player.seek(30_000, [], { questions: 2 }, { questionsAsked });
    const from = a.client.frames.length;
    a.client.send({ type: "answerQuestion", questionId: asked[1]?.id });
    await a.client.next("questionAnswered", from);
    expect((await stateOf(a.desk))?.answers?.[asked[1]?.id ?? ""]).toMatchObject({ session: broadcast.sessionId });
    expect(await queue()).toMatchObject({ answered: 1 });
    // A recording of another broadcast is over.
    a.client.send({ type: "setMode", mode: "REPLAY", recordingId: (await listSamples())[0]?.recordingId });
    await a.client.next("modeChanged", from);
    for (const type of ["answerQuestion", "ignoreQuestion", "reopenQuestion"])
      expect(await errorOf(a.client, { type, questionId: asked[1]?.id })).toMatchObject({ code: "NOT_IN_LIVE" });
  });

  it("are told what happens live beside them: raids as they come, once", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    await stepBack(a);
    const raid = { type: "moment", id: "raid1", kind: "raid", atMs: 700_001, params: { viewers: 300, seconds: 20 } } as const;
    await broadcast.fold({ chats: 1 }, {}, [raid]);
    await broadcast.fold({ chats: 1 }, {}, [raid, { ...raid, id: "raid2" }]);
    expect((await a.client.next("liveAlert")).data).toMatchObject({
      session: broadcast.sessionId,
      username: broadcast.handle,
      moment: { id: "raid1", text: expect.any(String) },
    });
    await fence(a.client);
    expect(a.client.types().filter((type) => type === "liveAlert")).toHaveLength(1);
  });

  it("stay on view when the broadcast ends, or the next one begins", async () => {
    const broadcast = await live();
    const a = await watching(broadcast);
    const player = await stepBack(a);
    const from = a.client.frames.length;
    await broadcast.status({ state: "ended" });
    expect((await a.client.next("disconnected", from)).data).toMatchObject({ reason: "ended" });
    await player.play(507_000, [chat("on")]);
    await eventually(() => expect(a.client.eventIds()).toEqual(["on"]));
    expect(shown(a.client.frames.slice(from))).toEqual([`${player.sessionId} 2`]);
  });

  it("do over HTTP what they do over a socket, for the desk's token alone", async () => {
    const broadcast = await live();
    const [a, b] = [await watching(broadcast), await watching(broadcast)];
    const call = async (method: string, path: string, body?: object, token = a.desk.resumeToken) => {
      const response = await fetch(`${other().url}/api/v1/desks/${a.desk.sessionId}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>) };
    };
    const codeOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => `${status} ${problemSchema.parse(body).code}`;
    const paths = [
      ["PUT", "/mode", { mode: "REPLAY" }],
      ["POST", "/replay/pause", {}],
      ["GET", "/recordings", undefined],
      ["PUT", "/recording", { records: false }],
    ] as const;
    for (const [method, path, body] of paths)
      expect(codeOf(await call(method, path, body, b.desk.resumeToken))).toBe("403 FORBIDDEN");

    expect(codeOf(await call("POST", "/replay/pause", {}))).toBe("409 NOT_IN_REPLAY");
    const list = await eventually(async () => {
      const answer = await call("GET", "/recordings");
      const all = (answer.body?.["recordings"] ?? []) as { recordingId: string; isSample?: true }[];
      const own = all.filter(({ isSample }) => !isSample);
      expect(own).toHaveLength(1);
      return own;
    });
    const recordingId = list[0]?.recordingId;
    const unknown = `${broadcast.sessionId}-12345`;
    expect(codeOf(await call("PUT", "/mode", { mode: "REPLAY", recordingId: unknown }))).toBe("404 RECORDING_NOT_FOUND");
    expect(await call("PUT", "/mode", { mode: "REPLAY", recordingId, atMs: 5_000 })).toMatchObject({
      status: 200,
      body: { mode: "REPLAY", replay: { recordingId } },
    });
    await a.client.next("modeChanged");
    expect(await call("POST", "/replay/seek", { value: { byMs: -10_000 } })).toMatchObject({ status: 202 });
    expect((await factsOf(a.desk)).at(-1)).toMatchObject({ command: { action: "seek", value: { byMs: -10_000 } } });
    expect(codeOf(await call("POST", "/replay/speed", { value: "fast" }))).toBe("400 BAD_MESSAGE");
    expect(await call("POST", "/replay/seek", { value: 5 })).toMatchObject({
      body: { detail: "replay seek: value: give atMs (with eventId or without), percent, byMs or edge" },
    });
    expect(codeOf(await call("POST", "/replay/explode", {}))).toBe("400 BAD_MESSAGE");
    expect(await stateOf(a.desk)).toMatchObject({ replay: { recordingId, isBehindLive: true } });
    const sample = (await listSamples())[0]?.recordingId;
    expect(await call("PUT", "/mode", { mode: "REPLAY", recordingId: sample })).toMatchObject({ status: 200 });
    expect(codeOf(await call("PUT", "/questions/q:1", { status: "answered" }))).toBe("409 NOT_IN_LIVE");
    expect(await call("POST", "/replay/stop", {})).toMatchObject({ status: 202 });
    expect(await stateOf(a.desk)).toMatchObject({ mode: "LIVE" });
    expect(await call("PUT", "/recording", { records: false })).toMatchObject({ status: 200, body: { records: false } });
    expect(await stateOf(b.desk)).toMatchObject({ mode: "LIVE" });
    expect(await stateOf(b.desk)).not.toHaveProperty("records");
  });

  it("are limited: a flood of commands is refused, and reaches nobody's replay", async () => {
    const { gateway } = await harness.gateway({ REPLAY_COMMANDS_PER_DESK_MINUTE: 5, REPLAYS_PER_DESK_MINUTE: 2 });
    const broadcast = await live();
    const a = await watching(broadcast, gateway);
    await stepBack(a);
    for (let n = 0; n < 6; n++) a.client.send({ type: "replay", action: "seek", value: { atMs: 1_000 + n } });
    expect((await a.client.next("error")).data).toMatchObject({ code: "RATE_LIMITED", retryAtMs: expect.any(Number) });
    expect((await factsOf(a.desk)).filter(({ type }) => type === "replayCommanded")).toHaveLength(5);
    const recordingId = (await stateOf(a.desk))?.replay?.recordingId;
    a.client.send({ type: "setMode", mode: "REPLAY", recordingId });
    const { data } = await eventually(() => a.client.next("modeChanged", a.client.frames.length - 3));
    expect(data).toMatchObject({ mode: "REPLAY" });
    expect(await errorOf(a.client, { type: "setMode", mode: "REPLAY", recordingId })).toMatchObject({ code: "RATE_LIMITED" });
  });

  it("are scrubbed without end before a socket that does not read: it stays, and gets the newest place", async () => {
    const broadcast = await live();
    const a = await watching(broadcast, one(), { batched: true });
    const player = await stepBack(a);
    a.client.webSocket.pause();
    const text = "x".repeat(700);
    const places = 60;
    for (let n = 0; n < places; n++) {
      const events = Array.from({ length: 200 }, (_, row) => chat(`p${n}.${row}`, text));
      await player.seek(10_000 + n, events, { chats: n });
    }
    // All that a seek brings about in this gateway has been done: another socket of the desk has the last place.
    const mate = await joining(one(), a.desk, { batched: true });
    await eventually(() => expect(historyOf(mate.client, places + 2, player.sessionId)).toHaveLength(200));
    expect(one().waitingBytes).toBeLessThan(1_048_576);
    a.client.webSocket.resume();
    await eventually(() => expect(historyOf(a.client, places + 2, player.sessionId)?.at(-1)).toBe(`p${places - 1}.199`));
    expect(a.client.closedWith).toBeUndefined();
    const histories = a.client.frames.filter(({ type }) => type === "history");
    expect(histories.length).toBeLessThan(places / 2);
  });
});

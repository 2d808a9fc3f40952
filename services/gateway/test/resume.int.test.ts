import { type Cursor, decodeCursor, encodeCursor } from "@frontrow/protocol/cursor";
import type { LiveEvent } from "@frontrow/protocol/event";
import { keys } from "@frontrow/redis/keys";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { type Broadcast, chat, like } from "./broadcast.ts";
import type { Received, TestClient } from "./client.ts";
import { Harness } from "./harness.ts";

interface Cuts {
  readonly batched: boolean;
  readonly random: () => number;
  readonly desk: object;
  readonly broadcast: Broadcast;
  readonly until: () => Promise<void>;
}

describe("resume", () => {
  let harness: Harness;
  let gateways: Gateway[];

  beforeAll(async () => {
    harness = await Harness.start();
    gateways = [(await harness.gateway()).gateway, (await harness.gateway()).gateway];
  });
  afterAll(() => harness.close());

  const one = () => gateways[0] as Gateway;
  const other = () => gateways[1] as Gateway;

  /** A client that watches the broadcast, with its desk's credentials. */
  async function watching(broadcast: { handle: string }, options: { batched?: boolean } = {}) {
    const client = harness.client(one(), options);
    const { data } = await client.next("sessionCreated");
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    return { client, desk: { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) } };
  }

  const resumed = (gateway: Gateway, command: object, options?: { batched?: boolean; path?: string }): TestClient => {
    const client = harness.client(gateway, options);
    client.send({ type: "resume", ...command });
    return client;
  };

  it("gives what was missed, on another gateway, in the plain dialect", async () => {
    const broadcast = await harness.broadcast();
    const { client, desk } = await watching(broadcast);
    await broadcast.append([chat("p1"), chat("p2"), chat("p3")]);
    await eventually(() => expect(client.eventIds()).toEqual(["p1", "p2", "p3"]));
    // Cut in the middle of an entry: the client has seen its first item only.
    const pos = client.frames.find(({ data }) => data?.["id"] === "p1")?.pos;
    client.cut();
    await broadcast.append([chat("p4")]);
    const back = resumed(other(), { ...desk, pos });
    expect((await back.next("resumed")).data).toMatchObject({ recovered: true, desk: { handle: broadcast.handle } });
    await broadcast.append([chat("p5")]);
    await eventually(() => expect(back.eventIds()).toEqual(["p2", "p3", "p4", "p5"]));
    expect(back.types()).not.toContain("history");
  });

  it("says once more how the source stands and all metrics, as they may have been folded", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.append([chat("m0")]);
    await broadcast.fold({ chats: 1 });
    const { client, desk } = await watching(broadcast);
    const { pos } = await client.next("metrics");
    client.cut();
    const back = resumed(other(), { ...desk, pos });
    expect((await back.next("connected")).data).toMatchObject({ session: broadcast.sessionId });
    expect((await back.next("metrics")).data).toEqual({ chats: 1 });
    expect(await back.next("sessionInfo")).toBeDefined();
  });

  it("tells the facts that were missed, and a snapshot, when the desk watches somebody else by now", async () => {
    const first = await harness.broadcast();
    const second = await harness.broadcast();
    const { client, desk } = await watching(first, { batched: true });
    const pos = batchedPos(client.frames);
    client.cut();
    const mate = resumed(one(), desk);
    await mate.next("resumed");
    mate.send({ type: "changeUsername", username: second.handle });
    mate.send({ type: "setLanguage", language: "fr" });
    await mate.next("languageSet");
    const back = resumed(other(), { ...desk, pos }, { batched: true });
    expect((await back.next("resumed")).data).toMatchObject({
      recovered: false,
      desk: { handle: second.handle, language: "fr" },
    });
    expect((await back.next("history")).data).toMatchObject({ session: second.sessionId });
    const facts = back.frames.filter(({ kind }) => kind === "desk").flatMap(({ items }) => items ?? []);
    expect(facts).toMatchObject([
      { type: "watched", handle: second.handle },
      { type: "languageSet", language: "fr" },
    ]);
  });

  it("gives a snapshot for a position that is trimmed, made up, or of another's log", async () => {
    const broadcast = await harness.broadcast();
    const { client, desk } = await watching(broadcast);
    const own = decodeCursor((await client.next("history")).pos ?? "") as Required<Cursor>;
    for (const id of ["a", "b", "c"]) await broadcast.append([chat(`t${id}`)]);
    await eventually(() => expect(client.eventIds()).toHaveLength(3));
    const seen = decodeCursor(client.frames.at(-3)?.pos ?? "") as Required<Cursor>;
    await harness.redis.client.xtrim(keys.log(broadcast.sessionId), "MAXLEN", "=", 1);
    await harness.redis.client.hset(
      keys.head(broadcast.sessionId),
      "trimmed",
      String(decodeCursor(client.frames.at(-2)?.pos ?? "")?.session?.id),
    );
    const session = own.session;
    const positions: (string | undefined)[] = [
      undefined,
      "nonsense",
      encodeCursor(seen),
      encodeCursor({ ...own, session: { ...session, id: "99999999999999999999-0" } }),
      encodeCursor({ ...own, session: { ...session, id: "99999999999999999999-99999999999999999999", items: 1 } }),
      encodeCursor({ ...own, session: { ...session, id: "9999999999999-0" } }),
      encodeCursor({ ...own, session: { ...session, stamp: "ingest:1:1", id: "1-1", items: 3 } }),
      encodeCursor({ ...own, session: { ...session, epoch: 7 } }),
      encodeCursor({ ...own, session: { ...session, log: "ses_somebodyelses" as never } }),
      encodeCursor({ ...own, desk: { ...own.desk, log: "dsk_somebodyelses" as never } }),
      encodeCursor({ ...own, desk: { ...own.desk, id: "9999999999999-0" } }),
    ];
    for (const pos of positions) {
      const back = resumed(other(), { ...desk, ...(pos === undefined ? {} : { pos }) });
      expect((await back.next("resumed")).data?.["recovered"], pos).toBe(false);
      expect((await back.next("history")).data?.items?.map((item) => item["id"])).toEqual(["tc"]);
      back.cut();
    }
  });

  it("refuses a wrong token and a desk that is not there, and a desk's address without `resume`", async () => {
    const broadcast = await harness.broadcast();
    const { desk } = await watching(broadcast);
    const wrong = resumed(one(), { ...desk, resumeToken: "guess" });
    expect((await wrong.next("error")).data).toMatchObject({ code: "FORBIDDEN" });
    expect((await wrong.next("sessionCreated")).data?.["sessionId"]).not.toBe(desk.sessionId);
    const nowhere = resumed(one(), { ...desk, sessionId: `dsk_${"a".repeat(26)}` });
    expect((await nowhere.next("error")).data).toMatchObject({ code: "DESK_NOT_FOUND" });

    const at = (id: string, command: object) => resumed(one(), command, { path: `/ws/${id}` });
    expect(await at(desk.sessionId, { ...desk, resumeToken: "guess" }).closed()).toBe(4003);
    const gone = `dsk_${"b".repeat(26)}`;
    expect(await at(gone, { ...desk, sessionId: gone }).closed()).toBe(4004);
    expect(await at(gone, desk).closed()).toBe(4004);
    const silent = harness.client(one(), { path: `/ws/${desk.sessionId}` });
    silent.send({ type: "changeUsername", username: broadcast.handle });
    expect((await silent.next("error")).data).toMatchObject({ code: "FORBIDDEN" });
    const good = at(desk.sessionId, desk);
    await good.next("history");
    expect(good.types()).not.toContain("sessionCreated");
    silent.cut();
  });

  it("stops a client that tries tokens", async () => {
    const broadcast = await harness.broadcast();
    const { desk } = await watching(broadcast);
    const client = harness.client(one());
    await client.next("sessionCreated");
    for (let n = 0; n < 10; n++) client.send({ type: "resume", ...desk, resumeToken: `guess${n}` });
    expect(await client.closed()).toBe(4003);
  });

  it("gives no hole and nothing twice at any cut, while the broadcast goes on", { timeout: 60_000 }, async () => {
    for (const [batched, seed] of [
      [false, 11],
      [true, 12],
      [false, 13],
      [true, 14],
    ] as const) {
      const broadcast = await harness.broadcast();
      const { client, desk } = await watching(broadcast, { batched });
      const random = seededRandom(seed);
      const sent: string[] = [];
      const writing = write(broadcast, random, sent, `s${seed}-`);
      const received = await readWithCuts(client, { batched, random, desk, broadcast, until: () => writing });
      expect(received, `seed ${seed}`).toEqual(sent);
      expect(sent.length).toBeGreaterThan(200);
    }
  });

  /** Appends entries of one to six events at an uneven pace. */
  async function write(broadcast: Broadcast, random: () => number, sent: string[], prefix: string): Promise<void> {
    for (let entry = 0; entry < 100; entry++) {
      const events: LiveEvent[] = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => {
        const id = `${prefix}${entry}.${n}`;
        return random() < 0.3 ? like(id, entry) : chat(id);
      });
      sent.push(...events.map(({ id }) => id));
      await broadcast.append(events);
      if (random() < 0.3) await broadcast.fold({ chats: entry });
      if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, random() * 30));
    }
  }

  /** Reads a broadcast to its end, cut off again and again after any frame, on one gateway and the other. */
  async function readWithCuts(first: TestClient, { batched, random, desk, broadcast, until }: Cuts): Promise<string[]> {
    const received: string[] = [];
    let client = first;
    let pos: string | undefined;
    let done = false;
    void until().then(() => {
      done = true;
    });
    for (let turn = 0; !done; turn++) {
      await new Promise((resolve) => setTimeout(resolve, random() * 150));
      // What had not been read when the link broke is lost with it: keep any part of what came.
      const kept = turn === 0 ? client.frames : client.frames.slice(0, Math.floor(random() * (client.frames.length + 1)));
      received.push(...eventIdsOf(kept));
      pos = (batched ? batchedPos(kept, pos) : kept.findLast((frame) => frame.pos)?.pos) ?? pos;
      expect(kept.filter(({ type }) => type === "resumed").every(({ data }) => data?.["recovered"])).toBe(true);
      client.cut();
      client = resumed(turn % 2 ? one() : other(), { ...desk, pos }, { batched });
    }
    await client.next("resumed");
    await eventually(() => expect(client.types().filter((type) => type === "metrics").length).toBeGreaterThan(0));
    // Nothing of the broadcast comes after its last event, once that is here.
    await broadcast.append([chat("the end")]);
    await eventually(() => expect(client.eventIds()).toContain("the end"));
    received.push(...eventIdsOf(client.frames));
    expect(received.pop()).toBe("the end");
    client.cut();
    return received;
  }
});

function eventIdsOf(frames: readonly Received[]): string[] {
  return frames.flatMap(({ kind, items, data }) => {
    if (kind === "events") return (items ?? []).map((item) => String(item["id"]));
    return typeof data?.["sentAtMs"] === "number" ? [String(data["id"])] : [];
  });
}

/** What a client of the batched dialect hands back: the last position in each log, of entries and of messages that have one. */
function batchedPos(frames: readonly Received[], before?: string): string {
  let cursor: Cursor = before ? (decodeCursor(before) ?? {}) : {};
  for (const { log, epoch, id, stamp, pos } of frames) {
    if (pos) cursor = { ...cursor, ...decodeCursor(pos) };
    else if (log) cursor = { ...cursor, [log.startsWith("dsk") ? "desk" : "session"]: { log, epoch, id, stamp } };
  }
  return encodeCursor(cursor);
}

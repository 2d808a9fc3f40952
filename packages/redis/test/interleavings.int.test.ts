import { setTimeout as pause } from "node:timers/promises";
import { type Position, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { seededRandom } from "@frontrow/testkit/random";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import type { Writer } from "../src/log/log.ts";
import type { Follow } from "../src/log/reader.ts";
import { appendAll, type Kit, numbered, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let commands: FaultProxy;
let pushes: FaultProxy;
let kit: Kit;
let direct: Kit;
beforeAll(async () => {
  server = await startTestRedis();
  commands = await startFaultProxy(server.port);
  pushes = await startFaultProxy(server.port);
  direct = await openKit(server.url);
  kit = await openKit(`redis://127.0.0.1:${commands.port}`, {
    subscriberUrl: `redis://127.0.0.1:${pushes.port}`,
    sweepMs: 300,
  });
});
afterAll(async () => {
  await Promise.all([kit.stop(), direct.stop()]);
  await Promise.all([commands.stop(), pushes.stop()]);
  await server.stop();
});

/** The keys of a log as they were, to be put back: what a promoted replica has that lacks the last writes. */
class Past {
  private taken: { key: string; dump: Buffer }[] = [];
  private readonly keys: string[];

  constructor(log: SessionId) {
    this.keys = [keys.log(log), keys.head(log), keys.owner(log, "ingest")];
  }

  async take(): Promise<void> {
    const dumps = await Promise.all(this.keys.map((key) => direct.redis.client.dumpBuffer(key)));
    this.taken = this.keys.map((key, n) => ({ key, dump: dumps[n] as Buffer }));
  }

  async putBack(): Promise<void> {
    const all = direct.redis.client.multi();
    for (const { key, dump } of this.taken) all.restore(key, 0, dump, "REPLACE");
    await all.exec();
  }
}

/**
 * Follows a log as its users do, anew after each resync, and checks what it is given: within one follow the numbers go up by
 * one, from the one after the position.
 */
class Audience {
  resyncs: string[] = [];
  wrong: string[] = [];
  /** The number at the position; undefined when the log is trimmed up to there. */
  last: number | undefined;
  /** None while it begins anew. */
  private follow: Follow | undefined;
  private readonly log: SessionId;

  constructor(log: SessionId) {
    this.log = log;
    this.begin(startOf(log), 0);
  }

  private begin(from: Position, last: number | undefined): void {
    this.last = last;
    this.follow = kit.reader.follow(from, {
      onEntry: ({ data }) => {
        const [number] = JSON.parse(data) as [number];
        if (this.last !== undefined && number !== this.last + 1) this.wrong.push(`${number} after ${this.last}`);
        this.last = number;
      },
      onResync: (reason) => {
        this.resyncs.push(reason);
        this.follow = undefined;
        void this.beginAnew();
      },
      onFailed: (error) => this.wrong.push(String(error)),
    });
  }

  private async beginAnew(): Promise<void> {
    const read = await direct.store.readAfter(startOf(this.log), { entries: 1 });
    if (read.outcome === "trimmed") this.begin(read.first, undefined);
    else this.begin(startOf(this.log), 0);
  }

  /** As a process that hands over does: ends here, goes on from the same position. */
  moveOn(): void {
    if (!this.follow) return;
    this.follow.close();
    this.begin(this.follow.position, this.last);
  }

  close(): void {
    this.follow?.close();
  }
}

async function play(seed: number): Promise<Audience> {
  const random = seededRandom(seed);
  const upTo = (n: number) => 1 + Math.floor(random() * n);
  const { log, writer } = await openSession(direct);
  const audience = new Audience(log);
  const past = new Past(log);
  await past.take();
  let last = 0;

  const steps: [weight: number, step: () => Promise<unknown> | unknown][] = [
    [10, () => append(upTo(4))],
    [3, () => kit.store.append(numbered(log, writer, upTo(last + 1)))],
    [3, () => appendOvertaken(writer, log)],
    [2, () => pushes.dropChunks((chunk) => chunk.includes("smessage") && random() < 0.5)],
    [2, () => pushes.heal()],
    [1, () => pushes.cut()],
    [1, () => commands.cut()],
    [2, () => pause(random() * 20)],
    [1, () => audience.moveOn()],
    [1, () => trim()],
    [1, () => overrun()],
    [2, () => past.take()],
    [1, () => failOver()],
  ];
  const bag = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

  async function append(count: number): Promise<void> {
    await appendAll(kit.store, log, writer, last + 1, last + count);
    last += count;
  }
  /** The second of two arrives first, is refused, and is sent again. */
  async function appendOvertaken(by: Writer, to: SessionId): Promise<void> {
    await Promise.all([kit.store.append(numbered(to, by, last + 2)), kit.store.append(numbered(to, by, last + 1))]);
    await append(2);
  }
  async function trim(): Promise<void> {
    const [entry] = (await direct.store.readBack(log, { entries: upTo(10) })).slice(-1);
    if (entry) await direct.store.trim(log, entry.id);
  }
  /** More is appended than is kept, and none of it is heard. */
  async function overrun(): Promise<void> {
    pushes.dropChunks((chunk) => chunk.includes("smessage"));
    await append(3);
    const [newest] = await direct.store.readBack(log, { entries: 1 });
    if (newest) await direct.store.trim(log, newest.id);
  }
  async function failOver(): Promise<void> {
    await past.putBack();
    pushes.cut();
    commands.cut();
  }

  for (let n = 0; n < 60; n += 1) {
    await bag[Math.floor(random() * bag.length)]?.();
  }
  pushes.heal();
  await append(1);
  await eventually(() => {
    expect({ seed, last: audience.last, wrong: audience.wrong }).toEqual({ seed, last, wrong: [] });
  });
  const kept = (await direct.store.readBack(log, { entries: 10_000 })).map(({ data }) => JSON.parse(data)[0] as number);
  expect(kept).toEqual(kept.map((_, n) => last - n));
  audience.close();
  return audience;
}

const SEEDS = Array.from({ length: 16 }, (_, n) => n + 1);

it("whatever happens in whichever order, a reader gets each entry once and in order, or hears that it must resync", async () => {
  const resyncs: string[] = [];
  for (const seed of SEEDS) resyncs.push(...(await play(seed)).resyncs);
  // The play is worth its name: both have happened.
  expect(new Set(resyncs)).toEqual(new Set(["lost", "trimmed"]));
});

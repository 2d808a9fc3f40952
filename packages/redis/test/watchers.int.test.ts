import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createWatcherStore, type WatcherStore } from "../src/stores/watchers.ts";

let server: RedisServer;
let redis: RedisConnection;
let watchers: WatcherStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  watchers = createWatcherStore(redis.client);
});
beforeEach(() => redis.client.flushall());
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

const creatorId = "cr_alice" as CreatorId;
const one = "dsk_one" as DeskId;
const two = "dsk_two" as DeskId;
const watch = (deskId: DeskId, generation: number) => ({ creatorId, deskId, generation });

describe("the watchers of a creator", () => {
  it("are counted once each, however often they attach", async () => {
    expect(await watchers.attach(watch(one, 1))).toBe("attached");
    expect(await watchers.attach(watch(one, 1))).toBe("attached");
    await watchers.attach(watch(two, 5));
    expect(await watchers.count(creatorId)).toBe(2);
    expect(await watchers.read(creatorId)).toEqual(
      new Map([
        [one, 1],
        [two, 5],
      ]),
    );
  });

  it("says how many are left after a detach", async () => {
    await watchers.attach(watch(one, 1));
    await watchers.attach(watch(two, 1));
    expect(await watchers.detach(watch(one, 1))).toEqual({ outcome: "detached", left: 1 });
    expect(await watchers.detach(watch(one, 1))).toEqual({ outcome: "absent", left: 1 });
    expect(await watchers.detach(watch(two, 1))).toEqual({ outcome: "detached", left: 0 });
  });

  it("keep a newer watch when the detach of an older one comes late", async () => {
    await watchers.attach(watch(one, 1));
    await watchers.attach(watch(one, 3));
    expect(await watchers.detach(watch(one, 2))).toEqual({ outcome: "newer", left: 1 });
    expect((await watchers.read(creatorId)).get(one)).toBe(3);
  });

  it("keep a newer watch when an older attach comes late", async () => {
    await watchers.attach(watch(one, 3));
    expect(await watchers.attach(watch(one, 1))).toBe("older");
    expect((await watchers.read(creatorId)).get(one)).toBe(3);
  });

  it("lose an older watch to a newer detach whose own watch never arrived", async () => {
    await watchers.attach(watch(one, 1));
    expect(await watchers.detach(watch(one, 4))).toEqual({ outcome: "detached", left: 0 });
  });
});

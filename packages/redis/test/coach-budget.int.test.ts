import type { DeskId } from "@frontrow/protocol/ids";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import type { RedisServer } from "../src/server/server.ts";
import { type CoachGrant, createCoachBudget } from "../src/stores/coach-budget.ts";

const later = Date.now() + 3_600_000;
const desk = (letter: string) => `dsk_${letter.repeat(20)}` as DeskId;

describe("the coach's budget", () => {
  let server: RedisServer;
  let redis: RedisConnection;
  beforeAll(async () => {
    server = await startTestRedis();
    redis = createRedis(server.url, quietLogger);
    await redis.start();
  });
  afterAll(async () => {
    await redis.stop();
    await server.stop();
  });
  beforeEach(() => redis.client.del(keys.coachBudget()));

  const budget = (perDeskHour: number, perDay: number) => createCoachBudget(redis.client, { perDeskHour, perDay });
  const spend = (letter: string, call: string, limits: [number, number]) =>
    budget(...limits).spend({ deskId: desk(letter), call, untilMs: later });
  const countOf = (grants: CoachGrant[], word: CoachGrant) => grants.filter((grant) => grant === word).length;

  it("grants a desk its hour, all processes together, and another desk its own", async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, (_, n) => spend("a", `call${n}`, [3, 100])));
    // A new hour may begin in between.
    expect([3, 6]).toContain(countOf(calls, "granted"));
    expect(countOf(calls, "desk")).toBe(8 - countOf(calls, "granted"));
    expect(await spend("b", "other", [3, 100])).toBe("granted");
  });

  it("grants everybody together no more than the day", async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, (_, n) => spend(String(n), `call${n}`, [9, 5])));
    expect([5, 8]).toContain(countOf(calls, "granted"));
    expect(countOf(calls, "day")).toBe(8 - countOf(calls, "granted"));
  });

  it("grants guests together their part of the day, however many desks they open, and who pays the rest", async () => {
    const limits = { perDeskHour: 9, perDay: 6, guestsPerDay: 2 };
    const asked = (letter: string, payer?: string) =>
      createCoachBudget(redis.client, limits).spend({ deskId: desk(letter), call: `call${letter}`, payer, untilMs: later });
    const guests: CoachGrant[] = [];
    for (let n = 0; n < 8; n++) guests.push(await asked(String(n)));
    // A new day may begin in between.
    expect([2, 4]).toContain(countOf(guests, "granted"));
    expect(countOf(guests, "guests")).toBe(8 - countOf(guests, "granted"));
    await redis.client.hincrby(keys.coachBudget(), "hour", -1);
    expect(await asked("z")).toBe("guests");
    expect(await asked("p", "tenant")).toBe("granted");
  });

  it("counts a call once that is asked for again", async () => {
    for (let n = 0; n < 5; n++) expect(await spend("a", "same", [1, 1])).toBe("granted");
  });

  it("takes nothing for what would come too late", async () => {
    expect(await budget(1, 1).spend({ deskId: desk("a"), call: "old", untilMs: Date.now() - 1000 })).toBe("late");
    expect(await spend("a", "new", [1, 1])).toBe("granted");
  });

  it("begins anew in another hour, with what the day has spent, and in another day with nothing", async () => {
    await spend("a", "first", [1, 2]);
    await redis.client.hincrby(keys.coachBudget(), "hour", -1);
    expect(await spend("a", "second", [1, 2])).toBe("granted");
    await redis.client.hincrby(keys.coachBudget(), "hour", -1);
    expect(await spend("a", "third", [1, 2])).toBe("day");
    await redis.client.hincrby(keys.coachBudget(), "day", -1);
    await redis.client.hincrby(keys.coachBudget(), "hour", -1);
    expect(await spend("b", "fourth", [1, 2])).toBe("granted");
  });

  it("goes by itself when nobody asks any more", async () => {
    await spend("a", "call", [1, 1]);
    expect(await redis.client.ttl(keys.coachBudget())).toBeGreaterThan(86_400);
  });
});

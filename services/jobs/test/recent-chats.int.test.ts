import type { LiveEvent } from "@frontrow/protocol/event";
import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createLogStore, type LogStore, type Writer } from "@frontrow/redis/log";
import type { RedisServer } from "@frontrow/redis/server";
import { createSessionStore } from "@frontrow/redis/sessions";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { userNamed } from "@frontrow/testkit/users";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recentChats } from "../src/coach/recent-chats.ts";

const base = { atMs: 1, sentAtMs: 1 };
const mood = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0 };
const chat = (text: string, { spam = 0, by = "mia" } = {}): LiveEvent => ({
  ...base,
  ...mood,
  type: "chat",
  id: `chat ${text}`,
  text,
  spam,
  user: userNamed(by),
});
const like: LiveEvent = { ...base, type: "like", id: "like", count: 1, total: 1 };
const writer: Writer = { role: "ingest", nonce: "source", fence: 1 };

describe("the last chats of a session", () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let log: LogStore;
  let made = 0;
  beforeAll(async () => {
    server = await startTestRedis();
    redis = createRedis(server.url, quietLogger);
    await redis.start();
    log = createLogStore(redis.client);
  });
  afterAll(async () => {
    await redis.stop();
    await server.stop();
  });

  /** A session with these entries, and the texts that are found in it. */
  async function textsOf(entries: LiveEvent[][]): Promise<string[]> {
    made += 1;
    const sessionId = `ses_chats${String(made).padStart(8, "0")}` as SessionId;
    const opening = { creatorId: "cr_demo:alice" as CreatorId, roomId: "room", kind: "LIVE" } as const;
    await createSessionStore(redis.client).open({ sessionId, ...opening, writer, worker: "wkr_ingest" as WorkerId });
    for (const [index, items] of entries.entries())
      await log.append({ log: sessionId, writer, epoch: 1, sequence: index + 1, kind: "events", data: JSON.stringify(items) });
    return (await recentChats(log, sessionId)).map(({ text }) => text);
  }
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `${from + n}`);

  it("are twenty, oldest first, however they were divided over entries", async () => {
    const last = numbers(16, 35);
    expect(await textsOf(numbers(1, 35).map((text) => [chat(text)]))).toEqual(last);
    expect(await textsOf([numbers(1, 35).map((text) => chat(text))])).toEqual(last);
  });

  it("are found behind likes, but not behind any number of them", async () => {
    const likes = (entries: number) => Array.from({ length: entries }, () => [like]);
    expect(await textsOf([[chat("early")], ...likes(200)])).toEqual(["early"]);
    expect(await textsOf([[chat("early")], ...likes(300)])).toEqual([]);
    expect(await textsOf([])).toEqual([]);
  });

  it("leave out spam, and what moderation took away", async () => {
    const moderation: LiveEvent = { ...base, type: "moderation", id: "mod", eventIds: ["chat rude"], userIds: ["troll"] };
    const entries = [
      [chat("kind"), chat("rude"), chat("buy", { spam: 0.9 })],
      [chat("bad", { by: "troll" })],
      [moderation],
      [chat("late")],
    ];
    expect(await textsOf(entries)).toEqual(["kind", "late"]);
  });
});

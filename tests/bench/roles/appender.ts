import { creatorIdOf, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createLogStore, type LogStore, type Writer } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createSessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import { createEvents } from "../lib/events.ts";
import { benchLogger } from "../lib/logger.ts";
import { serveRole } from "../lib/role.ts";

const worker = "wkr_bench" as WorkerId;
// Made beforehand: what is measured is writing events, not thinking them up.
const makeEvent = createEvents(7);
const pool = Array.from({ length: 10_000 }, makeEvent);
let redis: RedisConnection;
let log: LogStore;
let sessions: { sessionId: SessionId; writer: Writer; sequence: number }[] = [];

serveRole({
  async start({ url, count }: { url: string; count: number }) {
    redis = createRedis(url, benchLogger);
    await redis.start();
    log = createLogStore(redis.client);
    const store = createSessionStore(redis.client);
    sessions = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const creatorId = creatorIdOf(`bench${index}`);
        const claimed = await createOwnerRecords(redis.client).claim({
          id: creatorId,
          role: "ingest",
          expected: "",
          worker,
          nonce: "bench",
        });
        if (claimed.outcome !== "claimed") throw new Error("taken");
        const sessionId = sessionIdOf(creatorId, "1");
        await store.open({ sessionId, creatorId, roomId: "1", kind: "LIVE", writer: claimed.writer, worker });
        return { sessionId, writer: claimed.writer, sequence: 0 };
      }),
    );
  },
  /** Appends `events` events, `batch` an entry, one append in flight a session, as ingest does. */
  async append({ events, batch }: { events: number; batch: number }) {
    const perSession = Math.ceil(events / sessions.length / batch);
    let from = 0;
    await Promise.all(
      sessions.map(async (session) => {
        for (let entry = 0; entry < perSession; entry += 1) {
          session.sequence += 1;
          const { sessionId, writer, sequence } = session;
          from = (from + batch) % (pool.length - batch);
          const data = JSON.stringify(pool.slice(from, from + batch));
          await log.append({ log: sessionId, writer, epoch: 1, sequence, kind: "events", data });
        }
      }),
    );
    return perSession * batch * sessions.length;
  },
  /** The peer: a plain XADD an event, without fence, chain or push, as many in flight. */
  async xadd({ events }: { events: number }) {
    const perSession = Math.ceil(events / sessions.length);
    await Promise.all(
      sessions.map(async (_, index) => {
        for (let event = 0; event < perSession; event += 1) {
          await redis.client.xadd(`bench:{${index}}`, "MAXLEN", "~", 1000, "*", "d", JSON.stringify(pool[event % pool.length]));
        }
      }),
    );
    return perSession * sessions.length;
  },
  /** What nobody goes below: entries of `batch` events, ready as JSON, appended and published without a script, 50 a pipeline. */
  async bare({ entries, batch }: { entries: number; batch: number }) {
    const data = Array.from({ length: 500 }, (_, at) => JSON.stringify(pool.slice(at * batch, (at + 1) * batch)));
    for (let entry = 0; entry < entries; ) {
      const pipeline = redis.client.pipeline();
      // One key: a pipeline of a cluster goes to one slot.
      for (const end = Math.min(entries, entry + 50); entry < end; entry += 1) {
        const each = data[entry % data.length] as string;
        pipeline.xadd("{bench}:log", "MAXLEN", "~", 1000, "*", "d", each).spublish("{bench}:channel", each);
      }
      await pipeline.exec();
    }
  },
});

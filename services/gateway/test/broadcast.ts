import type { CreatorStatus } from "@frontrow/protocol/creator";
import { type Documents, onDemandDocuments } from "@frontrow/protocol/documents";
import type { EntryKind } from "@frontrow/protocol/entry";
import type { ChatEvent, LiveEvent } from "@frontrow/protocol/event";
import { type CreatorId, creatorIdOf, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore, type Writer } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createSessionStore, sessionIdOf } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { userNamed } from "@frontrow/testkit/users";

const worker = "wkr_test" as WorkerId;
export const user = userNamed("viewer", { id: "7001", nickname: "Viewer", avatarUrl: "https://example.org/a.png" });

export const chat = (id: string, text = `text ${id}`): ChatEvent => ({
  type: "chat",
  id,
  atMs: 1_000,
  sentAtMs: 1_000,
  user,
  text,
  language: "en",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
});

export const like = (id: string, total: number): LiveEvent => ({
  type: "like",
  id,
  atMs: 1_000,
  sentAtMs: 1_000,
  user,
  count: 1,
  total,
});

/** A creator's source and fold, as ingest and analytics write them: for tests of what follows. */
export class Broadcast {
  readonly creatorId: CreatorId;
  readonly sessionId: SessionId;
  readonly #redis: RedisConnection;
  readonly #roomId: string;
  #ingest!: Writer;
  #analytics!: Writer;
  #sequence = 0;
  #insights = 0;
  #folded = "0-0";

  constructor(redis: RedisConnection, handle: string, roomId = "1") {
    this.#redis = redis;
    this.#roomId = roomId;
    this.creatorId = creatorIdOf(handle);
    this.sessionId = sessionIdOf(this.creatorId, roomId);
  }

  /** Claims the creator, opens the session, and claims its fold. */
  async open(): Promise<void> {
    const { client } = this.#redis;
    this.#ingest = await this.#claim("ingest", this.creatorId);
    const { creatorId, sessionId } = this;
    await createSessionStore(client).open({
      sessionId,
      creatorId,
      roomId: this.#roomId,
      kind: "LIVE",
      writer: this.#ingest,
      worker,
    });
    this.#sequence = 0;
    this.#analytics = await this.#claim("analytics", this.sessionId);
  }

  async status(change: Partial<CreatorStatus>): Promise<void> {
    const store = createCreatorStore(this.#redis, createShardSubscriber(this.#redis, quietLogger), quietLogger);
    const outcome = await store.update({ creatorId: this.creatorId, writer: this.#ingest, change });
    if (outcome !== "applied") throw new Error(outcome);
  }

  async goLive(): Promise<void> {
    await this.status({ state: "live", roomId: this.#roomId, sessionId: this.sessionId, nickname: "Nick", title: "Hello" });
  }

  async append(events: readonly LiveEvent[], kind: EntryKind = "events"): Promise<string> {
    this.#sequence += 1;
    const outcome = await createLogStore(this.#redis.client).append({
      log: this.sessionId,
      writer: this.#ingest,
      epoch: 1,
      sequence: this.#sequence,
      kind,
      data: JSON.stringify(events),
    });
    // A fail-over has lost entries: a writer appends them again. Here only the last one can be missing.
    if (outcome.outcome === "missing") {
      this.#sequence = outcome.lastSequence;
      return this.append(events, kind);
    }
    if (outcome.outcome !== "appended") throw new Error(outcome.outcome);
    return outcome.id;
  }

  /** A checkpoint of these metrics and documents, with its insights' entry: the metrics, and what else is said. */
  async fold(changed: Record<string, number>, documents: Partial<Documents> = {}, said: readonly Insight[] = []): Promise<void> {
    const tail = await createLogStore(this.#redis.client).tail(this.sessionId);
    if (!tail) throw new Error("no log");
    this.#insights += 1;
    const outcome = await createMetricsStore(this.#redis.client).checkpoint({
      sessionId: this.sessionId,
      writer: this.#analytics,
      after: this.#folded,
      upTo: tail,
      changed: {
        ...changed,
        ...Object.fromEntries(Object.entries(documents).map(([name, value]) => [name, JSON.stringify(value)])),
      },
      documentsAt: Object.fromEntries(onDemandDocuments.map((name) => [name, { atMs: changed["atMs"] ?? 1_000, id: tail.id }])),
      insights: {
        sequence: this.#insights,
        epoch: 1,
        items: [{ type: "metrics", ...changed }, ...said].map((item) => JSON.stringify(item)),
      },
    });
    if (outcome.outcome !== "applied") throw new Error(outcome.outcome);
    this.#folded = tail.id;
  }

  async #claim(role: "ingest" | "analytics", id: CreatorId | SessionId): Promise<Writer> {
    const records = createOwnerRecords(this.#redis.client);
    const nonce = Math.random().toString(36).slice(2);
    const held = await records.read({ id, role });
    const claim = await records.claim({ id, role, expected: held?.writer ?? "", worker, nonce });
    if (claim.outcome !== "claimed") throw new Error(claim.outcome);
    return claim.writer;
  }
}

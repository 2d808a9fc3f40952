import type { Documents } from "@frontrow/protocol/documents";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { Insight, ReplayState } from "@frontrow/protocol/insight";
import type { RedisConnection } from "@frontrow/redis/client";
import type { Writer } from "@frontrow/redis/log";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createReplayStore, type ReplayRecord, type ReplayStep, type StoredReplay, stepLength } from "@frontrow/redis/replays";

/** The owner of a replay session, as the replay service writes it, but moved by the test alone. */
export class Player {
  readonly sessionId: SessionId;
  readonly #redis: RedisConnection;
  readonly #writer: Writer;
  readonly #stored: StoredReplay;
  #record: ReplayRecord;
  #sequence = 1;

  private constructor(redis: RedisConnection, sessionId: SessionId, writer: Writer, stored: StoredReplay) {
    this.sessionId = sessionId;
    this.#redis = redis;
    this.#writer = writer;
    this.#stored = stored;
    this.#record = stored.record;
  }

  static async of(redis: RedisConnection, session: string): Promise<Player> {
    const id = session as SessionId;
    const stored = await createReplayStore(redis.client).read(id);
    if (!stored) throw new Error("no replay");
    const nonce = Math.random().toString(36).slice(2);
    const claim = await createOwnerRecords(redis.client).claim({
      id,
      role: "replay",
      expected: "",
      worker: "wkr_test" as WorkerId,
      nonce,
    });
    if (claim.outcome !== "claimed") throw new Error(claim.outcome);
    return new Player(redis, id, claim.writer, stored);
  }

  get stored(): StoredReplay {
    return this.#stored;
  }

  get epoch(): number {
    return this.#record.epoch;
  }

  /** Begins the next epoch at this time, with these events before it and these numbers. */
  async seek(
    atMs: number,
    events: readonly LiveEvent[],
    fields: Record<string, number> = {},
    documents: Partial<Documents> = {},
  ): Promise<void> {
    this.#record = { ...this.#record, epoch: this.#record.epoch + 1, position: { atMs, item: events.length } };
    await this.#step("seek", atMs, events, fields, documents, this.#record.epoch - 1);
  }

  async play(atMs: number, events: readonly LiveEvent[], fields: Record<string, number> = {}, said: readonly Insight[] = []) {
    this.#record = { ...this.#record, position: { atMs, item: (this.#record.position.item ?? 0) + events.length } };
    await this.#step("play", atMs, events, fields, {}, this.#record.epoch, said);
  }

  async #step(
    kind: "play" | "seek",
    atMs: number,
    events: readonly LiveEvent[],
    fields: Record<string, number>,
    documents: Partial<Documents>,
    epoch: number,
    said: readonly Insight[] = [],
  ): Promise<void> {
    const replayState = this.#state(atMs);
    const metrics = { ...fields, atMs };
    const entries: ReplayStep["entries"] = [
      ...(events.length > 0 ? [{ kind: "events", data: JSON.stringify(events) } as const] : []),
      { kind: "insights", data: JSON.stringify([{ type: "metrics", ...metrics }, replayState, ...said]) },
    ];
    const texts = Object.entries({ ...documents, replayState }).map(([name, value]) => [name, JSON.stringify(value)]);
    const outcome = await createReplayStore(this.#redis.client)[kind]({
      sessionId: this.sessionId,
      writer: this.#writer,
      sequence: this.#sequence,
      epoch,
      entries,
      fields: { ...metrics, ...Object.fromEntries(texts) },
      record: this.#record,
    });
    if (outcome !== "applied") throw new Error(outcome);
    this.#sequence += stepLength({ entries });
  }

  #state(atMs: number): ReplayState {
    const { item = 0 } = this.#record.position;
    const { state, speed, skipIdle } = this.#record;
    const broadcast = { handle: "recorded", roomId: "1" };
    const extent = { fromMs: 1_000, toMs: 900_000, isGrowing: false, rows: "all" as const };
    const { recordingId } = this.#stored;
    return { type: "replayState", atMs, recordingId, broadcast, state, positionMs: atMs, item, speed, skipIdle, ...extent };
  }
}

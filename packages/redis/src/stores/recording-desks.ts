import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { fnv1a } from "@frontrow/runtime/hash";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { INDEX_SHARDS, keys } from "../keys.ts";

/** A member of a sorted set, with the score that changes of it compare. */
export interface Scored<Id extends string> {
  readonly id: Id;
  /** Epoch ms, as Redis wrote it. */
  readonly score: string;
}

export type Claim = "going" | "unknown" | { readonly nextMs: number };

/**
 * Which desks hold a recording, by when each is to be asked whether it does: a desk's own slot is what counts. It outlives the session.
 *
 * The index names recordings before they are held, and forgets them after their objects are gone. What it does not name is never
 * deleted, so a Redis that has lost its data deletes nothing.
 */
export interface RecordingDesks {
  /** Notes a hold that is to be looked at then. `going`: its objects are being deleted, ask again in a while. Safe to repeat. */
  note(recordingId: RecordingId, deskId: DeskId, askAtMs: number): Promise<"noted" | "going">;
  /** Has it looked at earlier than was noted. */
  noteSooner(recordingId: RecordingId, deskId: DeskId, askAtMs: number): Promise<"noted" | "going">;
  /** A desk gave it up by itself. */
  remove(recordingId: RecordingId, deskId: DeskId): Promise<void>;
  /** Recordings of a shard that are to be looked at by then, the longest due first. */
  due(shard: number, byMs: number, most: number): Promise<Scored<RecordingId>[]>;
  /** Desks of a recording that are to be asked by then, the longest due first. */
  toAsk(recordingId: RecordingId, byMs: number, most: number): Promise<Scored<DeskId>[]>;
  /** What a desk answered: when to ask again, or that it holds it no more. `moved`: something was noted meanwhile. */
  answer(recordingId: RecordingId, asked: Scored<DeskId>, next: number | "over"): Promise<"noted" | "moved">;
  /**
   * `going`: nobody holds the recording, and new holds are refused from here on. `unknown`: it cannot be told that nobody does, as what
   * was noted is lost. Else when to look at it again. Safe to repeat.
   */
  claimDeletion(recordingId: RecordingId): Promise<Claim>;
  /** Takes the claim back. Safe to repeat. */
  keepAfterAll(recordingId: RecordingId): Promise<void>;
  /** Looks at it again at this time, unless somebody wants that sooner. */
  postpone(due: Scored<RecordingId>, nextMs: number): Promise<void>;
  /** Forgets the recording: its objects are gone, or are to stay. */
  finish(due: Scored<RecordingId>): Promise<void>;
}

export function createRecordingDesks(client: RedisClient): RecordingDesks {
  const until = <T>(operation: () => Promise<T>) => retryUntilAnswered(client, operation);
  const index = (id: RecordingId, atMs: number) => until(() => client.zadd(dueKey(id), "LT", atMs, id));

  async function note(
    recordingId: RecordingId,
    deskId: DeskId,
    askAtMs: number,
    when: "sooner" | "",
  ): Promise<"noted" | "going"> {
    await index(recordingId, askAtMs);
    const outcome = await noteDesk(client, { recordingId, deskId, askAtMs, when });
    // Whoever deletes it may have died: it is looked at again.
    if (outcome === "going") await index(recordingId, 0);
    return outcome;
  }

  async function read<Id extends string>(key: string, byMs: number, most: number): Promise<Scored<Id>[]> {
    const flat = await until(() => client.zrange(key, "-inf", String(byMs), "BYSCORE", "LIMIT", 0, most, "WITHSCORES"));
    const scored: Scored<Id>[] = [];
    for (let at = 0; at + 1 < flat.length; at += 2) scored.push({ id: flat[at] as Id, score: flat[at + 1] ?? "" });
    return scored;
  }

  return {
    note: (recordingId, deskId, askAtMs) => note(recordingId, deskId, askAtMs, ""),
    noteSooner: (recordingId, deskId, askAtMs) => note(recordingId, deskId, askAtMs, "sooner"),
    async remove(recordingId, deskId) {
      await answerDesk(client, { recordingId, asked: { id: deskId, score: "" }, next: "" });
    },
    due: (shard, byMs, most) => read(keys.recordingsDue(shard), byMs, most),
    toAsk: (recordingId, byMs, most) => read(keys.recordingDesks(recordingId), byMs, most),
    answer: (recordingId, asked, next) => answerDesk(client, { recordingId, asked, next: next === "over" ? "" : next }),
    claimDeletion: (recordingId) => claimDeletion(client, { recordingId }),
    async keepAfterAll(recordingId) {
      await keepRecording(client, { recordingId });
    },
    async postpone(due, nextMs) {
      await moveDue(client, { due, next: nextMs });
    },
    async finish(due) {
      // The index first: a hold that comes between the two is refused, and puts the recording into the index again.
      await moveDue(client, { due, next: "" });
      await until(() => client.del(keys.recordingDesks(due.id)));
    },
  };
}

const dueKey = (id: RecordingId): string => keys.recordingsDue(fnv1a(id) % INDEX_SHARDS);

interface Noting {
  readonly recordingId: RecordingId;
  readonly deskId: DeskId;
  readonly askAtMs: number;
  readonly when: "sooner" | "";
}

const noteDesk = defineScript<Noting, "noted" | "going">("note-recording-desk.lua", {
  keys: ({ recordingId }) => [keys.recordingDesks(recordingId)],
  args: ({ deskId, askAtMs, when }) => [deskId, askAtMs, when],
  reply: oneOf("noted", "going"),
});

interface Answering {
  readonly recordingId: RecordingId;
  readonly asked: Scored<DeskId>;
  readonly next: number | "";
}

const answerDesk = defineScript<Answering, "noted" | "moved">("answer-recording-desk.lua", {
  keys: ({ recordingId }) => [keys.recordingDesks(recordingId)],
  args: ({ asked, next }) => [asked.id, asked.score, next],
  reply: oneOf("noted", "moved"),
});

const claimDeletion = defineScript<{ recordingId: RecordingId }, Claim>("claim-recording-deletion.lua", {
  keys: ({ recordingId }) => [keys.recordingDesks(recordingId)],
  args: () => [],
  reply(raw) {
    const [word, nextMs] = raw as [string, string];
    const outcome = oneOf("going", "unknown", "held")(word);
    return outcome === "held" ? { nextMs: Number(nextMs) } : outcome;
  },
});

const keepRecording = defineScript<{ recordingId: RecordingId }, "applied">("keep-recording.lua", {
  keys: ({ recordingId }) => [keys.recordingDesks(recordingId)],
  args: () => [],
  reply: oneOf("applied"),
});

const moveDue = defineScript<{ due: Scored<RecordingId>; next: number | "" }, "moved" | "newer">("move-due.lua", {
  keys: ({ due }) => [dueKey(due.id)],
  args: ({ due, next }) => [due.id, due.score, next],
  reply: oneOf("moved", "newer"),
});

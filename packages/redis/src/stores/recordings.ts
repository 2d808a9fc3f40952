import { FrontrowError } from "@frontrow/protocol/errors";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import {
  type Archived,
  type ArchiveRecord,
  NOTHING_ARCHIVED,
  type RecordedBroadcast,
  type RecordingId,
  recordedSession,
  recordingIdOf,
  type SegmentSummary,
} from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { deskKeys } from "./desks.ts";
import { createRecordingDesks } from "./recording-desks.ts";
import { sessionKeys } from "./sessions.ts";

/** A recording that a desk holds. */
export interface HeldRecording {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly sinceMs: number;
  /** End of the desk's lease; what is pinned is held beyond it. */
  readonly untilMs: number;
}

/** `closed`: the session ended without a recording, or this desk has deleted it. */
export type HoldOutcome =
  | { readonly outcome: "held"; readonly recordingId: RecordingId }
  | { readonly outcome: "closed" }
  | { readonly outcome: "absent" };

/** Which sessions are recorded, for whom, and how far: the recordings themselves are objects elsewhere. */
export interface RecordingStore {
  /** Makes a desk a holder of the session's recording, which begins with its first holder; renews the lease of one. Safe to repeat. */
  hold(deskId: DeskId, sessionId: SessionId, broadcast: RecordedBroadcast): Promise<HoldOutcome>;
  /**
   * Makes a desk a holder of a recording that is not of a session of ours, as one that was imported. Call it before the first of its
   * objects is written: if the rest is never written, they go with the lease. Safe to repeat.
   */
  holdComplete(deskId: DeskId, recordingId: RecordingId, broadcast: RecordedBroadcast, sinceMs: number): Promise<void>;
  /** Gives a desk's hold up, with all that it noted; when it was the last, the objects are deleted. Safe to repeat. */
  release(deskId: DeskId, recordingId: RecordingId): Promise<void>;
  /** Gives all up that a desk holds: it was closed. Safe to repeat. */
  releaseAll(deskId: DeskId): Promise<void>;
  /** What a desk holds and has not deleted, the newest first. */
  ofDesk(deskId: DeskId): Promise<HeldRecording[]>;
  holds(deskId: DeskId, recordingId: RecordingId): Promise<boolean>;
  /** Undefined when the session was never recorded, or its log is gone. */
  read(sessionId: SessionId): Promise<ArchiveRecord | undefined>;
  /** Whether somebody holds the session's recording: only then it is archived. */
  isHeld(sessionId: SessionId): Promise<boolean>;
  /** Notes a segment that is in the storage. `moved`: what is archived is not what it goes on from. */
  advance(sessionId: SessionId, segment: SegmentSummary): Promise<"applied" | "moved">;
  /** Notes that all of a closed session is in the storage, so that it may expire. `moved`: not so, there is more. */
  complete(sessionId: SessionId, archived: Archived, lastId: string): Promise<"applied" | "moved">;
}

/** How long holds last. */
export interface RecordingRetention {
  /** A lease, which watching the broadcast renews. */
  readonly leaseSeconds: number;
  /** For how long what a desk deleted can be restored. */
  readonly deletedKeptMs: number;
}

/** Of a caller that has no retention to keep; services have theirs in their configuration. */
export const MONTH: RecordingRetention = { leaseSeconds: 30 * 86_400, deletedKeptMs: 3_600_000 };

export function createRecordingStore(client: RedisClient, retention: Partial<RecordingRetention> = {}): RecordingStore {
  const { leaseSeconds, deletedKeptMs } = { ...MONTH, ...retention };
  const desks = createRecordingDesks(client);
  const leaseEnd = () => Date.now() + leaseSeconds * 1_000;

  /** Before anything is held: from here on the recording is looked at when its time has come. */
  async function register(deskId: DeskId, recordingId: RecordingId, untilMs: number): Promise<void> {
    if ((await desks.note(recordingId, deskId, untilMs)) === "noted") return;
    throw new FrontrowError("RECORDING_UNAVAILABLE", "what was recorded so far is being deleted: try again in a minute");
  }

  async function noteAtDesk(deskId: DeskId, held: HeldRecording, isAnew: boolean): Promise<"held" | "refused"> {
    const outcome = await holdAtDesk(client, { deskId, held, deletedKeptMs, isAnew });
    if (outcome !== "refused") return "held";
    await desks.noteSooner(held.recordingId, deskId, Date.now() + deletedKeptMs);
    return "refused";
  }

  /** What a hold of the session would hold, as far as can be told before. */
  async function wouldHold(deskId: DeskId, sessionId: SessionId): Promise<HoldOutcome> {
    const read = async (key: string, ...fields: string[]) =>
      retryUntilAnswered(client, () => client.hmget(key, ...fields)) as Promise<(string | null)[]>;
    const [[sinceMs, state], [recorded]] = await Promise.all([
      read(keys.session(sessionId), "sinceMs", "state"),
      read(keys.recording(sessionId), "state"),
    ]);
    if (!sinceMs) return { outcome: "absent" };
    if (recorded === "deleted" || (!recorded && state !== "open")) return { outcome: "closed" };
    const recordingId = recordingIdOf(sessionId, Number(sinceMs));
    const [deletedAtMs] = await read(keys.library(deskId), `${recordingId}:deleted`);
    return deletedAtMs ? { outcome: "closed" } : { outcome: "held", recordingId };
  }

  async function release(deskId: DeskId, recordingId: RecordingId): Promise<void> {
    // First: whoever dies on the way leaves the rest to the sweep.
    await desks.noteSooner(recordingId, deskId, Date.now());
    await releaseAtDesk(client, { deskId, recordingId, deletedKeptMs });
    await releaseAtSession(client, deskId, recordingId);
    await desks.remove(recordingId, deskId);
  }

  return {
    async hold(deskId, sessionId, broadcast) {
      const expected = await wouldHold(deskId, sessionId);
      if (expected.outcome !== "held") return expected;
      await register(deskId, expected.recordingId, leaseEnd());
      const held = await holdRecording(client, { deskId, sessionId, broadcast, leaseSeconds });
      if (held.outcome !== "held") {
        await desks.remove(expected.recordingId, deskId);
        return held;
      }
      const { sinceMs, untilMs } = held;
      const recordingId = recordingIdOf(sessionId, sinceMs);
      // The log went, and the room was opened again, since we looked.
      if (recordingId !== expected.recordingId) await register(deskId, recordingId, untilMs);
      const noted = await noteAtDesk(deskId, { recordingId, broadcast, sinceMs, untilMs }, false);
      return noted === "held" ? { outcome: "held", recordingId } : { outcome: "closed" };
    },
    async holdComplete(deskId, recordingId, broadcast, sinceMs) {
      const untilMs = leaseEnd();
      await register(deskId, recordingId, untilMs);
      await noteAtDesk(deskId, { recordingId, broadcast, sinceMs, untilMs }, true);
    },
    release,
    async releaseAll(deskId) {
      const held = await retryUntilAnswered(client, () => client.hkeys(keys.recordings(deskId)));
      for (const id of held.filter(isId)) await release(deskId, id);
    },
    async ofDesk(deskId) {
      return (await readShelf(client, deskId)).held.filter(({ deletedAtMs }) => !deletedAtMs).map(({ held }) => held);
    },
    async holds(deskId, recordingId) {
      const [json, marks] = await Promise.all([
        retryUntilAnswered(client, () => client.hget(keys.recordings(deskId), recordingId)),
        retryUntilAnswered(client, () => client.hmget(keys.library(deskId), `${recordingId}:pinned`, `${recordingId}:deleted`)),
      ]);
      const [pinned, deleted] = marks;
      return json !== null && !deleted && (pinned !== null || isLeased(heldOf(recordingId, json)));
    },
    read: (sessionId) => readRecording(client, { sessionId }),
    // One field keeps the key there.
    isHeld: async (sessionId) => (await retryUntilAnswered(client, () => client.hlen(keys.holders(sessionId)))) > 1,
    advance: (sessionId, segment) => advanceArchive(client, { sessionId, segment }),
    complete: (sessionId, archived, lastId) => completeRecording(client, { sessionId, archived, lastId }),
  };
}

/** What a desk holds and what it notes of recordings, as it is in Redis. */
export interface StoredShelf {
  /** The newest first, those among them that were deleted lately. */
  readonly held: readonly {
    readonly held: HeldRecording;
    readonly isPinned: boolean;
    readonly deletedAtMs: number | undefined;
  }[];
  /** Fields of the desk's library. */
  readonly noted: Readonly<Record<string, string>>;
}

export async function readShelf(client: RedisClient, deskId: DeskId, deletedKeptMs = MONTH.deletedKeptMs): Promise<StoredShelf> {
  const [recordings, noted] = await Promise.all([
    retryUntilAnswered(client, () => client.hgetall(keys.recordings(deskId))),
    retryUntilAnswered(client, () => client.hgetall(keys.library(deskId))),
  ]);
  const all = Object.keys(recordings)
    .filter(isId)
    .map((id) => {
      const held = heldOf(id, recordings[id] ?? "");
      const deleted = noted[`${id}:deleted`];
      return { held, isPinned: noted[`${id}:pinned`] !== undefined, deletedAtMs: deleted ? Number(deleted) : undefined };
    });
  const isHeld = ({ held, isPinned, deletedAtMs }: (typeof all)[number]) =>
    (isPinned || isLeased(held)) && (deletedAtMs === undefined || deletedAtMs + deletedKeptMs > Date.now());
  return { held: all.filter(isHeld).sort((a, b) => b.held.sinceMs - a.held.sinceMs), noted };
}

/** The session's part of a release. */
export async function releaseAtSession(client: RedisClient, deskId: DeskId, recordingId: RecordingId): Promise<void> {
  const sessionId = recordedSession(recordingId);
  const record = await readRecording(client, { sessionId });
  // A room that was opened again after its log went is another recording, which the desk may hold too.
  if (record?.recordingId === recordingId) await releaseRecording(client, { deskId, sessionId });
}

const heldOf = (recordingId: RecordingId, json: string): HeldRecording => ({
  recordingId,
  ...(JSON.parse(json) as Omit<HeldRecording, "recordingId">),
});

/** One field keeps the key there. */
const isId = (field: string): field is RecordingId => field !== "";

const isLeased = ({ untilMs }: HeldRecording): boolean => untilMs > Date.now();

/** The text that scripts compare: "" for what is before the first segment. */
function textOf({ position: { epoch, id, stamp }, items, toMs }: Archived): string {
  return id === NOTHING_ARCHIVED.position.id ? "" : JSON.stringify({ position: { epoch, id, stamp }, items, toMs });
}

type Held =
  | { readonly outcome: "held"; readonly sinceMs: number; readonly untilMs: number }
  | { readonly outcome: "closed" | "absent" };

interface Holding {
  readonly deskId: DeskId;
  readonly sessionId: SessionId;
  readonly broadcast: RecordedBroadcast;
  readonly leaseSeconds: number;
}

const holdRecording = defineScript<Holding, Held>("hold-recording.lua", {
  keys: ({ sessionId }) => [keys.session(sessionId), keys.recording(sessionId), keys.holders(sessionId)],
  args: ({ deskId, leaseSeconds, broadcast }) => [deskId, leaseSeconds, JSON.stringify(broadcast)],
  reply(raw) {
    const [word, sinceMs, untilMs] = raw as string[];
    const outcome = oneOf("held", "closed", "absent")(word);
    return outcome === "held" ? { outcome, sinceMs: Number(sinceMs), untilMs: Number(untilMs) } : { outcome };
  },
});

const readRecording = defineScript<{ sessionId: SessionId }, ArchiveRecord | undefined>("read-recording.lua", {
  keys: ({ sessionId }) => [keys.session(sessionId), keys.recording(sessionId), keys.segments(sessionId)],
  args: () => [],
  reply(raw, { sessionId }) {
    const [state, sinceMs, broadcast, archived, segments] = raw as [string, string, string, string, string[]];
    if (!state || !sinceMs) return undefined;
    return {
      recordingId: recordingIdOf(sessionId, Number(sinceMs)),
      broadcast: JSON.parse(broadcast) as RecordedBroadcast,
      state: oneOf("growing", "complete")(state),
      archived: archived ? (JSON.parse(archived) as Archived) : NOTHING_ARCHIVED,
      segments: segments.map((json) => JSON.parse(json) as SegmentSummary),
    };
  },
});

interface DeskHold {
  readonly deskId: DeskId;
  readonly held: HeldRecording;
  readonly deletedKeptMs: number;
  readonly isAnew: boolean;
}

const holdAtDesk = defineScript<DeskHold, "new" | "renewed" | "refused">("hold-desk-recording.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ held: { recordingId, ...noted }, deletedKeptMs, isAnew }) => [
    recordingId,
    JSON.stringify(noted),
    deletedKeptMs,
    isAnew ? "anew" : "",
  ],
  reply: oneOf("new", "renewed", "refused"),
});

interface DeskRelease {
  readonly deskId: DeskId;
  readonly recordingId: RecordingId;
  readonly deletedKeptMs: number;
}

const releaseAtDesk = defineScript<DeskRelease, "applied">("release-desk-recording.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ recordingId, deletedKeptMs }) => [recordingId, deletedKeptMs],
  reply: oneOf("applied"),
});

const releaseRecording = defineScript<{ deskId: DeskId; sessionId: SessionId }, number>("release-recording.lua", {
  keys: ({ sessionId }) => sessionKeys(sessionId),
  args: ({ deskId }) => [deskId],
  reply: Number,
});

const advanceArchive = defineScript<{ sessionId: SessionId; segment: SegmentSummary }, "applied" | "moved">(
  "advance-archive.lua",
  {
    keys: ({ sessionId }) => [keys.recording(sessionId), keys.segments(sessionId)],
    args: ({ segment }) => [textOf(segment.after), textOf(segment.upTo), JSON.stringify(segment)],
    reply: oneOf("applied", "moved"),
  },
);

const completeRecording = defineScript<{ sessionId: SessionId; archived: Archived; lastId: string }, "applied" | "moved">(
  "complete-recording.lua",
  {
    keys: ({ sessionId }) => sessionKeys(sessionId),
    args: ({ archived, lastId }) => [textOf(archived), lastId],
    reply: oneOf("applied", "moved"),
  },
);

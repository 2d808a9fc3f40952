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
import { sessionKeys } from "./sessions.ts";

/** A recording that a desk holds. */
export interface HeldRecording {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly sinceMs: number;
  /** End of the desk's lease. */
  readonly untilMs: number;
}

/** `closed`: the session ended without a recording. */
export type HoldOutcome =
  | { readonly outcome: "held"; readonly recordingId: RecordingId }
  | { readonly outcome: "closed" }
  | { readonly outcome: "absent" };

/** Which sessions are recorded, for whom, and how far: the recordings themselves are objects elsewhere. */
export interface RecordingStore {
  /** Makes a desk a holder of the session's recording, which begins with its first holder; renews the lease of one. Safe to repeat. */
  hold(deskId: DeskId, sessionId: SessionId, broadcast: RecordedBroadcast): Promise<HoldOutcome>;
  /** Gives a desk's hold up. Safe to repeat. */
  release(deskId: DeskId, recordingId: RecordingId): Promise<void>;
  /** What a desk holds, the newest first. */
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

/** Leases are equally long: a month, which the retention of whoever holds may renew. */
const LEASE_SECONDS = 30 * 86_400;

export function createRecordingStore(client: RedisClient, { leaseSeconds = LEASE_SECONDS } = {}): RecordingStore {
  return {
    async hold(deskId, sessionId, broadcast) {
      const held = await holdRecording(client, { deskId, sessionId, broadcast, leaseSeconds });
      if (held.outcome !== "held") return held;
      const { sinceMs, untilMs } = held;
      const recordingId = recordingIdOf(sessionId, sinceMs);
      await holdAtDesk(client, { deskId, held: { recordingId, broadcast, sinceMs, untilMs } });
      return { outcome: "held", recordingId };
    },
    async release(deskId, recordingId) {
      const sessionId = recordedSession(recordingId);
      const record = await readRecording(client, { sessionId });
      // A room that was opened again after its log went is another recording, which the desk may hold too.
      if (record?.recordingId === recordingId) await releaseRecording(client, { deskId, sessionId });
      await retryUntilAnswered(client, () => client.hdel(keys.recordings(deskId), recordingId));
    },
    async ofDesk(deskId) {
      const hash = await retryUntilAnswered(client, () => client.hgetall(keys.recordings(deskId)));
      const all = Object.entries(hash).map(([id, json]) => heldOf(id as RecordingId, json));
      return all.filter(isLeased).sort((a, b) => b.sinceMs - a.sinceMs);
    },
    async holds(deskId, recordingId) {
      const json = await retryUntilAnswered(client, () => client.hget(keys.recordings(deskId), recordingId));
      return json !== null && isLeased(heldOf(recordingId, json));
    },
    read: (sessionId) => readRecording(client, { sessionId }),
    // One field keeps the key there.
    isHeld: async (sessionId) => (await retryUntilAnswered(client, () => client.hlen(keys.holders(sessionId)))) > 1,
    advance: (sessionId, segment) => advanceArchive(client, { sessionId, segment }),
    complete: (sessionId, archived, lastId) => completeRecording(client, { sessionId, archived, lastId }),
  };
}

const heldOf = (recordingId: RecordingId, json: string): HeldRecording => ({
  recordingId,
  ...(JSON.parse(json) as Omit<HeldRecording, "recordingId">),
});

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

const holdAtDesk = defineScript<{ deskId: DeskId; held: HeldRecording }, "applied">("hold-desk-recording.lua", {
  keys: ({ deskId }) => [keys.recordings(deskId)],
  args: ({ held: { recordingId, ...noted } }) => [recordingId, JSON.stringify(noted), noted.untilMs],
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

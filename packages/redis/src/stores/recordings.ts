import type { Position } from "@frontrow/protocol/entry";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type RecordedBroadcast, type RecordingId, recordedSession, recordingIdOf } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { sessionKeys } from "./sessions.ts";

/** What of a session's log is in the storage. */
export interface Archived {
  /** Of the last entry. */
  readonly position: Position;
  /** Items up to it. */
  readonly items: number;
  /** Largest event time up to it. */
  readonly toMs: number;
}

/** What Redis knows of a session's recording, as long as it has the session's log. */
export interface ArchiveRecord<Segment = unknown> {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly sinceMs: number;
  /** `growing`: the log has, or will have, items that the storage has not. */
  readonly state: "growing" | "complete";
  /** Undefined before the first segment. */
  readonly archived: Archived | undefined;
  readonly segments: readonly Segment[];
  /** Whether somebody holds it: only then it is archived. */
  readonly isHeld: boolean;
}

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
export interface RecordingStore<Segment = unknown> {
  /** Makes a desk a holder of the session's recording, which begins with its first holder; renews the lease of one. Safe to repeat. */
  hold(deskId: DeskId, sessionId: SessionId, broadcast: RecordedBroadcast): Promise<HoldOutcome>;
  /** Gives a desk's hold up. Safe to repeat. */
  release(deskId: DeskId, recordingId: RecordingId): Promise<void>;
  /** What a desk holds, the newest first. */
  ofDesk(deskId: DeskId): Promise<HeldRecording[]>;
  holds(deskId: DeskId, recordingId: RecordingId): Promise<boolean>;
  /** Undefined when the session is not recorded, or its log is gone. */
  read(sessionId: SessionId): Promise<ArchiveRecord<Segment> | undefined>;
  /** Notes a segment that is in the storage. `moved`: what is archived is not what `after` says. */
  advance(sessionId: SessionId, step: ArchiveStep<Segment>): Promise<"applied" | "moved">;
  /** Notes that all of a closed session is in the storage, so that it may expire. `moved`: not so, there is more. */
  complete(sessionId: SessionId, archived: Archived | undefined, lastId: string): Promise<"applied" | "moved">;
}

export interface ArchiveStep<Segment> {
  readonly after: Archived | undefined;
  readonly archived: Archived;
  readonly segment: Segment;
}

/** Leases are equally long: a month, which the retention of whoever holds may renew. */
const LEASE_SECONDS = 30 * 86_400;

export function createRecordingStore<Segment = unknown>(
  client: RedisClient,
  { leaseSeconds = LEASE_SECONDS } = {},
): RecordingStore<Segment> {
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
    read: (sessionId) => readRecording(client, { sessionId }) as Promise<ArchiveRecord<Segment> | undefined>,
    advance: (sessionId, step) => advanceArchive(client, { sessionId, ...step }),
    complete: (sessionId, archived, lastId) => completeRecording(client, { sessionId, archived, lastId }),
  };
}

const heldOf = (recordingId: RecordingId, json: string): HeldRecording => ({
  recordingId,
  ...(JSON.parse(json) as Omit<HeldRecording, "recordingId">),
});

const isLeased = ({ untilMs }: HeldRecording): boolean => untilMs > Date.now();

/** The text that scripts compare. */
function textOf(archived: Archived | undefined): string {
  if (!archived) return "";
  const { position, items, toMs } = archived;
  return JSON.stringify({ position: { epoch: position.epoch, id: position.id, stamp: position.stamp }, items, toMs });
}

function archivedOf(log: SessionId, json: string): Archived {
  const { position, items, toMs } = JSON.parse(json) as Archived;
  return { position: { ...position, log }, items, toMs };
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
  keys: ({ sessionId }) => [
    keys.session(sessionId),
    keys.recording(sessionId),
    keys.holders(sessionId),
    keys.segments(sessionId),
  ],
  args: () => [],
  reply(raw, { sessionId }) {
    const [state, sinceMs, broadcast, archived, holders, segments] = raw as [string, string, string, string, number, string[]];
    if (!state || !sinceMs) return undefined;
    return {
      recordingId: recordingIdOf(sessionId, Number(sinceMs)),
      broadcast: JSON.parse(broadcast) as RecordedBroadcast,
      sinceMs: Number(sinceMs),
      state: oneOf("growing", "complete")(state),
      archived: archived ? archivedOf(sessionId, archived) : undefined,
      segments: segments.map((json) => JSON.parse(json) as unknown),
      isHeld: holders > 0,
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

const advanceArchive = defineScript<ArchiveStep<unknown> & { sessionId: SessionId }, "applied" | "moved">("advance-archive.lua", {
  keys: ({ sessionId }) => [keys.recording(sessionId), keys.segments(sessionId)],
  args: ({ after, archived, segment }) => [textOf(after), textOf(archived), JSON.stringify(segment)],
  reply: oneOf("applied", "moved"),
});

const completeRecording = defineScript<
  { sessionId: SessionId; archived: Archived | undefined; lastId: string },
  "applied" | "moved"
>("complete-recording.lua", {
  keys: ({ sessionId }) => sessionKeys(sessionId),
  args: ({ archived, lastId }) => [textOf(archived), lastId],
  reply: oneOf("applied", "moved"),
});

import type { EntryKind, Position } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ReplayState } from "@frontrow/protocol/insight";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf, type ScriptArgument } from "../define-script.ts";
import { keys } from "../keys.ts";
import { recordOf, type Writer } from "../log/log.ts";

/** A replay that nobody looked at for a day is gone; until then its position is found again. */
export const REPLAY_KEPT_MS = 24 * 3_600_000;
/** What a gateway that follows the log may have missed … */
const LOG_KEPT_MS = 120_000;
/** … and what a screen that begins later has for a history. */
const LOG_KEPT_ENTRIES = 250;

export interface ReplayOpening {
  readonly sessionId: SessionId;
  readonly deskId: DeskId;
  readonly recordingId: RecordingId;
  /** Whose broadcast was recorded. */
  readonly creatorId: CreatorId;
  readonly roomId: string;
  /** Event time at which it begins; at the start of the recording without one. */
  readonly atMs?: number | undefined;
  readonly isPaused?: boolean;
  /** The end of the desk's log: its owner obeys what comes after it. */
  readonly obeyed: Position;
}

/** Where a replay stands, and all that its next owner needs. */
export interface ReplayRecord {
  /** The clock, in event time, and how many items are shown. Before the first owner, `item` is unknown, and the time if it begins at the start. */
  readonly position: { readonly atMs?: number | undefined; readonly item?: number | undefined };
  readonly epoch: number;
  readonly speed: number;
  readonly state: ReplayState["state"];
  readonly loop?: NonNullable<Extract<ReplayCommand, { action: "loop" }>["value"]> | undefined;
  readonly skipIdle: boolean;
  readonly leftOut?: Readonly<Record<string, number>> | undefined;
  /** Position in the desk's log of the last command obeyed. */
  readonly obeyed: Position;
}

export interface StoredReplay {
  readonly deskId: DeskId;
  readonly recordingId: RecordingId;
  /** Whose broadcast was recorded. */
  readonly creatorId: CreatorId;
  readonly roomId: string;
  readonly record: ReplayRecord;
  /** Of the owner's last entry; 0 after a claim. */
  readonly sequence: number;
}

export interface ReplayStep {
  readonly sessionId: SessionId;
  readonly writer: Writer;
  /** Sequence of the step's first entry; the first after a claim is 1. See `stepLength`. */
  readonly sequence: number;
  /** The epoch that the log is in; a seek ends it. */
  readonly epoch: number;
  readonly entries: readonly { readonly kind: EntryKind; readonly data: string }[];
  /** Of a seek all metrics and documents, else what changed. */
  readonly fields: Partial<Record<string, string | number>>;
  readonly record: ReplayRecord;
}

/** `missing`, `epoch`: a fail-over lost a step, begin again from what is stored. `fenced`: the replay is somebody else's. */
export type ReplayOutcome = "applied" | "fenced" | "missing" | "epoch" | "absent";

/** How many sequence numbers a step takes: one for each entry, and one without entries. */
export const stepLength = ({ entries }: Pick<ReplayStep, "entries">): number => Math.max(1, entries.length);

/** The replay sessions: each belongs to one desk, and only its owner moves it. All of their keys always have a lifetime. */
export interface ReplayStore {
  /** Makes the session, before the desk is set to view it. Safe to repeat. */
  open(opening: ReplayOpening): Promise<void>;
  /** Undefined when there is no such replay. */
  read(sessionId: SessionId): Promise<StoredReplay | undefined>;
  /** Appends what is shown now and writes where the replay stands, both or nothing. Safe to repeat. */
  play(step: ReplayStep): Promise<ReplayOutcome>;
  /** Begins `record.epoch` with these entries and fields, and nothing else. Safe to repeat. */
  seek(step: ReplayStep): Promise<ReplayOutcome>;
  /** Forgets a replay that no desk views. Safe to repeat. */
  discard(sessionId: SessionId): Promise<void>;
  /** Keeps the replay for another day. */
  touch(sessionId: SessionId): Promise<void>;
}

export function createReplayStore(client: RedisClient): ReplayStore {
  return {
    async open(opening) {
      await openReplay(client, opening);
    },
    async read(sessionId) {
      const [session, json, sequence] = await Promise.all([
        retryUntilAnswered(client, () => client.hgetall(keys.session(sessionId))),
        retryUntilAnswered(client, () => client.hget(keys.metrics(sessionId), "replay")),
        retryUntilAnswered(client, () => client.hget(keys.owner(sessionId, "replay"), "sequence")),
      ]);
      const { deskId, recordingId, creatorId = "", roomId = "" } = session;
      if (!deskId || !recordingId || !json) return undefined;
      return {
        deskId: deskId as DeskId,
        recordingId: recordingId as RecordingId,
        creatorId: creatorId as CreatorId,
        roomId,
        record: JSON.parse(json) as ReplayRecord,
        sequence: Number(sequence ?? 0),
      };
    },
    play: (step) => playReplay(client, step),
    seek: (step) => seekReplay(client, step),
    async discard(sessionId) {
      await retryUntilAnswered(client, () => client.unlink(...allKeysOf(sessionId)));
    },
    async touch(sessionId) {
      const renew = (key: string) => retryUntilAnswered(client, () => client.pexpire(key, REPLAY_KEPT_MS));
      await Promise.all(allKeysOf(sessionId).map(renew));
    },
  };
}

const openReplay = defineScript("open-replay.lua", {
  keys: ({ sessionId }: ReplayOpening) => allKeysOf(sessionId),
  args: ({ deskId, recordingId, creatorId, roomId, atMs, isPaused = false, obeyed }) => [
    REPLAY_KEPT_MS,
    JSON.stringify({
      position: { atMs },
      epoch: 1,
      speed: 1,
      state: isPaused ? "paused" : "playing",
      skipIdle: false,
      obeyed,
    } satisfies ReplayRecord),
    ...["kind", "REPLAY", "creatorId", creatorId, "roomId", roomId, "deskId", deskId, "recordingId", recordingId],
  ],
  reply: oneOf("opened"),
});

const playReplay = defineScript("play-replay.lua", {
  keys: ({ sessionId }: ReplayStep) => stepKeys(sessionId),
  args: (step) => [...stepHead(step), LOG_KEPT_MS, LOG_KEPT_ENTRIES, ...stepBody(step)],
  reply: outcomeOf,
});

const seekReplay = defineScript("seek-replay.lua", {
  keys: ({ sessionId }: ReplayStep) => stepKeys(sessionId),
  args: (step) => [...stepHead(step), step.record.epoch, REPLAY_KEPT_MS, ...stepBody(step)],
  reply: outcomeOf,
});

const allKeysOf = (id: SessionId): string[] => [
  keys.session(id),
  keys.log(id),
  keys.head(id),
  keys.owner(id, "replay"),
  keys.metrics(id),
];

const stepKeys = (id: SessionId): string[] => [keys.metrics(id), keys.owner(id, "replay"), keys.log(id), keys.head(id)];

const stepHead = ({ sessionId, writer, sequence, epoch, entries }: ReplayStep): ScriptArgument[] => [
  recordOf(writer),
  sequence,
  stepLength({ entries }),
  `${writer.role}:${writer.fence}`,
  epoch,
  keys.push(sessionId),
];

const stepBody = ({ record, entries, fields }: ReplayStep): ScriptArgument[] => [
  JSON.stringify(record),
  entries.length,
  ...entries.flatMap(({ kind, data }) => [kind, data]),
  ...Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [field, value])),
];

function outcomeOf(raw: unknown): ReplayOutcome {
  const [word] = raw as [string];
  return oneOf("applied", "fenced", "missing", "epoch", "absent")(word);
}

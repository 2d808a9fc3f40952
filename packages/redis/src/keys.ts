import type { CreatorId, DeskId, LogId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { Role } from "@frontrow/protocol/session";

/** Index shards that wanted ids are spread over; each has one sweeper. */
export const INDEX_SHARDS = 16;

/** What a claim is made for: a creator (ingest), a session, or an index shard (sweep). */
export type ClaimedId = CreatorId | SessionId | `idx_${string}`;
export type ClaimRole = Role | "sweep";

/**
 * The map of the database: every key, its type, who writes and reads it, how long it lives. A key string anywhere else is
 * a bug. `docs/keys.md` is generated from this file and from `fields.ts`, which names what is in the hashes.
 *
 * The braces are a cluster hash tag: keys of one session, one desk or one creator share a slot, so a script may touch
 * several of them.
 */
export const keys = {
  /** stream; a session's owners append (to a desk's the gateway), all may read; trimmed behind archive and keyframe */
  log: (id: LogId) => `fr:{${id}}:log`,
  /** hash: where the log ends; made with the log, changed only by its scripts; goes with its log */
  head: (id: LogId) => `fr:{${id}}:head`,
  /** sharded channel: each entry as it is appended; the log's scripts publish, who follows it subscribes; keeps nothing */
  push: (id: LogId) => `fr:{${id}}:push`,
  /** hash: what is broadcast, and whether it still is; ingest writes, of a replay the gateway, all read; goes with its log */
  session: (id: SessionId) => `fr:{${id}}:session`,
  /** hash: who may write, one a role; made with what it guards, changed by compare-and-set; goes with it */
  owner: (id: ClaimedId, role: ClaimRole) => `fr:{${id}}:owner:${role}`,
  /** hash: metrics and documents as of one position; analytics or replay writes, gateway reads; expires a retention period after the session */
  metrics: (id: SessionId) => `fr:{${id}}:metrics`,
  /** hash: the fold's whole state in slices; the fold's owner writes and restores it; goes with its log */
  keyframe: (id: SessionId) => `fr:{${id}}:keyframe`,
  /** hash: how far the session is archived; the archiver writes, all read; goes with its log */
  recording: (id: SessionId) => `fr:{${id}}:recording`,
  /** list of the recording's segments, JSON, after an empty one that keeps the key there; the archiver writes, readers of the recording read; goes with its log */
  segments: (id: SessionId) => `fr:{${id}}:segments`,
  /** hash desk → end of its lease: the session is recorded while somebody is in it; gateway writes, archiver and analytics read; goes with its log */
  holders: (id: SessionId) => `fr:{${id}}:holders`,

  /** hash: the creator's status; ingest writes, gateway and sweep read; expires a month after the last watch */
  creator: (id: CreatorId) => `fr:{${id}}:creator`,
  /** sharded channel: the creator's status as it changes; ingest publishes, who follows the creator subscribes; keeps nothing */
  creatorPush: (id: CreatorId) => `fr:{${id}}:push`,
  /** hash desk → generation: the wanted state of a live session; gateway and reaper write, ingest and sweep read; goes when empty */
  watchers: (id: CreatorId) => `fr:{${id}}:watchers`,

  /** hash: the desk and what its changes demand of creators; gateway writes, gateway and reaper read; goes when the desk is closed */
  desk: (id: DeskId) => `fr:{${id}}:desk`,
  /** hash question → what the desk did about it; gateway writes and reads; goes with the desk */
  answers: (id: DeskId) => `fr:{${id}}:answers`,
  /** hash gateway → its sockets on this desk; gateways write, the reaper reads; goes with the desk */
  presence: (id: DeskId) => `fr:{${id}}:presence`,

  /** hash rule → when it was made, and the rule; gateway writes and reads; goes with the desk */
  rules: (id: DeskId) => `fr:{${id}}:rules`,
  /** hash: the desk's last trial of a rule, and how far it is; gateway begins it, jobs writes, gateway reads; expires an hour after it was written last */
  backTest: (id: DeskId) => `fr:{${id}}:back-test`,

  /** hash recording → whose it is and until when the desk holds it; gateway writes and reads, the retention sweep removes; goes with the desk, which lives as long as its last hold */
  recordings: (id: DeskId) => `fr:{${id}}:recordings`,
  /** hash: what the desk notes of recordings, an aspect a field; gateway writes and reads; goes with the desk */
  library: (id: DeskId) => `fr:{${id}}:library`,
  /** hash viewer → what the desk notes of them; gateway writes and reads; goes with the desk */
  viewerNotes: (id: DeskId) => `fr:{${id}}:viewerNotes`,
  /** hash recording → what the desk did about its questions, as of the broadcast's end; the archiver writes, gateway reads; a recording's go with its hold, all with the desk */
  keptAnswers: (id: DeskId) => `fr:{${id}}:keptAnswers`,

  /** sorted set of desks that hold the recording, by when each is to be asked whether it does; gateway writes, the retention sweep asks; goes after the recording's objects */
  recordingDesks: (id: RecordingId) => `fr:{${id}}:desks`,
  /** sorted set of recordings by when they are to be looked at: what is not in it is never deleted; who holds one adds it first, the retention sweep removes it last; lives for ever */
  recordingsDue: (shard: number) => `fr:{idx_recordings_${shard}}:due`,

  /** hash export → what is made of which recording, and how far it is; gateway and jobs write and read; expires with the desk's last export */
  exports: (id: DeskId) => `fr:{${id}}:exports`,
  /** string: the export that an address downloads; gateways write and read; expires after a minute */
  ticket: (ticket: string) => `fr:{ticket_${ticket}}:export`,
  /** hash: what was last derived of a recording that keeps nothing derived itself, as it grows; jobs writes, gateway and jobs read; expires minutes after, of a sample an hour */
  derivedReport: (id: RecordingId) => `fr:{${id}}:report`,
  /** hash creator → who comes to their broadcasts, by the recordings that the desk holds, gzip of JSON; jobs writes, gateway reads; expires an hour after the last write */
  regulars: (id: DeskId) => `fr:{${id}}:regulars`,

  /** sorted set of wanted ids by the time they were last indexed; who attaches writes first, the sweeper removes; lives for ever */
  wanted: (role: Role | "desks", shard: number) => `fr:{idx_${role}_${shard}}:wanted`,
  /** hash: a sign of life, and how much is owned; its worker writes with each heartbeat, sweepers read; expires a minute after the last heartbeat */
  worker: (id: WorkerId) => `fr:{${id}}:worker`,
  /** set of "role id" that the worker owns; its worker writes, sweepers read when it is dead; expires a day after the last claim */
  owns: (id: WorkerId) => `fr:{${id}}:owns`,
  /** sorted set of workers of a role by their first heartbeat; workers add themselves, sweepers remove the dead; lives for ever */
  workers: (role: Role | "gateway") => `fr:{workers_${role}}:all`,

  /** hash of the sign service's spent quota, what it allows the account, and its breaker; ingest workers share it; windows expire by themselves */
  sign: (account: string) => `fr:{sign_${account}}:ledger`,

  /** hash of the language model's calls in this hour, by desk, and in this day; jobs writes and reads; expires two days after the last call */
  coachBudget: () => `fr:{coach}:budget`,

  /** string: what one payer, or all, have spent of a limit in its window; whoever enforces the limit writes; expires with the window */
  limit: (name: string, payer: string) => `fr:{limit_${name}_${payer}}:spent`,

  /** string: one payer may not connect; the gateway that closed a socket for abuse writes, all read; expires with the pause */
  pause: (payer: string) => `fr:{pause_${payer}}:until`,

  /** sorted set of creators whose simulated broadcasts one network or desk began, by when; gateways write and read; expires a day, of a desk an hour, after the last */
  demos: (holder: string) => `fr:{demos_${holder}}:running`,

  /** prefix of a BullMQ queue, whose braces keep each queue in a slot of its own; who orders adds, workers take; jobs go when done */
  queue: (name: string) => `{fr:queue:${name}}`,
} as const;

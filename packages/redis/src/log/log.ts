import type { EntryKind, LogEntry, Position } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { LogId, SessionId } from "@frontrow/protocol/ids";
import { isStreamId } from "@frontrow/protocol/stream-id";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { type ClaimRole, keys } from "../keys.ts";

/** The holder of one claim, with the fence that the claim got: who writes. */
export interface Writer {
  readonly role: ClaimRole | "gateway";
  readonly nonce: string;
  readonly fence: number;
}

/** The writer as owner records name it. */
export const recordOf = ({ nonce, fence }: Writer): string => `${nonce}:${fence}`;
/** The writer's mark on the entry with this sequence number. */
export const stampOf = ({ role, fence }: Writer, sequence: number): string => `${role}:${fence}:${sequence}`;

/**
 * Upper bound of a log's entries, archive or not: at five entries a second some three hours. `append-entry.lua` bounds their
 * bytes too, to 32 MB. The fold trims it long before, behind its keyframe: see `trim`.
 */
export const LOG_MAX_ENTRIES = 50_000;
/** Entries of one range read: a busy log's are some 30 KB each, and a reply must not hold Redis up. */
const PAGE_ENTRIES = 128;

export interface Append {
  readonly log: SessionId;
  readonly writer: Writer;
  readonly epoch: number;
  /** Counts the writer's entries; the first after a claim is 1. */
  readonly sequence: number;
  readonly kind: EntryKind;
  /** JSON array of the entry's items, or its bytes in UTF-8. */
  readonly data: string | Buffer;
  /** Only while the entry with this id is the log's last. */
  readonly afterId?: string;
}

/**
 * `repeated`: an earlier call has done it (its id is known for the last one only). `missing`: entries after `lastSequence`
 * are not there, send them again from there (a fail-over lost them, or this call overtook them). `fenced`: the log is
 * somebody else's now, stop. `epoch`: a seek began a new one. `moved`: the entry
 * that it was to follow is not the last. `absent`: there is no such log.
 */
export type AppendOutcome =
  | { readonly outcome: "appended"; readonly id: string }
  | { readonly outcome: "repeated"; readonly id: string | undefined }
  | { readonly outcome: "missing"; readonly lastSequence: number }
  | { readonly outcome: "fenced" }
  | { readonly outcome: "epoch"; readonly epoch: number }
  | { readonly outcome: "moved" }
  | { readonly outcome: "absent" };

/**
 * `ok`: the entries after the position, nothing in between is missing. `trimmed`: what followed is gone, `first` is the
 * position before what is left. `lost`: the position's entry is not in the log though not trimmed: a fail-over lost it.
 */
export type ReadOutcome =
  | { readonly outcome: "ok"; readonly entries: LogEntry[]; readonly more: boolean }
  | { readonly outcome: "trimmed"; readonly first: Position }
  | { readonly outcome: "lost" }
  | { readonly outcome: "epoch"; readonly epoch: number }
  | { readonly outcome: "absent" };

export interface LogStore {
  /** Makes the log unless it exists. */
  create(log: LogId, epoch?: number): Promise<void>;
  /** Appends one entry: once, however often it is called with the same sequence, and in order of the sequence. */
  append(append: Append): Promise<AppendOutcome>;
  /** A bounded read of what follows a position. */
  readAfter(position: Position, limit?: { entries?: number }): Promise<ReadOutcome>;
  /** One page of the last entries before an id (or the end), newest first; `readBackwards` goes on from there. */
  readBack(log: LogId, limit: { entries: number; before?: string }): Promise<LogEntry[]>;
  /** Position of the last entry, of the start when there is none; undefined without a log. */
  tail(log: LogId): Promise<Position | undefined>;
  /**
   * Forgets the entries of a session before this id, but none that is to be archived yet; with `keyframeId` only while the
   * session's keyframe is the one of that position.
   */
  trim(log: SessionId, beforeId: string, keyframeId?: string): Promise<void>;
}

/** Appends to logs and reads them in steps; `log-reader.ts` follows them. `maxEntries` is for tests of the bound. */
export function createLogStore(client: RedisClient, { maxEntries = LOG_MAX_ENTRIES } = {}): LogStore {
  return {
    async create(log, epoch = 1) {
      await createLog(client, { log, epoch });
    },
    append: (append) => appendEntry(client, { append, maxEntries }),
    async readAfter(position, { entries = PAGE_ENTRIES } = {}) {
      // A position may come from a client: an id that Redis could not even read is not in any log.
      if (!isStreamId(position.id)) return { outcome: "lost" };
      return readAfter(client, { position, entries });
    },
    async readBack(log, { entries, before }) {
      const from = before === undefined ? "+" : `(${before}`;
      const raw = await retryUntilAnswered(client, () => client.xrevrange(keys.log(log), from, "-", "COUNT", entries));
      return raw.map((entry) => entryOf(log, entry));
    },
    async tail(log) {
      const [epoch, id, stamp] = await retryUntilAnswered(client, () => client.hmget(keys.head(log), "epoch", "last", "stamp"));
      return epoch && id ? { log, epoch: Number(epoch), id, stamp: stamp ?? "" } : undefined;
    },
    async trim(log, beforeId, keyframeId = "") {
      await trimLog(client, { log, beforeId, keyframeId });
    },
  };
}

export interface BackwardsBounds {
  /** Entries at most: a log of nothing but what the caller skips must not be read to its start. */
  readonly maxEntries: number;
  readonly pageEntries: number;
  /** Where to begin: with the entry before this id; at the end of the log without one. */
  readonly before?: string;
}

/**
 * Reads a log from its end towards its start, in pages whose entries are newest first, until the log or `maxEntries` is
 * exhausted. A caller that has enough leaves the loop; the next page is read only when it is asked for.
 *
 * @example
 * for await (const page of readBackwards((page) => store.readBack(log, page), { maxEntries: 1000, pageEntries: 100 }))
 */
export async function* readBackwards(
  readPage: (page: { entries: number; before?: string }) => Promise<readonly LogEntry[]>,
  { maxEntries, pageEntries, before }: BackwardsBounds,
): AsyncGenerator<readonly LogEntry[], void, undefined> {
  let next = before;
  for (let read = 0; read < maxEntries; read += pageEntries) {
    const entries = Math.min(pageEntries, maxEntries - read);
    const page = await readPage(next === undefined ? { entries } : { entries, before: next });
    if (page.length > 0) yield page;
    if (page.length < entries) return;
    next = page.at(-1)?.id;
  }
}

const createLog = defineScript("create-log.lua", {
  keys: ({ log }: { log: LogId; epoch: number }) => [keys.log(log), keys.head(log)],
  args: ({ epoch }) => [epoch],
  reply: oneOf("applied"),
});

const appendEntry = defineScript("append.lua", {
  keys: ({ append: { log, writer } }: { append: Append; maxEntries: number }) => [
    keys.log(log),
    keys.head(log),
    keys.owner(log, claimRoleOf(writer)),
  ],
  args: ({ append: { log, writer, epoch, sequence, kind, data, afterId = "" }, maxEntries }) => [
    recordOf(writer),
    sequence,
    stampOf(writer, sequence),
    epoch,
    kind,
    data,
    keys.push(log),
    maxEntries,
    afterId,
  ],
  reply(raw): AppendOutcome {
    const [outcome, value = ""] = raw as [AppendOutcome["outcome"], string?];
    if (outcome === "appended") return { outcome, id: value };
    if (outcome === "repeated") return { outcome, id: value || undefined };
    if (outcome === "missing") return { outcome, lastSequence: Number(value) };
    if (outcome === "epoch") return { outcome, epoch: Number(value) };
    return { outcome };
  },
});

const readAfter = defineScript("read-after.lua", {
  keys: ({ position }: { position: Position; entries: number }) => [keys.log(position.log), keys.head(position.log)],
  args: ({ position, entries }) => [position.id, position.stamp, position.epoch, entries],
  reply(raw, { position: { log, epoch }, entries: asked }): ReadOutcome {
    const [outcome, value] = raw as [ReadOutcome["outcome"], unknown];
    if (outcome === "ok") {
      const entries = (value as RawEntry[]).slice(0, asked).map((entry) => entryOf(log, entry));
      return { outcome, entries, more: (value as RawEntry[]).length > asked };
    }
    if (outcome === "trimmed") return { outcome, first: { log, epoch, id: String(value), stamp: "" } };
    if (outcome === "epoch") return { outcome, epoch: Number(value) };
    return { outcome };
  },
});

const trimLog = defineScript("trim-log.lua", {
  keys: ({ log }: { log: SessionId; beforeId: string; keyframeId: string }) => [
    keys.log(log),
    keys.head(log),
    keys.recording(log),
    keys.holders(log),
    keys.keyframe(log),
  ],
  args: ({ beforeId, keyframeId }) => [beforeId, keyframeId],
  reply: oneOf("applied"),
});

/** The role whose owner record stands for the writer. A gateway owns no session: it writes desks, by their own script. */
export function claimRoleOf({ role }: Writer): ClaimRole {
  if (role === "gateway") throw new FrontrowError("INTERNAL", "a gateway does not append to a session");
  return role;
}

type RawEntry = [id: string, fields: string[]];

/** An entry as the stream holds it: the fields p, s, e, k, d in this order, with their values. */
function entryOf(log: LogId, [id, [, previous = "", , stamp = "", , epoch, , kind, , data = "[]"]]: RawEntry): LogEntry {
  return { log, epoch: Number(epoch), id, previous, stamp, kind: kind as EntryKind, data };
}

/** An entry as it is pushed: "id previous stamp epoch kind", a line break, and the data. */
export function entryOfPush(log: LogId, message: string): LogEntry {
  const end = message.indexOf("\n");
  // A copy: V8 cuts a string by pointing into it, and the position that a follow holds would hold on to the whole message.
  const head = Buffer.from(message.slice(0, end), "latin1").toString("latin1");
  const [id = "", previous = "", stamp = "", epoch, kind] = head.split(" ");
  return { log, epoch: Number(epoch), id, previous, stamp, kind: kind as EntryKind, data: message.slice(end + 1) };
}

import { setTimeout as pause } from "node:timers/promises";
import {
  boards,
  type DocumentName,
  type Documents,
  documentNames,
  isOnDemand,
  type OnDemandDocument,
} from "@frontrow/protocol/documents";
import type { Position } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { type Metrics, metricNames } from "@frontrow/protocol/metrics";
import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript } from "../define-script.ts";
import { keys } from "../keys.ts";
import { askOf } from "../log/ask.ts";
import { claimRoleOf, LOG_MAX_ENTRIES, recordOf, stampOf, type Writer } from "../log/log.ts";

export interface Checkpoint {
  readonly sessionId: SessionId;
  readonly writer: Writer;
  /** Id of the position that the values were folded after: the `upTo` of the checkpoint before, "0-0" at first. */
  readonly after: string;
  readonly upTo: Position;
  /** Absolute values: metrics by name, documents by name as JSON. */
  readonly changed: Partial<Record<string, string | number>>;
  /** Of all documents that are written on demand, whatever this checkpoint changes of them; undefined where none is newer. */
  readonly documentsAt?: DocumentTimes;
  /** What the fold concluded meanwhile, each as JSON; `sequence` counts the writer's entries as in `append`. */
  readonly insights?: { readonly sequence: number; readonly epoch: number; readonly items: readonly string[] };
}

/**
 * `stale`: the metrics are at another position, a fail-over lost a checkpoint: restore the keyframe, fold on, write every
 * field. `missing`: likewise, of the writer's entries. The others are as of `append`.
 */
export type CheckpointOutcome =
  | { readonly outcome: "applied"; readonly id?: string }
  | { readonly outcome: "stale"; readonly position: string }
  | { readonly outcome: "missing"; readonly lastSequence: number }
  | { readonly outcome: "fenced" }
  | { readonly outcome: "epoch"; readonly epoch: number }
  | { readonly outcome: "absent" };

/** As of when documents are that are written on demand. */
export type DocumentTimes = Partial<Record<OnDemandDocument, DocumentTime>>;
export interface DocumentTime {
  /** Event time. */
  readonly atMs: number;
  /** Id of the last entry folded into it. */
  readonly id: string;
}

export interface StoredMetrics {
  readonly metrics: Partial<Metrics>;
  readonly documents: Partial<Documents>;
  /** Of the last entry folded into them; undefined when nothing was yet. */
  readonly position: Position | undefined;
  /** Of documents that are written on demand. */
  readonly documentsAt: DocumentTimes;
  /** A replay writes all of its documents as they change. */
  readonly isReplay: boolean;
}

export interface MetricsStore {
  /** Writes what changed and appends the insights, both or nothing, and once however often it is called. */
  checkpoint(checkpoint: Checkpoint): Promise<CheckpointOutcome>;
  /** Undefined when there is no such session. With `documents`, of the documents these alone: some are large. */
  read(sessionId: SessionId, documents?: readonly DocumentName[]): Promise<StoredMetrics | undefined>;
  /**
   * As `read`, after the session's fold has written those of the documents that are written on demand: each then holds what
   * the metrics held when this was called, or was written within the last second. Where nobody owns the fold, and where it does
   * not answer within half a second, they are as they were written last: see `documentsAt`.
   */
  readCurrent(sessionId: SessionId, documents: readonly DocumentName[]): Promise<StoredMetrics | undefined>;
}

/** Age, by Redis' clock, up to which a document is as good as new: whoever asks, a session writes it once a second at most. */
const CURRENT_MS = 1_000;
/** Wait for a fold that was asked: it may have been killed, and its session is somebody else's some seconds later. */
const ASK_DEADLINE_MS = 500;
/** Asked again meanwhile: a message may be lost, and the owner may change. */
const ASK_AGAIN_MS = 100;
/** Pauses between two looks for the answer. */
const LOOK_MS = 5;

export function createMetricsStore(client: RedisClient): MetricsStore {
  return {
    checkpoint: (checkpoint) => checkpointMetrics(client, checkpoint),
    read,
    async readCurrent(sessionId, documents) {
      const stored = await read(sessionId, documents);
      const asked = documents.filter(isOnDemand);
      if (!stored?.position || stored.isReplay || isWritten(stored.documentsAt, asked, stored.position.id)) return stored;
      const isAsked = await askUntilWritten(sessionId, asked, stored.documentsAt);
      return isAsked ? read(sessionId, documents) : stored;
    },
  };

  async function read(sessionId: SessionId, documents: readonly DocumentName[] = documentNames) {
    const hash = await readFields(client, sessionId, ["position", "documentsAt", "replay", ...metricNames, ...documents]);
    return hash["position"] === undefined ? undefined : storedFrom(sessionId, hash);
  }

  /** Asks the session's fold for documents until they hold what the metrics held at first. False where nobody need be asked, or can. */
  async function askUntilWritten(sessionId: SessionId, documents: readonly OnDemandDocument[], at: DocumentTimes) {
    const oldestMs = Math.min(...documents.map((name) => streamIdMs(at[name]?.id ?? "0-0")));
    const first = await askDocuments(client, { sessionId, documents, writtenMs: oldestMs });
    if (first.outcome !== "asked") return false;
    const beganMs = performance.now();
    for (let askedMs = beganMs; performance.now() - beganMs < ASK_DEADLINE_MS; ) {
      await pause(LOOK_MS);
      const { documentsAt } = await readFields(client, sessionId, ["documentsAt"]);
      if (isWritten(documentTimes(documentsAt), documents, first.position)) break;
      if (performance.now() - askedMs < ASK_AGAIN_MS) continue;
      askedMs = performance.now();
      await askDocuments(client, { sessionId, documents, writtenMs: 0 });
    }
    return true;
  }
}

const isWritten = (at: DocumentTimes, documents: readonly OnDemandDocument[], id: string): boolean =>
  documents.every((name) => at[name] && !isAfter(id, at[name].id));

/** The items of an entry as the script takes them. One that is written to the hash as well, a board, is sent once: by its field. */
function partsOf(items: readonly string[], changed: Checkpoint["changed"]): string[] {
  const parts: string[] = [];
  let others: string[] = [];
  for (const item of items) {
    const board = boards.find((name) => changed[name] === item);
    if (board === undefined) {
      others.push(item);
      continue;
    }
    if (others.length > 0) parts.push(others.join(","));
    others = [];
    parts.push(board);
  }
  if (others.length > 0) parts.push(others.join(","));
  return parts;
}

/** The fields that there are; unlike HGETALL, without what a later version may keep beside them. */
async function readFields(client: RedisClient, sessionId: SessionId, fields: string[]): Promise<Partial<Record<string, string>>> {
  const values = await retryUntilAnswered(client, () => client.hmget(keys.metrics(sessionId), ...fields));
  return Object.fromEntries(fields.flatMap((field, index) => (values[index] == null ? [] : [[field, values[index]]])));
}

const checkpointMetrics = defineScript("checkpoint-metrics.lua", {
  keys: ({ sessionId, writer }: Checkpoint) => [
    keys.metrics(sessionId),
    keys.owner(sessionId, claimRoleOf(writer)),
    keys.log(sessionId),
    keys.head(sessionId),
  ],
  args({ sessionId, writer, after, upTo: { epoch, id, stamp }, changed, documentsAt, insights }) {
    const parts = partsOf(insights?.items ?? [], changed);
    const args = [
      recordOf(writer),
      after,
      id,
      JSON.stringify({ epoch, id, stamp }),
      insights?.epoch ?? epoch,
      insights?.sequence ?? "",
      insights ? stampOf(writer, insights.sequence) : "",
      parts.length,
      keys.push(sessionId),
      LOG_MAX_ENTRIES,
      ...parts,
    ];
    for (const field in changed) {
      const value = changed[field];
      if (value !== undefined) args.push(field, value);
    }
    if (documentsAt) args.push("documentsAt", JSON.stringify(documentsAt));
    return args;
  },
  reply(raw): CheckpointOutcome {
    const [outcome, value = ""] = raw as [CheckpointOutcome["outcome"], string?];
    if (outcome === "applied") return value ? { outcome, id: value } : { outcome };
    if (outcome === "stale") return { outcome, position: value };
    if (outcome === "missing") return { outcome, lastSequence: Number(value) };
    if (outcome === "epoch") return { outcome, epoch: Number(value) };
    return { outcome };
  },
});

type AskOutcome = { readonly outcome: "asked"; readonly position: string } | { readonly outcome: "current" | "unowned" };

/** Asks whoever folds the session, unless all of the documents were written within `CURRENT_MS`; with the metrics' position. */
const askDocuments = defineScript("ask-documents.lua", {
  keys: ({ sessionId }: { sessionId: SessionId; documents: readonly OnDemandDocument[]; writtenMs: number }) => [
    keys.metrics(sessionId),
    keys.owner(sessionId, "analytics"),
  ],
  args: ({ sessionId, documents, writtenMs }) => [keys.push(sessionId), askOf(documents), writtenMs + CURRENT_MS],
  reply(raw): AskOutcome {
    const [outcome, position = "0-0"] = raw as [AskOutcome["outcome"], string?];
    return outcome === "asked" ? { outcome, position } : { outcome };
  },
});

function storedFrom(log: SessionId, hash: Partial<Record<string, string>>): StoredMetrics {
  const metrics: Partial<Metrics> = {};
  for (const name of metricNames) if (hash[name] !== undefined) metrics[name] = Number(hash[name]);
  const documents = documentNames.flatMap((name) => {
    const json = hash[name];
    return json === undefined ? [] : [[name, JSON.parse(json) as unknown]];
  });
  return {
    metrics,
    documents: Object.fromEntries(documents) as Partial<Documents>,
    position: hash["position"] ? { log, ...(JSON.parse(hash["position"]) as Omit<Position, "log">) } : undefined,
    documentsAt: documentTimes(hash["documentsAt"]),
    isReplay: hash["replay"] !== undefined,
  };
}

const documentTimes = (json: string | undefined): DocumentTimes => (json ? (JSON.parse(json) as DocumentTimes) : {});

import { type DocumentName, type Documents, documentNames } from "@frontrow/protocol/documents";
import type { Position } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { type Metrics, metricNames } from "@frontrow/protocol/metrics";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript } from "../define-script.ts";
import { keys } from "../keys.ts";
import { claimRoleOf, LOG_MAX_ENTRIES, recordOf, stampOf, type Writer } from "../log/log.ts";

export interface Checkpoint {
  readonly sessionId: SessionId;
  readonly writer: Writer;
  /** Id of the position that the values were folded after: the `upTo` of the checkpoint before, "0-0" at first. */
  readonly after: string;
  readonly upTo: Position;
  /** Absolute values: metrics by name, documents by name as JSON. */
  readonly changed: Partial<Record<string, string | number>>;
  /** What the fold concluded meanwhile; `sequence` counts the writer's entries as in `append`. */
  readonly insights?: { readonly sequence: number; readonly epoch: number; readonly data: string };
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

export interface StoredMetrics {
  readonly metrics: Partial<Metrics>;
  readonly documents: Partial<Documents>;
  /** Of the last entry folded into them; undefined when nothing was yet. */
  readonly position: Position | undefined;
}

export interface MetricsStore {
  /** Writes what changed and appends the insights, both or nothing, and once however often it is called. */
  checkpoint(checkpoint: Checkpoint): Promise<CheckpointOutcome>;
  /** Undefined when there is no such session. With `documents`, of the documents these alone: some are large. */
  read(sessionId: SessionId, documents?: readonly DocumentName[]): Promise<StoredMetrics | undefined>;
}

export function createMetricsStore(client: RedisClient): MetricsStore {
  return {
    checkpoint: (checkpoint) => checkpointMetrics(client, checkpoint),
    async read(sessionId, documents = documentNames) {
      const hash = await readFields(client, sessionId, ["position", ...metricNames, ...documents]);
      return hash["position"] === undefined ? undefined : storedFrom(sessionId, hash);
    },
  };
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
  args: ({ sessionId, writer, after, upTo: { epoch, id, stamp }, changed, insights }) => [
    recordOf(writer),
    after,
    id,
    JSON.stringify({ epoch, id, stamp }),
    insights?.epoch ?? epoch,
    insights?.sequence ?? "",
    insights ? stampOf(writer, insights.sequence) : "",
    insights?.data ?? "",
    keys.push(sessionId),
    LOG_MAX_ENTRIES,
    ...Object.entries(changed).flatMap(([field, value]) => (value === undefined ? [] : [field, value])),
  ],
  reply(raw): CheckpointOutcome {
    const [outcome, value = ""] = raw as [CheckpointOutcome["outcome"], string?];
    if (outcome === "applied") return value ? { outcome, id: value } : { outcome };
    if (outcome === "stale") return { outcome, position: value };
    if (outcome === "missing") return { outcome, lastSequence: Number(value) };
    if (outcome === "epoch") return { outcome, epoch: Number(value) };
    return { outcome };
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
  };
}

import { type Written, writtenDocuments } from "@frontrow/audience/changes";
import { restoreKeyframe } from "@frontrow/audience/keyframe";
import { decompressSlices } from "@frontrow/audience/keyframe-compression";
import { createFold, type FoldState } from "@frontrow/audience/state";
import { type Position, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Keyframe, KeyframeStore } from "@frontrow/redis/keyframes";
import type { LogStore } from "@frontrow/redis/log";
import type { DocumentTimes, MetricsStore } from "@frontrow/redis/metrics-store";
import type { SessionStore } from "@frontrow/redis/sessions";

export interface RestoreDeps {
  readonly log: LogStore;
  readonly metrics: MetricsStore;
  readonly keyframes: KeyframeStore;
  readonly sessions: SessionStore;
}

/** What the metrics hash holds, and up to where. */
export interface WrittenUpTo extends Written {
  /** Id of the last entry folded into them. */
  readonly positionId: string;
}

/** Where a fold begins. */
export interface Restored {
  readonly state: FoldState;
  /** Of the last entry in `state`. */
  readonly position: Position;
  /**
   * What the metrics hash says. Insights join the log in the same step as the metrics, so the conclusions of all
   * entries up to this position have been published, and no others.
   */
  readonly written: WrittenUpTo;
  /** As of when documents are that are written on demand. */
  readonly documentsAt: DocumentTimes;
  /** Event time from which on entries were trimmed before they were folded; undefined when none was. */
  readonly gapFromMs: number | undefined;
}

/** A state to fold on from. */
type Beginning = Pick<Restored, "state" | "position">;

/** The keyframe, or the beginning of the log where there is none that this fold can read; undefined without a log. */
export async function restore(sessionId: SessionId, deps: RestoreDeps): Promise<Restored | undefined> {
  const [tail, keyframe, stored] = await Promise.all([
    deps.log.tail(sessionId),
    deps.keyframes.read(sessionId),
    deps.metrics.read(sessionId),
  ]);
  if (!tail) return undefined;
  const written: WrittenUpTo = {
    metrics: stored?.metrics ?? {},
    documents: writtenDocuments(stored?.documents ?? {}),
    positionId: stored?.position?.id ?? "0-0",
  };
  const fresh: Beginning = { state: createFold(), position: startOf(sessionId, tail.epoch) };
  const restored = keyframe?.position.epoch === tail.epoch ? await beginningAt(keyframe) : undefined;
  const begun = (restored && (await continuedFrom(sessionId, restored, deps))) ?? (await continuedFrom(sessionId, fresh, deps));
  return { ...(begun ?? { ...fresh, gapFromMs: undefined }), written, documentsAt: stored?.documentsAt ?? {} };
}

async function beginningAt({ foldVersion, position, slices }: Keyframe): Promise<Beginning | undefined> {
  const state = restoreKeyframe({ foldVersion, slices: await decompressSlices(slices) });
  return state && { state, position };
}

/** Where the log goes on from here; undefined when it does not, as a fail-over has cut it back behind this. */
async function continuedFrom(
  sessionId: SessionId,
  { state, position }: Beginning,
  { log, sessions }: RestoreDeps,
): Promise<Omit<Restored, "written" | "documentsAt"> | undefined> {
  const next = await log.readAfter(position, { entries: 1 });
  if (next.outcome === "lost") return undefined;
  if (next.outcome !== "trimmed") return { state, position, gapFromMs: undefined };
  const gapFromMs = state.nowMs || (await sessions.read(sessionId))?.sinceMs;
  return { state, position: next.first, gapFromMs };
}

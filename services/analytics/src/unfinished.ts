import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { LogStore } from "@frontrow/redis/log";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { SessionStore } from "@frontrow/redis/sessions";

/** After the last fact of a session come at most our own last insights. */
const LOOK_BACK_ENTRIES = 8;

/** Whether a session needs somebody who folds it: a source may write into it, or something in it is not folded yet. */
export async function isUnfinished(
  sessionId: SessionId,
  { sessions, log, metrics }: { sessions: SessionStore; log: LogStore; metrics: MetricsStore },
): Promise<boolean> {
  const session = await sessions.read(sessionId);
  // What a replay plays, replay folds itself.
  if (session?.kind !== "LIVE") return false;
  if (session.state === "open") return true;
  const [stored, entries] = await Promise.all([metrics.read(sessionId), log.readBack(sessionId, { entries: LOOK_BACK_ENTRIES })]);
  const last = entries.find((entry) => entry.kind !== "insights");
  return last !== undefined && isAfter(last.id, stored?.position?.id ?? "0-0");
}

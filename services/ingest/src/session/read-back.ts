import { itemsOf, type LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import { readBackwards } from "@frontrow/redis/log";

/** What a log says of its session's past to whoever goes on with it. */
export interface Past {
  readonly isEmpty: boolean;
  /** Ids of its last events, newest first. */
  readonly ids: readonly string[];
  /** Event time of its last sign of life. */
  readonly lastAtMs: number;
  /** By how much our clock is ahead of TikTok's, at least; undefined when nothing tells. */
  readonly aheadMs: number | undefined;
}

export const NO_PAST: Past = { isEmpty: true, ids: [], lastAtMs: 0, aheadMs: undefined };

/** Ticks and the fold's insights stand between events: this many entries hold a full window of ids in any normal room. */
const READ_BACK = { maxEntries: 1_000, pageEntries: 100 };

/** Reads a log backwards until `wanted` event ids are found, or enough entries are read. */
export async function readPast(
  readBack: (limit: { entries: number; before?: string }) => Promise<readonly LogEntry[]>,
  wanted: number,
): Promise<Past> {
  const ids: string[] = [];
  let past = NO_PAST;
  for await (const page of readBackwards(readBack, READ_BACK)) {
    for (const entry of page) past = add(past, entry, ids);
    if (ids.length >= wanted) break;
  }
  return { ...past, ids };
}

function add(past: Past, entry: LogEntry, ids: string[]): Past {
  let { lastAtMs, aheadMs } = past;
  if (entry.kind === "events") {
    for (const event of itemsOf({ ...entry, kind: "events" }).toReversed()) {
      ids.push(event.id);
      lastAtMs = Math.max(lastAtMs, event.atMs);
      aheadMs = aheadOf(event, aheadMs);
    }
  } else if (entry.kind === "tick" || entry.kind === "control") {
    for (const { atMs } of itemsOf({ ...entry, kind: entry.kind })) lastAtMs = Math.max(lastAtMs, atMs);
  }
  return { isEmpty: false, ids, lastAtMs, aheadMs };
}

/** The estimate with one event more: an event never comes before it was sent, so the smallest difference is the best. */
export function aheadOf({ type, late, atMs, sentAtMs }: LiveEvent, estimate: number | undefined): number | undefined {
  if (late || type === "gap") return estimate;
  return Math.min(estimate ?? Number.POSITIVE_INFINITY, atMs - sentAtMs);
}

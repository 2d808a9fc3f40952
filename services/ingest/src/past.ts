import { itemsOf, type LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";

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
const MAX_ENTRIES = 1_000;
const PAGE = 100;

/** Reads a log backwards until `wanted` event ids are found, or enough entries are read. */
export async function readPast(
  readBack: (limit: { entries: number; before?: string }) => Promise<readonly LogEntry[]>,
  wanted: number,
): Promise<Past> {
  const ids: string[] = [];
  let past = NO_PAST;
  let before: string | undefined;
  for (let entries = 0; entries < MAX_ENTRIES && ids.length < wanted; entries += PAGE) {
    const page = await readBack({ entries: PAGE, ...(before === undefined ? {} : { before }) });
    for (const entry of page) past = add(past, entry, ids);
    before = page.at(-1)?.id;
    if (page.length < PAGE) break;
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

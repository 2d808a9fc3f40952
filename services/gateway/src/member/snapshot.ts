import { insightsIn, LIST_EVERY_MS, lists } from "@frontrow/protocol/documents";
import { itemsOf, type LogEntry, type Position } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";
import { type LogStore, readBackwards } from "@frontrow/redis/log";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { SessionRecord, SessionStore } from "@frontrow/redis/sessions";
import type { Channel } from "../stream/channel.ts";
import { snapshotDocuments } from "./current-state.ts";

/** What a screen begins with. */
export interface Snapshot {
  /** Position of the last entry in the snapshot; the stream continues after it. */
  readonly at: Position;
  /** A seek began another epoch while it was read: nothing of it is to be shown. */
  readonly isSuperseded: boolean;
  readonly session: SessionRecord | undefined;
  /** The last events up to `at`, oldest first. */
  readonly history: readonly LiveEvent[];
  readonly metrics: StoredMetrics | undefined;
  /** Insights of the documents, and those that were appended since the documents were written. */
  readonly insights: readonly Insight[];
}

interface Dependencies {
  readonly store: Pick<LogStore, "readBack">;
  readonly metrics: Pick<MetricsStore, "readCurrent">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly historyEvents: number;
  readonly now?: () => number;
}

/** Time for which a snapshot is shared: a raid of a thousand newcomers reads once. */
const SHARED_MS = 500;
/**
 * Age, in the log's time, of insights that may be missing in the lists of a replay. Twice the interval at which it writes
 * them, as event time may lag behind the log's.
 */
const UNLISTED_MS = 2 * LIST_EVERY_MS;
/** Entries read for a history at most: insights and ticks are in the log between the events. */
const READ_BACK = { maxEntries: 1000, pageEntries: 250 };
/** Length of a history's entries at most: it must fit into any socket's buffer. */
const MAX_HISTORY_CHARS = 250_000;

/**
 * Reads where a screen begins: without a hole to what follows, and with nothing that follows in it.
 *
 * The end H of the channel is fixed first; history is what the log holds up to H; the stream goes on after H. Metrics are
 * read after H was fixed, and their hash is written in one step with the insights' entry: so they contain every insight up
 * to H, maybe some that follow. Those come again in the stream, and as metrics are absolute values and the others have ids,
 * that changes nothing. The lists say up to where they go: what was appended since is read from the log.
 */
export function createSnapshots({ store, metrics, sessions, historyEvents, now = () => performance.now() }: Dependencies) {
  /** By session and epoch. */
  const shared = new Map<string, { readonly untilMs: number; readonly snapshot: Promise<Snapshot> }>();

  async function read(session: SessionId, at: Position): Promise<Snapshot> {
    const [record, stored] = await Promise.all([sessions.read(session), metrics.readCurrent(session, snapshotDocuments)]);
    const recent = new RecentItems(at, historyEvents, listedUpTo(stored, at));
    for await (const page of readBackwards((bounds) => store.readBack(session, bounds), READ_BACK)) {
      if (recent.add(page) === "full") break;
    }
    const insights = latestOfEach([...insightsIn(stored?.documents ?? {}), ...recent.insights]);
    const isSuperseded = recent.hasLaterEpoch || (stored?.position !== undefined && stored.position.epoch !== at.epoch);
    return { at, isSuperseded, session: record, history: recent.events, metrics: stored, insights };
  }

  return {
    /** The snapshot of a session at its channel's end, or a moment before it. */
    of(channel: Channel): Promise<Snapshot> {
      const session = channel.log as SessionId;
      const key = `${session} ${channel.position.epoch}`;
      const known = shared.get(key);
      if (known && known.untilMs > now()) return known.snapshot;
      // The entries that follow are retained for as long as somebody may be given this snapshot, and join after it.
      const release = channel.retain();
      const snapshot = read(session, channel.position);
      shared.set(key, { untilMs: now() + SHARED_MS, snapshot });
      const forget = () => {
        release();
        if (shared.get(key)?.snapshot === snapshot) shared.delete(key);
      };
      setTimeout(forget, SHARED_MS).unref();
      snapshot.catch(forget);
      return snapshot;
    },
  };
}
export type Snapshots = ReturnType<typeof createSnapshots>;

/** The latest items of a log up to a position, collected from pages that are read backwards. */
class RecentItems {
  readonly #at: Position;
  readonly #maxEvents: number;
  /** Id up to which the lists have all insights. */
  readonly #listedUpTo: string;
  readonly #newestEvents: LiveEvent[] = [];
  readonly #newestInsights: Insight[] = [];
  hasLaterEpoch = false;
  #chars = 0;

  constructor(at: Position, maxEvents: number, listedUpTo: string) {
    this.#at = at;
    this.#maxEvents = maxEvents;
    this.#listedUpTo = listedUpTo;
  }

  /** Oldest first. */
  get events(): LiveEvent[] {
    return this.#newestEvents.slice(0, this.#maxEvents).reverse();
  }

  /** Those that may be missing in the lists, oldest first. */
  get insights(): Insight[] {
    return [...this.#newestInsights].reverse();
  }

  /** Adds a page of entries, newest first. "full": no further page is needed. */
  add(page: readonly LogEntry[]): "more" | "full" {
    for (const entry of page) {
      if (entry.epoch !== this.#at.epoch) this.hasLaterEpoch = true;
      if (isAfter(entry.id, this.#at.id)) continue;
      if (entry.kind === "insights" && isAfter(entry.id, this.#listedUpTo))
        this.#newestInsights.push(...itemsOf({ kind: "insights", data: entry.data }).filter(isListed).reverse());
      if (entry.kind === "events" && !this.#isHistoryFull) this.#addEvents(entry);
    }
    const oldest = page.at(-1);
    const isListReached = !oldest || !isAfter(oldest.id, this.#listedUpTo);
    return this.#isHistoryFull && isListReached ? "full" : "more";
  }

  get #isHistoryFull(): boolean {
    return this.#newestEvents.length >= this.#maxEvents || this.#chars >= MAX_HISTORY_CHARS;
  }

  /** Of an entry that does not fit the newest events that do: a replay that lags, or a source, may have put many into one. */
  #addEvents({ data }: LogEntry): void {
    const events = itemsOf({ kind: "events", data }).reverse();
    const fits = this.#chars + data.length <= MAX_HISTORY_CHARS;
    for (const event of events) {
      if (!fits) this.#chars += JSON.stringify(event).length + 1;
      if (this.#chars > MAX_HISTORY_CHARS) return;
      this.#newestEvents.push(event);
    }
    if (fits) this.#chars += data.length;
  }
}

/** Id of the last entry of which every insight is in the lists. */
function listedUpTo(stored: StoredMetrics | undefined, at: Position): string {
  if (!stored || stored.isReplay) return `${Math.max(0, streamIdMs(at.id) - UNLISTED_MS)}-0`;
  return lists.map((name) => stored.documentsAt[name]?.id ?? "0-0").reduce((oldest, id) => (isAfter(oldest, id) ? id : oldest));
}

/** Whether the lists hold insights of this type. First chats are in none: they are marks on the messages they are about. */
const isListed = (insight: Insight): boolean =>
  insight.type === "questionDetected" ||
  insight.type === "automatedPrompt" ||
  insight.type === "spike" ||
  (insight.type === "moment" && insight.kind !== "firstChat");

/** Of insights with the same id the last one, in the place of the first. */
function latestOfEach(insights: readonly Insight[]): Insight[] {
  const byId = new Map(insights.map((insight) => ["id" in insight ? insight.id : insight.type, insight] as const));
  return [...byId.values()];
}

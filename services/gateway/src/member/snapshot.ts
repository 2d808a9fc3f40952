import { insightsIn, LIST_EVERY_MS } from "@frontrow/protocol/documents";
import { itemsOf, type LogEntry, type Position } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";
import { type LogStore, readBackwards } from "@frontrow/redis/log";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { SessionRecord, SessionStore } from "@frontrow/redis/sessions";
import type { Channel } from "../stream/channel.ts";
import { beginnings } from "./current-state.ts";

/** What a screen begins with. */
export interface Snapshot {
  /** The last entry that is in it; what follows is what comes after. */
  readonly at: Position;
  readonly session: SessionRecord | undefined;
  /** The last events up to `at`, oldest first. */
  readonly history: readonly LiveEvent[];
  readonly metrics: StoredMetrics | undefined;
  /** What stands besides: what the documents say, and what was said since they were written. */
  readonly standing: readonly Insight[];
}

interface Dependencies {
  readonly store: Pick<LogStore, "readBack">;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly historyEvents: number;
  readonly now?: () => number;
}

/** A raid of a thousand newcomers reads once. */
const SHARED_MS = 500;
/** Event time may lag behind the log's own, in which what was said since the lists were written is looked for. */
const SAID_SINCE_MS = 2 * LIST_EVERY_MS;
/** Entries read for a history at most: insights and ticks are in the log between the events. */
const READ_BACK = { maxEntries: 1000, pageEntries: 250 };
/** A history of very long messages is a shorter one: it must fit into any socket's buffer. */
const HISTORY_CHARS = 250_000;

/**
 * Reads where a screen begins: without a hole to what follows, and with nothing that follows in it.
 *
 * The end H of the channel is fixed first; history is what the log holds up to H; the stream goes on after H. Metrics are
 * read after H was fixed, and their hash is written in one step with the insights' entry: so they contain every insight up
 * to H, maybe some that follow. Those come again in the stream, and as metrics are absolute values and the others have ids,
 * that changes nothing.
 */
export function createSnapshots({ store, metrics, sessions, historyEvents, now = () => performance.now() }: Dependencies) {
  const shared = new Map<SessionId, { readonly untilMs: number; readonly snapshot: Promise<Snapshot> }>();

  async function read(session: SessionId, at: Position): Promise<Snapshot> {
    const { history, said } = await readHistory(session, at);
    const [record, stored] = await Promise.all([sessions.read(session), metrics.read(session, beginnings)]);
    const standing = latestOf([...insightsIn(stored?.documents ?? {}), ...said]);
    return { at, session: record, history, metrics: stored, standing };
  }

  async function readHistory(session: SessionId, at: Position): Promise<{ history: LiveEvent[]; said: Insight[] }> {
    const newestFirst: LiveEvent[] = [];
    const saidFirst: Insight[] = [];
    let chars = 0;
    for await (const page of readBackwards((bounds) => store.readBack(session, bounds), READ_BACK)) {
      for (const entry of page) {
        if (isAfter(entry.id, at.id)) continue;
        if (isSaidOfLate(entry, at))
          saidFirst.push(...itemsOf({ kind: "insights", data: entry.data }).filter(isListed).reverse());
        if (entry.kind !== "events") continue;
        chars += entry.data.length;
        if (chars > HISTORY_CHARS) break;
        newestFirst.push(...itemsOf({ kind: "events", data: entry.data }).reverse());
      }
      if (newestFirst.length >= historyEvents || chars >= HISTORY_CHARS) break;
    }
    return { history: newestFirst.slice(0, historyEvents).reverse(), said: saidFirst.reverse() };
  }

  return {
    /** The snapshot of a session at its channel's end, or a moment before it. */
    of(channel: Channel): Promise<Snapshot> {
      const session = channel.log as SessionId;
      const known = shared.get(session);
      if (known && known.untilMs > now()) return known.snapshot;
      // What follows is kept for as long as somebody may be given this snapshot, and join after it.
      const release = channel.keep();
      const snapshot = read(session, channel.position);
      shared.set(session, { untilMs: now() + SHARED_MS, snapshot });
      const forget = () => {
        release();
        if (shared.get(session)?.snapshot === snapshot) shared.delete(session);
      };
      setTimeout(forget, SHARED_MS).unref();
      snapshot.catch(forget);
      return snapshot;
    },
  };
}

const isSaidOfLate = ({ kind, id }: LogEntry, at: Position): boolean =>
  kind === "insights" && streamIdMs(at.id) - streamIdMs(id) < SAID_SINCE_MS;

/** Of what the lists hold. First chats are in none: they are marks on the messages that they are about. */
const isListed = (insight: Insight): boolean =>
  insight.type === "questionDetected" ||
  insight.type === "automatedPrompt" ||
  insight.type === "spike" ||
  (insight.type === "moment" && insight.kind !== "firstChat");

/** Of what was said more than once, the last word, in the place of the first. */
function latestOf(insights: readonly Insight[]): Insight[] {
  const byId = new Map(insights.map((insight) => ["id" in insight ? insight.id : insight.type, insight] as const));
  return [...byId.values()];
}
export type Snapshots = ReturnType<typeof createSnapshots>;

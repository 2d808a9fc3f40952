import type { EventOf, LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import type { ClientEventOf } from "@frontrow/sdk/client";
import { arrivalsAfter } from "./arrivals.ts";
import { captionAfter } from "./caption.ts";
import { appendChat, type ChatLog, emptyChat, hasRow, removeModerated } from "./chat-log.ts";
import type { RememberedCurves } from "./curves-memory.ts";
import { appendGifts, emptyGifts, type GiftRow } from "./gift-feed.ts";
import { retract } from "./moderation.ts";
import { BIG_GIFT_DIAMONDS } from "./notices.ts";
import { addGap, addPoint, type Series, STEP_MS } from "./series.ts";
import { withHistory } from "./series-history.ts";
import { foldUnderstanding } from "./understanding.ts";
import { type Broadcast, emptyBroadcast, viewersIn } from "./view-state.ts";

/**
 * The broadcast that a snapshot starts from.
 *
 * It replaces every row. The curves of the same session and epoch stay: they are this page's own memory, and what it missed until
 * the metrics that follow becomes a gap in them. After a seek nothing stays.
 */
export function takeSnapshot(current: Broadcast | undefined, snapshot: ClientEventOf<"snapshot">): Broadcast {
  const { session, epoch } = snapshot;
  const kept = current?.session === session && current.epoch === epoch ? current : emptyBroadcast(session, epoch);
  const cleared: Broadcast = {
    ...kept,
    chat: emptyChat,
    gifts: emptyGifts,
    arrivals: [],
    knownUntilMs: kept.metrics.atMs ?? kept.knownUntilMs,
    isBehind: false,
  };
  return foldEvents(cleared, snapshot.events).broadcast;
}

/** A broadcast of which only the curves are known: what a page that was loaded again begins with. */
export function withCurves({ session, epoch, series }: RememberedCurves): Broadcast {
  const last = series.points.at(-1);
  return { ...emptyBroadcast(session, epoch), series, knownUntilMs: last && last.atMs + STEP_MS };
}

/** Folds events into rows and gaps; numbers come from insights alone. `bigGifts` are the streaks that ended big just now. */
export function foldEvents(
  broadcast: Broadcast,
  events: readonly LiveEvent[],
): { readonly broadcast: Broadcast; readonly bigGifts: readonly GiftRow[] } {
  const gifts = appendGiftsOf(broadcast, events);
  const next: Broadcast = {
    ...retract(broadcast, ofType(events, "moderation")),
    chat: foldChat(broadcast.chat, events),
    gifts,
    arrivals: arrivalsAfter(broadcast.arrivals, ofType(events, "member")),
    caption: captionAfter(broadcast.caption, ofType(events, "caption")),
    pausedSinceMs: pausedAfter(broadcast.pausedSinceMs, events),
    series: ofType(events, "gap").reduce<Series>(addGap, broadcast.series),
  };
  const ended = new Set(ofType(events, "gift").flatMap((gift) => (gift.streakOpen || gift.late ? [] : [gift.streakId])));
  const wasOpen = new Map(broadcast.gifts.rows.map((row) => [row.id, row.isOpen]));
  const bigGifts = gifts.rows.filter(
    (row) => ended.has(row.id) && row.diamonds >= BIG_GIFT_DIAMONDS && wasOpen.get(row.id) !== false,
  );
  return { broadcast: next, bigGifts };
}

/** Folds what the analytics concluded: metrics are absolute values, so that a repeated one changes nothing. */
export function foldInsights(broadcast: Broadcast, insights: readonly Insight[], { isStanding = false } = {}): Broadcast {
  // How things stand replaces what was held: what is in it no more was retracted while the page was away.
  let next: Broadcast = isStanding ? { ...broadcast, questions: [], prompts: [] } : broadcast;
  let isUnderstood = false;
  for (const insight of insights) {
    if (insight.type === "metrics") next = foldMetrics(next, insight);
    else if (insight.type === "leaderboard") next = { ...next, leaderboard: insight.gifters };
    else if (insight.type === "room") next = { ...next, room: insight };
    else if (insight.type === "curves") next = { ...next, series: withHistory(next.series, insight) };
    else if (insight.type !== "replayState") isUnderstood = true;
  }
  return isUnderstood ? foldUnderstanding(next, insights) : next;
}

function foldMetrics(broadcast: Broadcast, { type: _, ...changed }: Extract<Insight, { type: "metrics" }>): Broadcast {
  const metrics = { ...broadcast.metrics, ...changed };
  const pausedSinceMs = changed.pausedSinceMs === undefined ? broadcast.pausedSinceMs : changed.pausedSinceMs || undefined;
  const { atMs } = metrics;
  // A snapshot of a broadcast that has just begun is empty: nothing is counted yet, which is not the same as zero.
  if (atMs === undefined) return { ...broadcast, metrics, pausedSinceMs };
  const missed = broadcast.knownUntilMs;
  const series =
    missed !== undefined && atMs - missed > STEP_MS
      ? addGap(broadcast.series, { fromMs: missed, toMs: atMs, reason: "offline" })
      : broadcast.series;
  const point = addPoint(series, atMs, { ...metrics, viewers: viewersIn(metrics) });
  return { ...broadcast, metrics, pausedSinceMs, isReady: true, knownUntilMs: undefined, series: point };
}

/** Said by events at once, and by the metrics a little later, also to a page that was not there. */
function pausedAfter(sinceMs: number | undefined, events: readonly LiveEvent[]): number | undefined {
  return events.reduce((since, event) => {
    if (event.type === "streamPaused") return since ?? event.atMs;
    return event.type === "streamResumed" || event.type === "streamEnd" ? undefined : since;
  }, sinceMs);
}

function foldChat(chat: ChatLog, events: readonly LiveEvent[]): ChatLog {
  const spoken = events.filter(hasRow);
  const moderation = ofType(events, "moderation");
  const appended = spoken.length > 0 ? appendChat(chat, spoken) : chat;
  return moderation.length > 0 ? removeModerated(appended, moderation) : appended;
}

function appendGiftsOf(broadcast: Broadcast, events: readonly LiveEvent[]): Broadcast["gifts"] {
  const gifts = ofType(events, "gift");
  return gifts.length > 0 ? appendGifts(broadcast.gifts, gifts) : broadcast.gifts;
}

const ofType = <T extends LiveEventType>(events: readonly LiveEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

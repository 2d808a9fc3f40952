import type { LogEntry } from "@frontrow/protocol/entry";
import type { EventOf, LiveEvent, Tick, User } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import type { CountedRate } from "@frontrow/protocol/metrics";
import type { Control } from "@frontrow/protocol/session";
import { advanceConversation, foldConversation, retractMessages } from "./conversation/conversation.ts";
import { advanceSentiment, foldSentiment } from "./conversation/sentiment.ts";
import { evaluateInsights } from "./evaluate.ts";
import { timeSeriesValues } from "./metrics.ts";
import { clearBattles, expireBattles } from "./moments/battles.ts";
import { publishFirstChat, recordBattle, recordGift } from "./moments/moments.ts";
import { addGiftCandidate, addReturnCandidate, addSupporterCandidate } from "./prompts/candidates.ts";
import { retractPrompts } from "./prompts/prompts.ts";
import { foldQuestion, publishUpdates, retractQuestions } from "./questions/questions.ts";
import { creditGuest } from "./room/guests.ts";
import { endPause, expirePause, foldPause } from "./room/pause.ts";
import { changeRoom, clearRoom, expireRoom, foldRoom, retractPin } from "./room/room.ts";
import { restartComparisons } from "./scores/scores.ts";
import type { FoldState } from "./state.ts";
import { countLike } from "./totals/counters.ts";
import { expireEndedStreaks } from "./totals/ended-streaks.ts";
import { explainDuplicates, explainEvent, explainGap, explainStreak } from "./totals/explanations.ts";
import { foldGap } from "./totals/gaps.ts";
import { recordGifter } from "./totals/gifters.ts";
import { type Booking, endAllStreaks, expireStreaks, foldGift } from "./totals/gifts.ts";
import { rankGifter } from "./totals/leaderboard.ts";
import { markGapUnobserved } from "./viewers/concurrent-viewers.ts";
import { accumulateViewers, endViewerCount, foldArrivalCount, foldViewerCount } from "./viewers/viewer-count.ts";
import {
  advanceViewers,
  creditViewer,
  flagViewer,
  markUnobserved,
  observeViewer,
  recordArrival,
  retractViewers,
} from "./viewers/viewers.ts";
import { advanceActivity, countActivity, evaluateActivity } from "./windows/activity.ts";
import { INTERVAL_MS, intervalEndAfter } from "./windows/evaluation-interval.ts";
import { sampleTimeSeries } from "./windows/time-series.ts";

/**
 * An hour of evaluation intervals. After an hour without an event, evaluating an interval changes nothing but its own moment:
 * windows are empty, averages have converged, pending insights are published. Of a longer silence the first and the last hour are
 * evaluated (the last one fills what keeps a value per interval), so a clock that jumps costs two hours of intervals at most, and
 * the result is that of evaluating all of them.
 */
const QUIET_INTERVALS = (60 * 60_000) / INTERVAL_MS;

export type FoldItem = LiveEvent | Tick | Control;

/** Told what could not be read or folded, of which nothing else is known. */
export type OnBadItem = (error: unknown) => void;

/**
 * Folds the items of a log, in order, into `state`, and appends the insights that they cause to `insights`.
 *
 * Pure but for changing the state that its caller owns: no clock, no randomness, no I/O. How items were divided over entries and
 * calls makes no difference. Each item must be given once: ingest removes what TikTok repeats, and the reader of the log gives
 * each entry once.
 *
 * An item that cannot be folded keeps none after it from being folded: it is told to `onBadItem`, and thrown without one.
 */
export function foldItems(
  state: FoldState,
  items: readonly FoldItem[],
  insights: Insight[] = [],
  onBadItem: OnBadItem = rethrow,
): void {
  for (const item of items) {
    try {
      foldItem(state, item, insights);
    } catch (error) {
      onBadItem(error);
    }
  }
}

function rethrow(error: unknown): never {
  throw error;
}

/**
 * The items of an entry that are folded and recorded, in order. Entries of insights have none: they are the fold's own output. What
 * is no item has no place in a recording either: data that is not an array, an element without a time.
 */
export function readItems({ kind, data }: Pick<LogEntry, "kind" | "data">, onBadItem: OnBadItem = rethrow): FoldItem[] {
  if (kind === "insights" || kind === "desk") return [];
  try {
    const all = JSON.parse(data) as unknown;
    if (!Array.isArray(all)) throw new TypeError("the data of an entry is not an array");
    return all.filter((item): item is FoldItem => {
      if (Number.isFinite((item as FoldItem | null)?.atMs)) return true;
      onBadItem(new TypeError("an item of an entry has no time"));
      return false;
    });
  } catch (error) {
    onBadItem(error);
    return [];
  }
}

/** Folds the items of an entry, and returns how many there were. */
export function foldEntry(
  state: FoldState,
  entry: Pick<LogEntry, "kind" | "data">,
  insights?: Insight[],
  onBadItem?: OnBadItem,
): number {
  const items = readItems(entry, onBadItem);
  foldItems(state, items, insights, onBadItem);
  return items.length;
}

function foldItem(state: FoldState, item: FoldItem, insights: Insight[]): void {
  advanceTime(state, item.atMs, insights);
  switch (item.type) {
    case "tick":
    case "successor":
      break;
    case "duplicates":
      explainDuplicates(state.explanations, item.dropped);
      break;
    case "sourceOpened":
      // A new owner opens a source that is open already: nothing was hidden since it was closed, long ago.
      if (!state.isSourceOpen && state.closedAtMs > 0) markUnobserved(state.viewers, state.closedAtMs, state.nowMs);
      state.isSourceOpen = true;
      state.room.hostId = item.hostId ?? state.room.hostId;
      state.startedAtMs = item.startedAtMs ?? state.startedAtMs;
      break;
    case "sourceClosed":
      state.isSourceOpen = false;
      state.closedAtMs = state.nowMs;
      endViewerCount(state.viewerCount);
      book(state, endAllStreaks(state.gifts, state.nowMs), insights);
      publishUpdates(state.questions, insights);
      endPause(state.pause, state.nowMs);
      clearRoom(state.room, state.nowMs);
      clearBattles(state.moments.battles, state.nowMs);
      break;
    default:
      foldEvent(state, item, insights);
  }
}

function foldEvent(state: FoldState, given: LiveEvent, insights: Insight[]): void {
  const sender = "user" in given ? given.user : undefined;
  const user = sender && isAnonymous(sender) ? undefined : sender;
  const event = user === sender ? given : { ...given, user };
  const isHost = user !== undefined && isHostOf(state, user);
  // The host is no viewer.
  const viewer = isHost ? undefined : user;
  if (viewer) observeUser(state, event, viewer);
  switch (event.type) {
    case "chat":
      countChat(state, event, viewer, insights);
      if (!isHost && hasText(event)) foldText(state, event, insights);
      break;
    case "emote":
      countChat(state, event, viewer, insights);
      break;
    case "question":
      if (!isHost) foldQuestion(state.questions, event, state.leaderboard, insights);
      break;
    case "gift":
      foldGiftMessage(state, event, viewer, insights);
      break;
    case "like":
      countLike(state.counters, event);
      // Likes whose sender we saw: the room's total jumps by everything that was missed in a gap.
      count(state, "likes", event, event.count);
      if (viewer) creditViewer(state.viewers, viewer, "likes", event.count);
      break;
    case "share":
      countEvent(state, "shares", event, 1);
      if (viewer) creditViewer(state.viewers, viewer, "shares", 1);
      break;
    case "follow":
      if (!isHost && (!viewer || flagViewer(state.viewers, viewer, "followed"))) countEvent(state, "follows", event, 1);
      break;
    case "member":
      if (!event.late && foldArrivalCount(state.viewerCount, event))
        explainEvent(state.explanations, "viewers", event, event.viewers ?? 0);
      if (!isHost) foldArrival(state, event, viewer);
      break;
    case "subscribe":
      if (!isHost) foldSubscription(state, event, viewer);
      break;
    case "roomUser":
      state.viewerCount.visitors = Math.max(state.viewerCount.visitors, event.visitors ?? 0);
      if (event.late) break;
      foldViewerCount(state.viewerCount, event);
      explainEvent(state.explanations, "viewers", event, event.viewers);
      break;
    case "battle":
      recordBattle(state.moments, event, state.room.hostId, insights);
      break;
    case "guest":
    case "envelope":
    case "goal":
    case "pin":
    case "poll":
      foldRoom(state.room, event);
      break;
    case "streamPaused":
    case "streamResumed":
      if (foldPause(state.pause, event)) restartComparisons(state.scores);
      break;
    case "moderation":
      retract(state, event);
      break;
    case "gap":
      foldLostTime(state, event);
      break;
    case "streamEnd":
      book(state, endAllStreaks(state.gifts, state.nowMs), insights);
      endPause(state.pause, state.nowMs);
      break;
    default: // no metric counts it
  }
}

/** Anonymous viewers share an id, or have none: they are nobody. */
export const isAnonymous = ({ id }: User): boolean => id === "" || id === "0";

export const isHostOf = ({ room }: FoldState, { id, isHost }: User): boolean =>
  isHost === true || (id === room.hostId && id !== "");

/** A message counts as one chat, be it of text or of stickers alone. */
function countChat(state: FoldState, event: EventOf<"chat" | "emote">, viewer: User | undefined, insights: Insight[]): void {
  countEvent(state, "chats", event, 1);
  if (viewer && creditViewer(state.viewers, viewer, "chats", 1) === 1) publishFirstChat(event, viewer, insights);
}

/** A message of stickers alone has no text that could be in a mood, be repeated, or ask something. */
const hasText = ({ text }: EventOf<"chat">): boolean => text !== "" && text.trim() !== "";

function foldText(state: FoldState, event: EventOf<"chat">, insights: Insight[]): void {
  foldSentiment(state.sentiment, event);
  foldConversation(state.conversation, event);
  if (!event.late) explainEvent(state.explanations, "sentiment", event, event.sentiment);
  foldQuestion(state.questions, event, state.leaderboard, insights);
}

function foldArrival(state: FoldState, event: EventOf<"member">, viewer: User | undefined): void {
  const isArrival = !viewer || recordArrival(state.viewers, viewer, event.atMs, event.entrance !== undefined);
  if (isArrival) countEvent(state, "joins", event, 1);
  if (viewer) addSupporterCandidate(state.prompts.candidates, viewer, event);
}

/** People who subscribe count once, subscriptions that they give to others as many as there are. */
function foldSubscription(state: FoldState, event: EventOf<"subscribe">, viewer: User | undefined): void {
  if (event.given !== undefined) countEvent(state, "subscribes", event, Math.max(1, event.given));
  else if (!viewer || flagViewer(state.viewers, viewer, "subscribed")) countEvent(state, "subscribes", event, 1);
}

function foldGiftMessage(state: FoldState, event: EventOf<"gift">, viewer: User | undefined, insights: Insight[]): void {
  const receiver = event.receiver && event.receiver.id !== state.room.hostId ? event.receiver : undefined;
  if (event.streakOpen && !receiver) state.explanations.merged++;
  book(state, foldGift(state.gifts, event, { giver: viewer, receiver }), insights);
}

/** A gap becomes known when it is over: its evaluation intervals, which looked silent, were not observed. */
function foldLostTime(state: FoldState, gap: EventOf<"gap">): void {
  foldGap(state.gaps, gap);
  // A log whose beginning was lost says since when the session was.
  if (gap.reason === "trimmed") state.sinceMs = Math.min(state.sinceMs, gap.fromMs);
  markUnobserved(state.viewers, gap.fromMs, gap.toMs);
  if (markGapUnobserved(state.concurrentViewers, gap)) restartComparisons(state.scores);
  explainGap(state.explanations, gap);
}

/** What moderation removed is no longer named, shown or read aloud. It stays counted. */
function retract(state: FoldState, event: EventOf<"moderation">): void {
  retractPrompts(state.prompts, retractQuestions(state.questions, event), event.userIds);
  retractViewers(state.viewers, event.userIds);
  retractMessages(state.conversation, event.eventIds);
  retractPin(state.room, event);
}

function observeUser(state: FoldState, event: LiveEvent, user: User): void {
  const before = state.viewers.table.size;
  const returned = observeViewer(state.viewers, user, event);
  if (returned) addReturnCandidate(state.prompts.candidates, returned, event.atMs);
  if (state.viewers.table.size > before) explainEvent(state.explanations, "uniqueViewers", event, 1);
}

/** Moves event time on. Whatever depends on time happens at its own moment, not at that of the item which shows that time has passed. */
function advanceTime(state: FoldState, atMs: number, insights: Insight[]): void {
  if (state.sinceMs === 0) {
    state.sinceMs = atMs;
    // What opened the source is the first item of a log, and among what was trimmed where it is not.
    state.isSourceOpen = true;
    state.intervalEndMs = intervalEndAfter(atMs);
  }
  if (atMs <= state.nowMs) return;
  let due = Math.floor((atMs - state.intervalEndMs) / INTERVAL_MS) + 1;
  if (due > 2 * QUIET_INTERVALS) {
    evaluateIntervals(state, QUIET_INTERVALS, insights);
    state.intervalEndMs += (due - 2 * QUIET_INTERVALS) * INTERVAL_MS;
    due = QUIET_INTERVALS;
  }
  evaluateIntervals(state, due, insights);
  moveTo(state, atMs, insights);
}

function evaluateIntervals(state: FoldState, intervals: number, insights: Insight[]): void {
  for (let done = 0; done < intervals; done++) {
    moveTo(state, state.intervalEndMs, insights);
    evaluateInterval(state, state.intervalEndMs, insights);
    state.intervalEndMs += INTERVAL_MS;
  }
}

function moveTo(state: FoldState, atMs: number, insights: Insight[]): void {
  book(state, expireStreaks(state.gifts, atMs), insights);
  expireEndedStreaks(state.gifts.ended, atMs);
  accumulateViewers(state.viewerCount, atMs);
  advanceActivity(state.activity, atMs);
  advanceSentiment(state.sentiment, atMs);
  advanceViewers(state.viewers, atMs);
  state.nowMs = atMs;
}

/** Evaluates everything that compares windows, on what happened before `endMs`. */
function evaluateInterval(state: FoldState, endMs: number, insights: Insight[]): void {
  evaluateActivity(state.activity, state.sinceMs, endMs);
  advanceConversation(state.conversation, endMs);
  publishUpdates(state.questions, insights);
  evaluateInsights(state, endMs, insights);
  if (expirePause(state.pause, endMs)) restartComparisons(state.scores);
  expireRoom(state.room, endMs);
  expireBattles(state.moments.battles, endMs);
  if (state.isSourceOpen) sampleTimeSeries(state.timeSeries, endMs, () => timeSeriesValues(state));
}

/** Applies what streaks added to the totals to everything that counts gifts. A guest's gifts are the guest's alone. */
function book(state: FoldState, bookings: readonly Booking[], insights: Insight[]): void {
  for (const booking of bookings) {
    if (booking.receiver) {
      creditGuest(state.room.guests, booking.receiver, booking);
      changeRoom(state.room, booking.atMs);
      continue;
    }
    const { gifts, diamonds, user, late, atMs, eventId, name, expired } = booking;
    const latest = { eventId, atMs, amount: gifts, name: user ? `${user.nickname}: ${name}` : name };
    explainStreak(state.explanations, { latest, diamonds, late, expired });
    const isFirst = user !== undefined && creditGifter(state, user, booking);
    recordGift(state.moments, booking, isFirst, insights);
    addGiftCandidate(state.prompts.candidates, booking, isFirst);
    if (late) continue;
    countActivity(state.activity, "gifts", atMs, gifts);
    countActivity(state.activity, "diamonds", atMs, diamonds);
  }
}

/** Credits a viewer with a booking, and returns whether it is their first. */
function creditGifter(state: FoldState, user: User, { gifts, diamonds, atMs }: Booking): boolean {
  const totals = {
    gifts: creditViewer(state.viewers, user, "gifts", gifts),
    diamonds: creditViewer(state.viewers, user, "diamonds", diamonds),
  };
  rankGifter(state.leaderboard, { user, ...totals }, atMs);
  recordGifter(state.gifters, { user, ...totals });
  return totals.gifts === gifts;
}

/** Counts an event in the total of its kind, and in its rate. */
function countEvent(
  state: FoldState,
  kind: Exclude<CountedRate, "gifts" | "diamonds" | "likes">,
  event: LiveEvent,
  amount: number,
): void {
  state.counters[kind] += amount;
  count(state, kind, event, amount);
}

/** Counts an event in the rate of its kind. A late event did not happen now. */
function count(state: FoldState, kind: Exclude<CountedRate, "gifts" | "diamonds">, event: LiveEvent, amount: number): void {
  explainEvent(state.explanations, kind, event, amount);
  if (!event.late) countActivity(state.activity, kind, event.atMs, amount);
}

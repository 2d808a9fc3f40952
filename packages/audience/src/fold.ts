import type { LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent, Tick } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import type { Control } from "@frontrow/protocol/session";
import { foldChat, questionIn } from "./folds/chat.ts";
import { forgetEnded } from "./folds/ended-streaks.ts";
import { foldGap } from "./folds/gaps.ts";
import { type Booking, endAllStreaks, expireStreaks, foldGift } from "./folds/gifts.ts";
import { creditGifter } from "./folds/leaderboard.ts";
import { foldLike } from "./folds/likes.ts";
import { foldRoomUser, forgetViewers, weighViewers } from "./folds/viewers.ts";
import { addId } from "./id-set.ts";
import { countRate, type Rate } from "./rates.ts";
import type { FoldState } from "./state.ts";
import { advanceWindow } from "./window.ts";

export type FoldItem = LiveEvent | Tick | Control;

/**
 * Folds the items of a log, in order, into `state`, and appends to `insights` what they are the cause of.
 *
 * Pure but for that it changes the state that its caller owns: no clock, no randomness, no I/O, and how the items were
 * divided over entries and calls makes no difference. It expects each item once: ingest removes what TikTok repeats, and
 * the reader of the log gives each entry once.
 */
export function foldItems(state: FoldState, items: readonly FoldItem[], insights?: Insight[]): void {
  for (const item of items) foldItem(state, item, insights);
}

/** Folds what is folded of an entry (not insights: they are the fold's own), and says how many items that were. */
export function foldEntry(state: FoldState, entry: Pick<LogEntry, "kind" | "data">, insights?: Insight[]): number {
  if (entry.kind === "insights" || entry.kind === "desk") return 0;
  const items = JSON.parse(entry.data) as FoldItem[];
  foldItems(state, items, insights);
  return items.length;
}

function foldItem(state: FoldState, item: FoldItem, insights: Insight[] | undefined): void {
  advance(state, item.atMs);
  switch (item.type) {
    case "tick":
    case "successor":
    case "duplicates":
      break;
    case "sourceOpened":
      state.isSourceOpen = true;
      break;
    case "sourceClosed":
      state.isSourceOpen = false;
      forgetViewers(state.viewers);
      book(state, endAllStreaks(state.gifts, state.nowMs));
      break;
    default:
      foldEvent(state, item, insights);
  }
}

function foldEvent(state: FoldState, event: LiveEvent, insights: Insight[] | undefined): void {
  if ("user" in event && event.user) addId(state.seen.ids, event.user.id);
  switch (event.type) {
    case "chat":
      foldChat(state.chat, event);
      rate(state, "chats", event, 1);
      conclude(insights, event);
      break;
    case "question":
      conclude(insights, event);
      break;
    case "gift":
      book(state, foldGift(state.gifts, event));
      break;
    case "like":
      foldLike(state.likes, event);
      // Of the likes whose sender we saw: the room's total jumps by all that was missed, after a gap.
      rate(state, "likes", event, event.count);
      break;
    case "share":
      state.social.shares++;
      rate(state, "shares", event, 1);
      break;
    case "follow":
      state.social.follows++;
      rate(state, "follows", event, 1);
      break;
    case "member":
      state.social.joins++;
      rate(state, "joins", event, 1);
      break;
    case "subscribe":
      state.social.subscribes++;
      rate(state, "subscribes", event, 1);
      break;
    case "roomUser":
      if (!event.late) foldRoomUser(state.viewers, event);
      break;
    case "gap":
      foldGap(state.gaps, event);
      break;
    case "streamEnd":
      book(state, endAllStreaks(state.gifts, state.nowMs));
      break;
    default: // no metric counts it
  }
}

/** Moves event time on. Whatever hangs on time happens at its own moment, not at that of the item that tells it. */
function advance(state: FoldState, atMs: number): void {
  if (state.sinceMs === 0) state.sinceMs = atMs;
  if (atMs <= state.nowMs) return;
  book(state, expireStreaks(state.gifts, atMs));
  forgetEnded(state.gifts.ended, atMs);
  weighViewers(state.viewers, atMs);
  advanceWindow(state.rates, atMs);
  advanceWindow(state.chat.mood, atMs);
  state.nowMs = atMs;
}

function book(state: FoldState, bookings: readonly Booking[]): void {
  for (const { gifts, diamonds, user, late, atMs } of bookings) {
    if (user) creditGifter(state.leaderboard, user, gifts, diamonds, atMs);
    if (late) continue;
    countRate(state.rates, "gifts", atMs, gifts);
    countRate(state.rates, "diamonds", atMs, diamonds);
  }
}

/** What came late did not happen now: it is in the totals, and in no rate. */
function rate(state: FoldState, of: Rate, event: LiveEvent, amount: number): void {
  if (!event.late) countRate(state.rates, of, event.atMs, amount);
}

function conclude(insights: Insight[] | undefined, event: Parameters<typeof questionIn>[0]): void {
  if (!insights) return;
  const question = questionIn(event);
  if (question) insights.push(question);
}

import type { LogEntry } from "@frontrow/protocol/entry";
import type { EventOf, LiveEvent, Tick, User } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import type { CountedRate } from "@frontrow/protocol/metrics";
import type { Control } from "@frontrow/protocol/session";
import { advanceActivity, beatActivity, countActivity } from "./activity.ts";
import { BEAT_MS, beatEndAfter } from "./beat.ts";
import { conclude } from "./conclude.ts";
import { foldChat } from "./folds/chat.ts";
import { withdrawPrompts } from "./folds/coach/coach.ts";
import { noteBack, noteGiven } from "./folds/coach/pending.ts";
import { beatConversation, foldConversation, withdrawMessages } from "./folds/conversation/conversation.ts";
import { beatCurves } from "./folds/curves.ts";
import { forgetEnded } from "./folds/ended-streaks.ts";
import { foldGap } from "./folds/gaps.ts";
import { type Booking, endAllStreaks, expireStreaks, foldGift } from "./folds/gifts.ts";
import { rankGifter } from "./folds/leaderboard.ts";
import { foldLike } from "./folds/likes.ts";
import { noteBattle, noteGift, sayFirstChat } from "./folds/moments/moments.ts";
import { advancePeople, creditViewer, markViewer, noteUnseen, seeViewer, withdrawViewers } from "./folds/people.ts";
import { foldQuestion, sayQuestions, withdrawQuestions } from "./folds/questions/questions.ts";
import { forgetMissed } from "./folds/scores/scores.ts";
import { tally, tallyDuplicates, tallyGap, tallyStreak } from "./folds/tally.ts";
import { foldRoomUser, forgetViewers, weighViewers } from "./folds/viewers.ts";
import { curveValues } from "./metrics.ts";
import type { FoldState } from "./state.ts";
import { advanceWindow } from "./window.ts";

/**
 * After an hour without an event a beat changes nothing but its own moment: windows are empty, averages have arrived, what was to
 * be said is said. Of a longer silence the first hour is folded and the last one, which fills what is kept by the beat; so a clock
 * that jumps costs two hours of beats, and the result is that of all of them.
 */
const SETTLED_BEATS = (60 * 60_000) / BEAT_MS;

export type FoldItem = LiveEvent | Tick | Control;

/**
 * Folds the items of a log, in order, into `state`, and appends to `insights` what they are the cause of.
 *
 * Pure but for that it changes the state that its caller owns: no clock, no randomness, no I/O, and how the items were
 * divided over entries and calls makes no difference. It expects each item once: ingest removes what TikTok repeats, and
 * the reader of the log gives each entry once.
 */
export function foldItems(state: FoldState, items: readonly FoldItem[], insights: Insight[] = []): void {
  for (const item of items) foldItem(state, item, insights);
}

/** Folds what is folded of an entry (not insights: they are the fold's own), and says how many items that were. */
export function foldEntry(state: FoldState, entry: Pick<LogEntry, "kind" | "data">, insights?: Insight[]): number {
  if (entry.kind === "insights" || entry.kind === "desk") return 0;
  const items = JSON.parse(entry.data) as FoldItem[];
  foldItems(state, items, insights);
  return items.length;
}

function foldItem(state: FoldState, item: FoldItem, insights: Insight[]): void {
  advance(state, item.atMs, insights);
  switch (item.type) {
    case "tick":
    case "successor":
      break;
    case "duplicates":
      tallyDuplicates(state.tally, item.dropped);
      break;
    case "sourceOpened":
      // A new owner opens a source that is open: nothing was hidden since it was closed long ago.
      if (!state.isSourceOpen && state.closedAtMs > 0) noteUnseen(state.people, state.closedAtMs, state.nowMs);
      state.isSourceOpen = true;
      break;
    case "sourceClosed":
      state.isSourceOpen = false;
      state.closedAtMs = state.nowMs;
      forgetViewers(state.viewers);
      book(state, endAllStreaks(state.gifts, state.nowMs), insights);
      sayQuestions(state.questions, insights);
      break;
    default:
      foldEvent(state, item, insights);
  }
}

function foldEvent(state: FoldState, event: LiveEvent, insights: Insight[]): void {
  if ("user" in event && event.user) see(state, event, event.user);
  switch (event.type) {
    case "chat":
      foldChat(state.chat, event);
      foldConversation(state.conversation, event);
      count(state, "chats", event, 1);
      if (!event.late) tally(state.tally, "sentiment", event, event.sentiment);
      if (event.user && creditViewer(state.people, event.user, "chats", 1) === 1) sayFirstChat(event, event.user, insights);
      foldQuestion(state.questions, event, state.leaderboard, insights);
      break;
    case "question":
      foldQuestion(state.questions, event, state.leaderboard, insights);
      break;
    case "gift":
      if (event.streakOpen) state.tally.merged++;
      book(state, foldGift(state.gifts, event), insights);
      break;
    case "like":
      foldLike(state.likes, event);
      // Of the likes whose sender we saw: the room's total jumps by all that was missed, after a gap.
      count(state, "likes", event, event.count);
      if (event.user) creditViewer(state.people, event.user, "likes", event.count);
      break;
    case "share":
      state.social.shares++;
      count(state, "shares", event, 1);
      if (event.user) creditViewer(state.people, event.user, "shares", 1);
      break;
    case "follow":
      state.social.follows++;
      count(state, "follows", event, 1);
      if (event.user) markViewer(state.people, event.user, "followed");
      break;
    case "member":
      state.social.joins++;
      count(state, "joins", event, 1);
      break;
    case "subscribe":
      state.social.subscribes++;
      count(state, "subscribes", event, 1);
      if (event.user) markViewer(state.people, event.user, "subscribed");
      break;
    case "roomUser":
      if (event.late) break;
      foldRoomUser(state.viewers, event);
      tally(state.tally, "viewers", event, event.viewers);
      break;
    case "battle":
      noteBattle(state.moments, event, insights);
      break;
    case "moderation":
      withdraw(state, event);
      break;
    case "gap":
      foldGap(state.gaps, event);
      noteUnseen(state.people, event.fromMs, event.toMs);
      forgetMissed(state.scores, event);
      tallyGap(state.tally, event);
      break;
    case "streamEnd":
      book(state, endAllStreaks(state.gifts, state.nowMs), insights);
      break;
    default: // no metric counts it
  }
}

/** What moderation took off the screen is named, shown and read out no more. It stays counted. */
function withdraw(state: FoldState, event: EventOf<"moderation">): void {
  withdrawPrompts(state.coach, withdrawQuestions(state.questions, event), event.userIds);
  withdrawViewers(state.people, event.userIds);
  withdrawMessages(state.conversation, event.eventIds);
}

function see(state: FoldState, event: LiveEvent, user: User): void {
  const before = state.people.table.size;
  const back = seeViewer(state.people, user, event);
  if (back) noteBack(state.coach.pending, back, event.atMs);
  if (state.people.table.size > before) tally(state.tally, "uniqueViewers", event, 1);
}

/** Moves event time on. Whatever hangs on time happens at its own moment, not at that of the item that tells it. */
function advance(state: FoldState, atMs: number, insights: Insight[]): void {
  if (state.sinceMs === 0) {
    state.sinceMs = atMs;
    state.beatEndMs = beatEndAfter(atMs);
  }
  if (atMs <= state.nowMs) return;
  let due = Math.floor((atMs - state.beatEndMs) / BEAT_MS) + 1;
  if (due > 2 * SETTLED_BEATS) {
    doBeats(state, SETTLED_BEATS, insights);
    state.beatEndMs += (due - 2 * SETTLED_BEATS) * BEAT_MS;
    due = SETTLED_BEATS;
  }
  doBeats(state, due, insights);
  moveOn(state, atMs, insights);
}

function doBeats(state: FoldState, beats: number, insights: Insight[]): void {
  for (let done = 0; done < beats; done++) {
    moveOn(state, state.beatEndMs, insights);
    beat(state, state.beatEndMs, insights);
    state.beatEndMs += BEAT_MS;
  }
}

function moveOn(state: FoldState, atMs: number, insights: Insight[]): void {
  book(state, expireStreaks(state.gifts, atMs), insights);
  forgetEnded(state.gifts.ended, atMs);
  weighViewers(state.viewers, atMs);
  advanceActivity(state.activity, atMs);
  advanceWindow(state.chat.mood, atMs);
  advancePeople(state.people, atMs);
  state.nowMs = atMs;
}

/** Concludes what looks back, out of all that happened before `endMs`. */
function beat(state: FoldState, endMs: number, insights: Insight[]): void {
  beatActivity(state.activity, state.sinceMs, endMs);
  beatConversation(state.conversation, endMs);
  sayQuestions(state.questions, insights);
  conclude(state, endMs, insights);
  if (state.isSourceOpen) beatCurves(state.curves, endMs, () => curveValues(state));
}

function book(state: FoldState, bookings: readonly Booking[], insights: Insight[]): void {
  for (const booking of bookings) {
    const { gifts, diamonds, user, late, atMs, eventId, name, expired } = booking;
    const latest = { eventId, atMs, amount: gifts, name: user ? `${user.nickname}: ${name}` : name };
    tallyStreak(state.tally, { latest, diamonds, late, expired });
    const isFirst = user !== undefined && credit(state, user, booking);
    noteGift(state.moments, booking, isFirst, insights);
    noteGiven(state.coach.pending, booking, isFirst);
    if (late) continue;
    countActivity(state.activity, "gifts", atMs, gifts);
    countActivity(state.activity, "diamonds", atMs, diamonds);
  }
}

/** Credits a viewer with what they gave, and says whether they had given nothing before. */
function credit(state: FoldState, user: User, { gifts, diamonds, atMs }: Booking): boolean {
  const totals = {
    gifts: creditViewer(state.people, user, "gifts", gifts),
    diamonds: creditViewer(state.people, user, "diamonds", diamonds),
  };
  rankGifter(state.leaderboard, { user, ...totals }, atMs);
  return totals.gifts === gifts;
}

/** Counts an event of its kind: what came late did not happen now, and is in no rate. */
function count(state: FoldState, kind: Exclude<CountedRate, "gifts" | "diamonds">, event: LiveEvent, amount: number): void {
  tally(state.tally, kind, event, amount);
  if (!event.late) countActivity(state.activity, kind, event.atMs, amount);
}

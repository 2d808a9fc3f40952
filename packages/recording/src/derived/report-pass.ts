import { documentRules } from "@frontrow/audience/documents";
import { readMessage } from "@frontrow/audience/message";
import { metricsOf } from "@frontrow/audience/metrics";
import { averageWatchMs, FLAGGED_FROM, isByHost } from "@frontrow/audience/report";
import type { FoldState } from "@frontrow/audience/state";
import type { Documents } from "@frontrow/protocol/documents";
import type { ChatEvent } from "@frontrow/protocol/event";
import type { Insight, QuestionDetected } from "@frontrow/protocol/insight";
import type { ReportFacts } from "@frontrow/protocol/library/report";
import type { RecordedItem } from "../recorded-item.ts";
import type { Removed } from "../removed.ts";
import { coveredMs } from "../spans.ts";
import type { PassEnd } from "./derived.ts";
import { Said } from "./said.ts";

/** Supporters and viewers that a report names. */
const NAMED = 50;
const MOST_QUESTIONS = 200;
/** Questions held while the recording is folded. */
const HELD_QUESTIONS = 2_000;

interface Asked {
  /** How many items were folded when it was first asked. */
  readonly item: number;
  question: QuestionDetected;
}

/** What of a recording is only known while it is folded: questions, words, moods, the moment of the most viewers. */
export class ReportPass {
  readonly #questions = new Map<string, Asked>();
  readonly #words = new Said();
  readonly #emoji = new Said();
  readonly #languages = new Map<string, number>();
  #moods = { chats: 0, sum: 0 };
  #peak = { viewers: 0, atMs: 0 };
  #likesBefore: number | undefined;

  /** After the item was folded, with what the fold concluded from it. */
  note({ value, item, dueMs }: RecordedItem, insights: readonly Insight[], state: FoldState): void {
    const { peak } = state.viewerCount;
    if (peak > this.#peak.viewers) this.#peak = { viewers: peak, atMs: dueMs };
    for (const insight of insights) if (insight.type === "questionDetected") this.#ask(insight, item);
    if (value.type === "chat" && isCounted(value) && !isByHost(state, value)) this.#say(value);
    if (value.type === "like") this.#likesBefore ??= Math.max(0, value.total - value.count);
  }

  /** Takes back the words of a message that moderation removed. To be called once the whole recording was folded. */
  leaveOut({ value }: RecordedItem, state: FoldState): void {
    if (value.type !== "chat" || !isCounted(value) || isByHost(state, value) || isSpam(value)) return;
    this.#words.remove(wordsOf(value), value.sentiment);
    this.#emoji.remove(emojiOf(value), value.sentiment);
  }

  facts({ state, index, fromMs, toMs }: Omit<PassEnd, "pages">, removed: Removed): ReportFacts {
    const { moments, minutes, gaps, closed } = index;
    const metrics = metricsOf(state);
    const { chats, likes, gifts, diamonds, follows, shares, subscribes, questions, uniqueViewers } = metrics;
    const { watchTime } = state.viewers;
    return {
      fromMs,
      toMs,
      seenMs: toMs - fromMs - coveredMs({ fromMs, toMs }, [...gaps, ...closed]),
      totals: {
        ...{ chats, likes, gifts, diamonds, follows, shares, subscribes, questions, uniqueViewers },
        ...(this.#likesBefore ? { likesBefore: this.#likesBefore } : {}),
        peakViewers: metrics.viewersPeak,
        ...(this.#peak.viewers > 0 ? { peakAtMs: this.#peak.atMs } : {}),
        averageViewers: metrics.viewersAverage,
        sentiment: this.#moods.chats === 0 ? 0 : Math.round(this.#moods.sum / this.#moods.chats) / 1_000 || 0,
      },
      minutes: minutes.map(({ atMs, metrics }) => ({ atMs, metrics })),
      moments: moments.map(({ moment }) => moment),
      supporters: document(state, "gifters").slice(0, NAMED),
      people: document(state, "ranking").slice(0, NAMED),
      questions: this.#asked(removed),
      retention: { watchTime: [...watchTime], averageWatchMs: averageWatchMs(state) },
      words: this.#words.top(),
      emoji: this.#emoji.top(),
      languages: [...this.#languages]
        .map(([language, chats]) => ({ language, chats }))
        .sort((a, b) => b.chats - a.chats || (a.language < b.language ? -1 : 1)),
      gaps: [...gaps],
      closed: [...closed],
    };
  }

  #say(chat: ChatEvent): void {
    this.#moods.chats += 1;
    this.#moods.sum += Math.round(chat.sentiment * 1_000);
    this.#languages.set(chat.language, (this.#languages.get(chat.language) ?? 0) + 1);
    if (isSpam(chat)) return;
    this.#words.add(wordsOf(chat), chat.sentiment);
    this.#emoji.add(emojiOf(chat), chat.sentiment);
  }

  /** One that was asked again comes again, with absolute counts: so one that was forgotten for want of room may come back. */
  #ask(question: QuestionDetected, item: number): void {
    const known = this.#questions.get(question.id);
    if (known) known.question = question;
    else this.#questions.set(question.id, { item, question });
    if (this.#questions.size <= 2 * HELD_QUESTIONS) return;
    const least = [...this.#questions.values()].sort(byPriority).slice(HELD_QUESTIONS);
    for (const { question } of least) this.#questions.delete(question.id);
  }

  #asked(removed: Removed): QuestionDetected[] {
    return [...this.#questions.values()]
      .filter(({ item, question }) => !removed.has(question.eventId, question.user?.id, item))
      .sort(byPriority)
      .slice(0, MOST_QUESTIONS)
      .map(({ question }) => question)
      .sort((a, b) => a.atMs - b.atMs);
  }
}

const byPriority = ({ question: a }: Asked, { question: b }: Asked): number =>
  b.priority - a.priority || (b.count ?? 1) - (a.count ?? 1) || a.atMs - b.atMs;

/** As the fold counts moods: history that comes late is none of the broadcast's mood, and stickers have none. */
const isCounted = ({ late, text }: ChatEvent): boolean => !late && text.trim() !== "";
/** What spam says is not what the audience says. */
const isSpam = ({ spam }: ChatEvent): boolean => spam >= FLAGGED_FROM;
const wordsOf = ({ keywords = [] }: ChatEvent): readonly string[] => keywords;
const emojiOf = ({ text }: ChatEvent): readonly string[] => readMessage(text).emoji;

const document = <N extends "gifters" | "ranking">(state: FoldState, name: N): Documents[N] =>
  documentRules[name]?.of(state) ?? [];

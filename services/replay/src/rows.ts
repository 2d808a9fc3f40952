import type { LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { Insight, Moment } from "@frontrow/protocol/insight";
import type { RecordedItem } from "@frontrow/recording/recording";
import { isEvent, type Removed } from "@frontrow/recording/removed";
import type { ReplayStep } from "@frontrow/redis/replays";

/** Of one step, the rows beside those that are always shown: 32 a second, which is more than anybody reads … */
const SAMPLED_ROWS = 8;
/** … and the questions, those that matter most. */
const SAMPLED_QUESTIONS = 4;
/** Length of an entry with several rows: a socket takes one whole, and a snapshot as many whole ones as fit. */
const ENTRY_CHARS = 16_000;
/** A gift of so many diamonds is always shown. */
const BIG_GIFT_DIAMONDS = 500;
/** Types that a sample may leave out: many of a kind, whose counts are in the metrics. */
const sampled = new Set<LiveEventType>([
  "chat",
  "emote",
  "like",
  "member",
  "follow",
  "share",
  "roomUser",
  "gift",
  "caption",
  "question",
]);

const isQuestion = (event: LiveEvent): boolean => event.type === "question" || (event.type === "chat" && event.question);
const priorityOf = (event: LiveEvent): number => ("questionPriority" in event ? event.questionPriority : 0);

const isAlwaysShown = (event: LiveEvent): boolean =>
  !sampled.has(event.type) || (event.type === "gift" && !event.streakOpen && event.diamonds >= BIG_GIFT_DIAMONDS);

export interface Rows {
  readonly items: readonly RecordedItem[];
  /** What a sample leaves out, by type. */
  readonly leftOut: Readonly<Partial<Record<LiveEventType, number>>>;
}

/** The items of one step that are shown: all events, or a sample of them, spread evenly, with the questions that matter most. */
export function rowsOf(items: readonly RecordedItem[], isSampled: boolean): Rows {
  const events = items.filter(({ value }) => isEvent(value));
  if (!isSampled) return { items: events, leftOut: {} };
  const eventOf = ({ value }: RecordedItem) => value as LiveEvent;
  const optional = events.filter((item) => !isAlwaysShown(eventOf(item)));
  const questions = mostPressing(
    optional.filter((item) => isQuestion(eventOf(item))),
    (item) => priorityOf(eventOf(item)),
  );
  const others = evenly(optional.filter((item) => !isQuestion(eventOf(item))));
  const kept = new Set([...questions, ...others]);
  const leftOut: Partial<Record<LiveEventType, number>> = {};
  const shown = events.filter((item) => {
    const event = eventOf(item);
    if (isAlwaysShown(event) || kept.has(item)) return true;
    leftOut[event.type] = (leftOut[event.type] ?? 0) + 1;
    return false;
  });
  return { items: shown, leftOut };
}

function evenly<T>(all: readonly T[]): readonly T[] {
  if (all.length <= SAMPLED_ROWS) return all;
  const every = all.length / SAMPLED_ROWS;
  return Array.from({ length: SAMPLED_ROWS }, (_, n) => all[Math.floor(n * every)] as T);
}

const mostPressing = <T>(all: readonly T[], priority: (one: T) => number): readonly T[] =>
  all.length <= SAMPLED_QUESTIONS ? all : [...all].sort((a, b) => priority(b) - priority(a)).slice(0, SAMPLED_QUESTIONS);

/** Rows as entries of the log, none longer than a socket takes at once, unless it is one row. */
export function rowEntriesOf(rows: readonly RecordedItem[], removed: Removed): ReplayStep["entries"] {
  const groups: string[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (chars + row.text.length > ENTRY_CHARS) {
      groups.push([]);
      chars = 0;
    }
    groups.at(-1)?.push(removed.textOf(row));
    chars += row.text.length;
  }
  return groups.map((texts) => ({ kind: "events", data: `[${texts.join(",")}]` }));
}

/** As many as viewers: at a speed at which nobody reads rows, they would be most of what is sent. */
const firsts = new Set<Moment["kind"]>(["firstChat", "firstGift"]);

/** The conclusions of one step that are said: all, or all but those that are as many as viewers, with the questions that matter most. */
export function saidOf(conclusions: readonly Insight[], isSampled: boolean): readonly Insight[] {
  if (!isSampled) return conclusions;
  const questions = new Set<Insight>(
    mostPressing(
      conclusions.filter((insight) => insight.type === "questionDetected"),
      ({ priority }) => priority,
    ),
  );
  return conclusions.filter((insight) => {
    if (insight.type === "questionDetected") return questions.has(insight);
    return insight.type !== "moment" || !firsts.has(insight.kind);
  });
}

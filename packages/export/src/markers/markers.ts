import type { Moment, QuestionDetected, Spike } from "@frontrow/protocol/insight";
import { wordsOf } from "@frontrow/words/all";
import type { Source } from "../source.ts";
import { oneLine } from "./one-line.ts";

/** A place in a broadcast that is worth finding in its video. */
export interface Marker {
  readonly kind: "bookmark" | "moment" | "question";
  readonly atMs: number;
  /** Since the zero mark. */
  readonly offsetMs: number;
  /** One line. */
  readonly name: string;
  /** One line; "" where there is nothing to add. */
  readonly note: string;
  readonly handle: string | undefined;
  /** How much it is worth among its kind: more is better. */
  readonly worth: number;
}

export interface Markers {
  /** By their time. */
  readonly markers: readonly Marker[];
  /** Those before the zero mark, where the video has not begun. */
  readonly leftOut: number;
}

/** Questions among the markers. */
const MOST_QUESTIONS = 25;
const MOST_MOMENTS = 500;
/** As many as viewers who do something. */
const everybodys: ReadonlySet<Moment["kind"]> = new Set(["firstChat", "firstGift"]);
const MAX_NAME = 100;

/** What the desk marked, what the fold noticed, and the questions that mattered most and were not removed. */
export function markersOf(source: Source): Markers {
  const { notes, index, questions, removed, zeroMs } = source;
  const bookmarks = notes.bookmarks.map(({ atMs, text }) => marker("bookmark", atMs, oneLine(text, MAX_NAME) || "Bookmark"));
  const moments = index.moments
    .map(({ moment }) => moment)
    .filter((moment) => moment.type === "spike" || !everybodys.has(moment.kind))
    .map((moment) => momentMarker(moment, source));
  const asked = questions.filter(({ question, item }) => !removed.has(question.eventId, question.user?.id, item));
  const best = mostWorth(
    asked.map(({ question }) => questionMarker(question)),
    MOST_QUESTIONS,
  );
  const all = [...bookmarks, ...mostWorth(moments, MOST_MOMENTS), ...best]
    .map((one) => ({ ...one, offsetMs: one.atMs - zeroMs }))
    .sort((a, b) => a.atMs - b.atMs || (a.kind < b.kind ? -1 : 1));
  const markers = all.filter(({ offsetMs }) => offsetMs >= 0);
  return { markers, leftOut: all.length - markers.length };
}

type Placeless = Omit<Marker, "offsetMs">;

const marker = (kind: Marker["kind"], atMs: number, name: string, more: Partial<Placeless> = {}): Placeless => ({
  ...{ kind, atMs, name, note: "", handle: undefined, worth: 0 },
  ...more,
});

function momentMarker(moment: Spike | Moment, { language }: Source): Placeless {
  const name = oneLine(wordsOf(language).moment(moment), MAX_NAME);
  if (moment.type === "spike") return marker("moment", moment.fromMs, name, { worth: moment.lanes[0]?.deviations ?? 0 });
  // Raids, battles, milestones and the biggest gifts are rare, and say more than a number that went up.
  return marker("moment", moment.atMs, name, { worth: 1_000, handle: moment.user?.handle });
}

function questionMarker({ atMs, text, user, priority, count = 1 }: QuestionDetected): Placeless {
  const note = count > 1 ? `asked ${count} times` : "";
  return marker("question", atMs, oneLine(text, MAX_NAME), { note, handle: user?.handle, worth: priority * 1_000 + count });
}

const mostWorth = <T extends { readonly worth: number }>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : [...all].sort((a, b) => b.worth - a.worth).slice(0, most);

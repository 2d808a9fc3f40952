import type { RouteBody } from "@frontrow/protocol/http";
import type { RecordingSummary } from "@frontrow/sdk/client";

export type SearchResult = RouteBody<"searchRecordings">["results"][number];
export type Order = "newest" | "longest" | "viewers";

/** What of the desk's recordings is shown, and in which order. Empty fields leave nothing out. */
export interface ListFilter {
  readonly words: string;
  /** A handle. */
  readonly creator: string;
  /** Days as a date field gives them, in the reader's own time; both are part of it. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly order: Order;
}

export const ALL: ListFilter = { words: "", creator: "", fromDay: "", toDay: "", order: "newest" };

/** A recording in the list, and why it was found where words are looked for. */
export interface ListedRecording {
  readonly recording: RecordingSummary;
  readonly found?: SearchResult | undefined;
}

/** Words that are worth asking the server for: the fewest letters that it takes. */
export const askedWords = (words: string): string | undefined => (words.trim().length >= 2 ? words.trim() : undefined);

/**
 * The recordings that a filter leaves, in its order. Of the words, `results` is what the server found; what is called by them is
 * found without it, so that a name appears as it is typed.
 */
export function listed(
  recordings: readonly RecordingSummary[],
  filter: ListFilter,
  results: readonly SearchResult[] = [],
): readonly ListedRecording[] {
  const found = new Map(results.map((result) => [result.recordingId, result]));
  const words = filter.words.trim();
  return recordings
    .filter((recording) => isWithin(recording, filter))
    .filter((recording) => words === "" || isCalled(recording, words) || found.has(recording.recordingId))
    .sort(orders[filter.order])
    .map((recording) => ({ recording, found: words === "" ? undefined : found.get(recording.recordingId) }));
}

/** The creators of the recordings, by how they are called, each once. */
export function creatorsOf(recordings: readonly RecordingSummary[]): readonly { handle: string; recordings: number }[] {
  const counts = new Map<string, number>();
  for (const { broadcast } of recordings) counts.set(broadcast.handle, (counts.get(broadcast.handle) ?? 0) + 1);
  return [...counts]
    .map(([handle, count]) => ({ handle, recordings: count }))
    .sort((one, other) => one.handle.localeCompare(other.handle));
}

/** How many of the fields that are not on the first line leave something out. */
export const narrowedBy = ({ creator, fromDay, toDay }: ListFilter): number =>
  [creator, fromDay, toDay].filter((field) => field !== "").length;

function isWithin({ broadcast, fromMs, toMs, isSample }: RecordingSummary, { creator, fromDay, toDay }: ListFilter): boolean {
  if (creator !== "" && broadcast.handle !== creator) return false;
  if (fromDay === "" && toDay === "") return true;
  // A sample is of no day.
  if (isSample) return false;
  return (fromDay === "" || toMs >= dayBegin(fromDay)) && (toDay === "" || fromMs < dayBegin(toDay, 1));
}

/** Midnight of a day in the reader's time, or of one so many days later: not all days have 24 hours. */
function dayBegin(day: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

const isCalled = ({ name, broadcast: { handle, nickname, title } }: RecordingSummary, words: string): boolean => {
  const called = folded([name, handle, nickname, title].filter((each) => each !== undefined).join("\n"));
  return folded(words)
    .split(/\s+/)
    .every((word) => called.includes(word));
};

/** Letters as one who searches types them: without case, width and marks. */
const folded = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const lengthOf = ({ fromMs, toMs }: RecordingSummary): number => toMs - fromMs;
/** Samples come last, whatever the order: they are nobody's own. */
const orderBy = (value: (recording: RecordingSummary) => number) => (one: RecordingSummary, other: RecordingSummary) =>
  Number(one.isSample ?? false) - Number(other.isSample ?? false) || value(other) - value(one) || other.fromMs - one.fromMs;
const orders = {
  newest: orderBy(({ fromMs }) => fromMs),
  longest: orderBy(lengthOf),
  viewers: orderBy(({ totals }) => totals?.peakViewers ?? -1),
} as const;

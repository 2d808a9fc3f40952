import type { RecordingSummary } from "@frontrow/protocol/recording";
import type { Point } from "../../live/series.ts";
import { spoken } from "../../ui/format.ts";

/** An earlier broadcast that this one is laid over. */
export interface GhostRun {
  readonly recordingId: string;
  /** Its first and last moment. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Where it is laid on this one's beginning: its own, or where its video begins. */
  readonly zeroMs: number;
  /** A point a minute, in order. */
  readonly points: readonly Point[];
}

export type GhostChoice = "none" | "last" | "best" | (string & {});

/** Recordings of the same creator from before this one, newest first. */
export const earlierOf = (
  recordings: readonly RecordingSummary[],
  now: { readonly handle: string; readonly recordingId: string; readonly fromMs: number },
): readonly RecordingSummary[] =>
  recordings
    .filter(
      ({ recordingId, broadcast, fromMs, isGrowing, deletedAtMs }) =>
        recordingId !== now.recordingId &&
        broadcast.handle === now.handle &&
        fromMs < now.fromMs &&
        !isGrowing &&
        deletedAtMs === undefined,
    )
    .sort((a, b) => b.fromMs - a.fromMs);

/** Which of the earlier ones is meant; undefined where there is none such. The best had the most viewers on average. */
export function chosenOf(choice: GhostChoice, earlier: readonly RecordingSummary[]): RecordingSummary | undefined {
  if (choice === "last") return earlier[0];
  if (choice === "best") {
    const counted = earlier.filter((each) => viewersOf(each) !== undefined);
    return counted.toSorted((a, b) => (viewersOf(b) ?? 0) - (viewersOf(a) ?? 0))[0];
  }
  return earlier.find(({ recordingId }) => recordingId === choice);
}

const viewersOf = ({ totals }: RecordingSummary): number | undefined => totals?.averageViewers ?? totals?.peakViewers;

/** Points of two minutes that follow each other; what is farther apart has a gap between. */
const MOST_APART_MS = 120_000;

type Drawn = "viewers" | "chatsPerMinute";

/** What a ghost had at a moment of this broadcast, which began at `zeroMs`; undefined where nothing is known of it. */
export function ghostAt(
  { points, zeroMs: ghostZeroMs }: GhostRun,
  zeroMs: number,
  atMs: number,
  name: Drawn,
): number | undefined {
  const then = atMs - zeroMs + ghostZeroMs;
  const next = firstAtOrAfter(points, then);
  const after = points[next];
  if (after?.atMs === then) return after[name];
  const before = points[next - 1];
  if (!before || !after || after.atMs - before.atMs > MOST_APART_MS) return undefined;
  const [from, to] = [before[name], after[name]];
  if (from === undefined || to === undefined) return undefined;
  return from + ((to - from) * (then - before.atMs)) / (after.atMs - before.atMs);
}

/** A ghost's curve at the times of a chart, null where nothing is known. */
export const ghostColumn = (run: GhostRun, zeroMs: number, seconds: readonly number[], name: Drawn): (number | null)[] =>
  seconds.map((second) => ghostAt(run, zeroMs, second * 1_000, name) ?? null);

function firstAtOrAfter(points: readonly Point[], atMs: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Compared {
  readonly run: GhostRun;
  readonly zeroMs: number;
  readonly atMs: number;
  readonly viewers: number | undefined;
  /** How its day is called: "last Tuesday". */
  readonly day: string;
}

/** How this broadcast stands beside its ghost, in a sentence. */
export function ghostSentence({ run, zeroMs, atMs, viewers, day }: Compared): string {
  const then = atMs - zeroMs + run.zeroMs;
  if (then < run.fromMs) return `The broadcast ${day} had not begun at this time.`;
  if (then > run.toMs) return `The broadcast ${day} was over by now: it lasted ${spoken(run.toMs - run.fromMs)}.`;
  const ghost = ghostAt(run, zeroMs, atMs, "viewers");
  if (ghost === undefined) return `How many watched ${day} at this time is not known.`;
  if (viewers === undefined) return `${viewerCount(Math.round(ghost))} at this time ${day}.`;
  const more = Math.round(viewers) - Math.round(ghost);
  if (more === 0) return `As many viewers as at this time ${day}.`;
  return `${viewerCount(Math.abs(more))} ${more > 0 ? "more" : "fewer"} than at this time ${day}.`;
}

const viewerCount = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "viewer" : "viewers"}`;

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayOfAll = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** How one calls the day of a broadcast, seen from another day. */
export function dayText(atMs: number, fromMs: number): string {
  const [then, now] = [new Date(atMs), new Date(fromMs)];
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
  if (days === 0) return "earlier that day";
  if (days === 1) return "the day before";
  if (days > 1 && days < 7) return `last ${weekday.format(then)}`;
  return `on ${(then.getFullYear() === now.getFullYear() ? dayOfYear : dayOfAll).format(then)}`;
}

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

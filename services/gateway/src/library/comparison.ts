import { type Comparison, comparedNames } from "@frontrow/protocol/library/report";
import type { Figures } from "@frontrow/recording/report-facts";

type ComparedName = (typeof comparedNames)[number];
type Compared = Comparison["values"][number];

export interface Earlier {
  readonly recordingId: string;
  readonly figures: Figures;
}

/** Fewer broadcasts have no median that says anything. */
const FEWEST = 2;
/** Where more of a broadcast is missing, what adds up over it cannot be compared. */
const MISSED_MOST = 0.1;

/** What adds up over a broadcast, or needs all of it; the others are means and rates of what was seen. */
const ofTheWhole: ReadonlySet<ComparedName> = new Set(["peakViewers", "uniqueViewers", "diamonds", "follows", "averageWatchMs"]);

/** Compares a broadcast with earlier ones, the newest first: with the median of each value, where that can be told. */
export function compare(figures: Figures, isGrowing: boolean, earlier: readonly Earlier[]): Comparison {
  return {
    broadcasts: earlier.map(({ recordingId, figures: { fromMs } }) => ({ recordingId, fromMs })),
    values: comparedNames.map((name) => {
      const value = figures.values[name] ?? 0;
      const among = comparable(name, figures, isGrowing, earlier);
      return typeof among === "string" ? { name, value, notComparable: among } : { name, value, median: medianOf(among) };
    }),
  };
}

/** The values to compare with, or why there are none. */
function comparable(
  name: ComparedName,
  figures: Figures,
  isGrowing: boolean,
  earlier: readonly Earlier[],
): number[] | NonNullable<Compared["notComparable"]> {
  const isOfTheWhole = ofTheWhole.has(name);
  if (figures.values[name] === undefined) return "notMeasured";
  if (isOfTheWhole && isGrowing) return "goesOn";
  if (earlier.length < FEWEST) return "tooFewEarlier";
  if (isOfTheWhole && missesMuch(figures)) return "gaps";
  const measured = earlier.filter((one) => one.figures.values[name] !== undefined);
  if (measured.length < FEWEST) return "notMeasured";
  const whole = isOfTheWhole ? measured.filter((one) => !missesMuch(one.figures)) : measured;
  if (whole.length < FEWEST) return "gaps";
  return whole.map((one) => one.figures.values[name] ?? 0);
}

const missesMuch = ({ missedMs, lengthMs }: Figures): boolean => missedMs > lengthMs * MISSED_MOST;

/** To two decimals, as rates are. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return Math.round(((low + high) / 2) * 1_000) / 1_000;
}

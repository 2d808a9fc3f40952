import type { Report } from "@frontrow/protocol/library/report";
import { compact, exact, hoursMinutes, rate, spoken } from "../../ui/format.ts";
import { moodWord, signed } from "../mood/mood.ts";

type Compared = Report["comparison"]["values"][number];
type Name = Compared["name"];

/** A number of a broadcast at a glance, and how it stands to earlier ones. */
export interface Figure {
  readonly name: Name;
  readonly label: string;
  readonly short: string;
  readonly full: string;
  /** More of it happened than could be seen. */
  readonly isAtLeast: boolean;
  /** How it stands to earlier broadcasts, or why that is not said. */
  readonly compared: string;
}

const whole = (value: number) => ({ short: compact(Math.round(value)), full: exact(Math.round(value)) });
const perMinute = (value: number) => ({ short: rate(value), full: `${rate(value)} a minute` });
const looks: Readonly<Record<Name, { readonly label: string; readonly say: (value: number) => Pick<Figure, "short" | "full"> }>> =
  {
    averageViewers: { label: "Viewers on average", say: whole },
    peakViewers: { label: "Most viewers", say: whole },
    uniqueViewers: { label: "People seen", say: whole },
    chatsPerMinute: { label: "Messages a minute", say: perMinute },
    likesPerMinute: { label: "Likes a minute", say: perMinute },
    diamondsPerMinute: { label: "Diamonds a minute", say: perMinute },
    diamonds: { label: "Diamonds", say: whole },
    follows: { label: "New followers", say: whole },
    averageWatchMs: { label: "Watched on average", say: (ms) => ({ short: spoken(ms), full: spoken(ms) }) },
    sentiment: { label: "Mood", say: (value) => ({ short: signed(value), full: `${moodWord(value)}, ${signed(value)}` }) },
  };
/** Counts that only grow with what is seen: what is missing of the broadcast is missing in them. */
const counted: ReadonlySet<Name> = new Set(["peakViewers", "uniqueViewers", "diamonds", "follows"]);

const reasons: Readonly<Record<NonNullable<Compared["notComparable"]>, string>> = {
  tooFewEarlier: "Not compared: this desk holds fewer than two earlier broadcasts.",
  gaps: "Not compared: other parts are missing than in earlier broadcasts.",
  goesOn: "Not compared before the recording is finished.",
  notMeasured: "Not compared: it was not measured in each of them.",
};

/** The figures that are compared, in the order of the comparison. */
export function figuresOf({ comparison, facts: { gaps, totals } }: Report): readonly Figure[] {
  return comparison.values.map((compared) => {
    const { label, say } = looks[compared.name];
    return {
      name: compared.name,
      label,
      ...(compared.name === "sentiment" && totals.chats === 0 ? { short: "–", full: "nobody wrote" } : say(compared.value)),
      isAtLeast: compared.name === "averageWatchMs" || (gaps.length > 0 && counted.has(compared.name)),
      compared: comparedText(compared, comparison.broadcasts.length),
    };
  });
}

/** A value against the median of so many earlier broadcasts, in words; why not, where it is not compared. */
export function comparedText({ name, value, median, notComparable }: Compared, broadcasts: number): string {
  if (median === undefined) return reasons[notComparable ?? "notMeasured"];
  const of = `your median of ${broadcasts} earlier broadcasts`;
  if (name === "sentiment") {
    const change = value - median;
    return Math.abs(change) < 0.02 ? `About ${of}` : `${signed(change)} against ${of}`;
  }
  if (median === 0) return value === 0 ? `As ${of}` : `More than ${of}, which is 0`;
  const times = value / median;
  if (times >= 0.95 && times < 1.05) return `About ${of}`;
  return `${times >= 10 ? exact(Math.round(times)) : times >= 0.1 ? times.toFixed(1) : times.toFixed(2)} × ${of}`;
}

/** Why nothing at all is compared, the plainest reason of those that there are; undefined where something is. */
export function nothingCompared({ comparison: { values } }: Report): string | undefined {
  if (values.some(({ median }) => median !== undefined)) return undefined;
  const reason = plainest.find((each) => values.some(({ notComparable }) => notComparable === each));
  return reason && reasons[reason];
}

const plainest = ["tooFewEarlier", "goesOn", "gaps", "notMeasured"] as const;

/** What a broadcast amounted to, beside what is compared. */
export function totalsOf({ facts: { totals } }: Report): readonly (readonly [label: string, value: number])[] {
  return [
    ["messages", totals.chats],
    ["likes", totals.likes],
    ["gifts", totals.gifts],
    ["shares", totals.shares],
    ["subscriptions", totals.subscribes],
    ["questions", totals.questions],
  ];
}

const lengthOf = (spans: readonly { readonly fromMs: number; readonly toMs: number }[]): number =>
  spans.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, toMs - fromMs), 0);

/** What a reader must know is not in the report, a sentence each. */
export function missingOf({ facts: { gaps, closed }, isGrowing, facts }: Report): readonly string[] {
  const missing = lengthOf(gaps);
  const away = lengthOf(closed);
  const where =
    gaps.length === 1 && gaps[0] ? `, from ${hoursMinutes(gaps[0].fromMs)}` : gaps.length > 1 ? `, in ${gaps.length} parts` : "";
  return [
    isGrowing ? `The recording is not finished. This is how it went until ${hoursMinutes(facts.toMs)}.` : undefined,
    missing > 0
      ? `${inWords(missing)} of this broadcast ${isOne(missing) ? "is" : "are"} missing${where}: totals are at least what stands here.`
      : undefined,
    away > 0
      ? `For ${inWords(away).toLowerCase()} there was nothing to record: the broadcast was interrupted, or nobody watched it.`
      : undefined,
  ].filter((sentence) => sentence !== undefined);
}

const MINUTE_MS = 60_000;
const isOne = (ms: number): boolean => (ms < MINUTE_MS ? Math.round(ms / 1_000) <= 1 : Math.round(ms / MINUTE_MS) === 1);

/** A duration inside a sentence: "4 minutes", "40 seconds", "1 h 12 min". */
function inWords(ms: number): string {
  if (ms >= 60 * MINUTE_MS) return spoken(ms);
  const [amount, unit] =
    ms < MINUTE_MS ? [Math.max(1, Math.round(ms / 1_000)), "second"] : [Math.round(ms / MINUTE_MS), "minute"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

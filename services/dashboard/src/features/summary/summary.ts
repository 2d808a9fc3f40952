import type { Broadcast } from "../../live/view-state.ts";
import { compact, exact, spoken } from "../../ui/format.ts";
import { nameOf } from "../people/name.ts";

export interface SummaryFact {
  readonly name: string;
  readonly short: string;
  readonly full: string;
}

/** What somebody would tell a friend about a broadcast, beside its totals, which stay below. Only what is known. */
export function summaryOf({ metrics, leaderboard, chat }: Broadcast): readonly SummaryFact[] {
  const { sinceMs, atMs, viewersAverage } = metrics;
  const best = leaderboard[0];
  const facts: (SummaryFact | undefined)[] = [
    sinceMs === undefined || atMs === undefined ? undefined : plain("Watched for", spoken(atMs - sinceMs)),
    counted("Most viewers", metrics.viewersPeak),
    counted("On average", viewersAverage === undefined ? undefined : Math.round(viewersAverage)),
    counted("People seen", metrics.uniqueViewers),
    counted("Questions", chat.questions.length || undefined),
    best ? plain("Top gifter", `${nameOf(best.user)}, ${compact(best.diamonds)} diamonds`) : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

const plain = (name: string, text: string): SummaryFact => ({ name, short: text, full: text });
const counted = (name: string, value: number | undefined): SummaryFact | undefined =>
  value === undefined ? undefined : { name, short: compact(value), full: exact(value) };

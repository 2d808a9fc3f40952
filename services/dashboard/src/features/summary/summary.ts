import type { Broadcast } from "../../live/view-state.ts";
import { compact, exact, spoken } from "../../ui/format.ts";
import { nameOf } from "../people/name.ts";

export interface SummaryFact {
  readonly name: string;
  readonly short: string;
  readonly full: string;
}

/** What is left of a broadcast: what somebody would tell a friend about it. Only what is known. */
export function summaryOf({ metrics, leaderboard, chat }: Broadcast): readonly SummaryFact[] {
  const { sinceMs, atMs, viewersAverage, follows, diamonds, chats } = metrics;
  const best = leaderboard[0];
  const facts: (SummaryFact | undefined)[] = [
    sinceMs === undefined || atMs === undefined ? undefined : plain("Watched for", spoken(atMs - sinceMs)),
    counted("Most viewers", metrics.viewersPeak),
    counted("On average", viewersAverage === undefined ? undefined : Math.round(viewersAverage)),
    counted("People seen", metrics.uniqueViewers),
    counted("Messages", chats),
    counted("Questions", chat.questions.length || undefined),
    counted("Likes", metrics.likes),
    counted("Diamonds", diamonds),
    counted("New followers", follows),
    best ? plain("Top gifter", `${nameOf(best.user)}, ${compact(best.diamonds)} diamonds`) : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

const plain = (name: string, text: string): SummaryFact => ({ name, short: text, full: text });
const counted = (name: string, value: number | undefined): SummaryFact | undefined =>
  value === undefined ? undefined : { name, short: compact(value), full: exact(value) };

import type { DeskState } from "@frontrow/protocol/desk";
import type { Spike } from "@frontrow/protocol/insight";
import { questionQueue } from "@frontrow/protocol/question-queue";
import type { Words } from "@frontrow/words/words";
import type { Happened } from "../../live/happened.ts";
import type { Broadcast } from "../../live/view-state.ts";
import { compact, exact, hoursMinutes, spoken } from "../../ui/format.ts";
import { sentenceOf } from "../moments/kinds.ts";
import { nameOf } from "../people/name.ts";

export interface SummaryFact {
  readonly name: string;
  readonly short: string;
  readonly full: string;
  /** Read, not glanced at: it may take two lines. */
  readonly isSentence?: true;
}

/** What somebody would tell a friend about a broadcast, beside its totals, which stay below. Only what is known. */
export function summaryOf(
  { session, metrics, leaderboard, questions, moments }: Broadcast,
  answers: DeskState["answers"],
  words: Words | undefined,
): readonly SummaryFact[] {
  const { sinceMs, atMs, viewersAverage } = metrics;
  const best = leaderboard[0];
  const peak = liveliest(moments);
  const answeredOf = (distinct: number): string => {
    const { answered, ignored } = questionQueue(questions, answers, { session, distinct });
    return `${exact(answered)} of ${exact(Math.max(answered, distinct - ignored))}`;
  };
  const facts: (SummaryFact | undefined)[] = [
    sinceMs === undefined || atMs === undefined ? undefined : plain("Watched for", spoken(atMs - sinceMs)),
    counted("Most viewers", metrics.viewersPeak),
    counted("On average", viewersAverage === undefined ? undefined : Math.round(viewersAverage)),
    counted("People seen", metrics.uniqueViewers),
    metrics.questions ? plain("Questions answered", answeredOf(metrics.questions)) : undefined,
    peak ? sentence("Liveliest moment", `${sentenceOf(peak, words)}, at ${hoursMinutes(peak.atMs)}`) : undefined,
    best ? sentence("Top gifter", `${nameOf(best.user)}, ${compact(best.diamonds)} diamonds`) : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** The spike that was furthest from its baseline. */
function liveliest(moments: readonly Happened[]): Spike | undefined {
  const spikes = moments.filter((moment): moment is Spike => moment.type === "spike" && moment.kind === "spike");
  return spikes.reduce<Spike | undefined>((best, spike) => (best && reach(best) >= reach(spike) ? best : spike), undefined);
}

const reach = ({ lanes }: Spike): number => lanes.reduce((most, { deviations }) => Math.max(most, deviations), 0);

const plain = (name: string, text: string): SummaryFact => ({ name, short: text, full: text });
const sentence = (name: string, text: string): SummaryFact => ({ ...plain(name, text), isSentence: true });
const counted = (name: string, value: number | undefined): SummaryFact | undefined =>
  value === undefined ? undefined : { name, short: compact(value), full: exact(value) };

import type { Language } from "@frontrow/protocol/desk";
import { boards, type DocumentName, lists } from "@frontrow/protocol/documents";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import { answersAt, isResolved } from "@frontrow/protocol/question-queue";
import type { StoredMetrics } from "@frontrow/redis/metrics-store";
import type { PlainReader } from "../stream/entry.ts";
import { localise } from "../stream/localise.ts";

/** The documents of a snapshot: the boards, and the lists of insights that the log may have trimmed by now. */
export const snapshotDocuments = [...boards, ...lists, "curves"] as const satisfies DocumentName[];

/**
 * The session's current state as messages: metrics, leaderboard, insights. With a reader, in the plain dialect: in the desk's
 * language, and without prompts to answer a question that the desk has answered or ignored.
 */
export function currentStateMessages(
  { metrics, documents }: StoredMetrics,
  insights: readonly Insight[],
  plainFor?: PlainReader["desk"],
): ServerMessage[] {
  const messages: ServerMessage[] = [{ type: "metrics", data: metrics }];
  if (documents.leaderboard) {
    const { type, ...data } = documents.leaderboard;
    messages.push({ type, data });
  }
  const items = plainFor ? itemsFor(insights, plainFor, metrics.atMs ?? 0) : [...insights];
  if (items.length > 0) messages.push({ type: "insights", data: { items } });
  return messages;
}

/** A raid of newcomers shares a snapshot: it is localised once a language. */
const localisedByLanguage = new WeakMap<readonly Insight[], Map<Language, readonly Insight[]>>();

function localisedIn(insights: readonly Insight[], language: Language): readonly Insight[] {
  const known = localisedByLanguage.get(insights) ?? new Map<Language, readonly Insight[]>();
  localisedByLanguage.set(insights, known);
  const items = known.get(language) ?? insights.map((insight) => localise(insight, language) as Insight);
  known.set(language, items);
  return items;
}

function itemsFor(insights: readonly Insight[], desk: PlainReader["desk"], positionMs: number): Insight[] {
  const { language, replay } = desk;
  const answers = replay ? answersAt(desk.answers, { positionMs, sinceMs: replay.sinceMs }) : desk.answers;
  return localisedIn(insights, language).filter((item) => item.type !== "automatedPrompt" || !isResolved(item, answers));
}

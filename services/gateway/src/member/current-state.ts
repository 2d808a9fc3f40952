import type { Language } from "@frontrow/protocol/desk";
import { boards, type DocumentName, lists } from "@frontrow/protocol/documents";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import { isSettled } from "@frontrow/protocol/question-queue";
import type { StoredMetrics } from "@frontrow/redis/metrics-store";
import type { PlainReader } from "../stream/entry.ts";
import { worded } from "../stream/localise.ts";

/** What a screen begins with: the boards, and what was said one by one, which a log may have let go of by now. */
export const beginnings = [...boards, ...lists, "curves"] as const satisfies DocumentName[];

/** What stands now, as messages. With a reader, in the plain dialect: in its words, and without what its desk has settled. */
export function standingMessages(
  { metrics, documents }: StoredMetrics,
  standing: readonly Insight[],
  plainFor?: PlainReader["desk"],
): ServerMessage[] {
  const messages: ServerMessage[] = [{ type: "metrics", data: metrics }];
  if (documents.leaderboard) {
    const { type, ...data } = documents.leaderboard;
    messages.push({ type, data });
  }
  const items = plainFor ? itemsFor(standing, plainFor) : [...standing];
  if (items.length > 0) messages.push({ type: "insights", data: { items } });
  return messages;
}

/** A raid of newcomers shares a snapshot: it is worded once a language. */
const wordedByLanguage = new WeakMap<readonly Insight[], Map<Language, readonly Insight[]>>();

function wordedIn(standing: readonly Insight[], language: Language): readonly Insight[] {
  const known = wordedByLanguage.get(standing) ?? new Map<Language, readonly Insight[]>();
  wordedByLanguage.set(standing, known);
  const items = known.get(language) ?? standing.map((insight) => worded(insight, language) as Insight);
  known.set(language, items);
  return items;
}

function itemsFor(standing: readonly Insight[], { language, answers }: PlainReader["desk"]): Insight[] {
  return wordedIn(standing, language).filter((item) => item.type !== "automatedPrompt" || !isSettled(item, answers));
}

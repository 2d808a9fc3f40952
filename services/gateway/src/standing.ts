import type { Language } from "@frontrow/protocol/desk";
import { boards, type DocumentName, insightsIn } from "@frontrow/protocol/documents";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import { isSettled } from "@frontrow/protocol/question-queue";
import type { StoredMetrics } from "@frontrow/redis/metrics-store";
import type { PlainReader } from "./prepared-entry.ts";
import { worded } from "./wording.ts";

/** What a screen begins with: the boards, and what was said one by one, which a log may have let go of by now. */
export const beginnings = [...boards, "curves", "questionsAsked", "moments", "prompts"] as const satisfies DocumentName[];

/** What stands now, as messages. With a reader, in the plain dialect: in its words, and without what its desk has settled. */
export function standingMessages({ metrics, documents }: StoredMetrics, plainFor?: PlainReader["desk"]): ServerMessage[] {
  const messages: ServerMessage[] = [{ type: "metrics", data: metrics }];
  if (documents.leaderboard) {
    const { type, ...data } = documents.leaderboard;
    messages.push({ type, data });
  }
  const items = plainFor ? itemsFor(documents, plainFor) : insightsIn(documents);
  if (items.length > 0) messages.push({ type: "insights", data: { items } });
  return messages;
}

/** A raid of newcomers shares a snapshot: it is worded once a language. */
const wordedByLanguage = new WeakMap<StoredMetrics["documents"], Map<Language, readonly Insight[]>>();

function wordedIn(documents: StoredMetrics["documents"], language: Language): readonly Insight[] {
  const known = wordedByLanguage.get(documents) ?? new Map<Language, readonly Insight[]>();
  wordedByLanguage.set(documents, known);
  const items = known.get(language) ?? insightsIn(documents).map((insight) => worded(insight, language) as Insight);
  known.set(language, items);
  return items;
}

function itemsFor(documents: StoredMetrics["documents"], { language, answers }: PlainReader["desk"]): Insight[] {
  return wordedIn(documents, language).filter((item) => item.type !== "automatedPrompt" || !isSettled(item, answers));
}

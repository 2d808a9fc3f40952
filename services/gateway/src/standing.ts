import type { DocumentName } from "@frontrow/protocol/documents";
import { insightsIn } from "@frontrow/protocol/documents";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { StoredMetrics } from "@frontrow/redis/metrics-store";
import type { PlainReader } from "./prepared-entry.ts";
import { worded } from "./wording.ts";

/** What may have been folded for a socket that was behind, and is said whole. */
export const boards = ["leaderboard", "scores", "conversation", "viewerUpdate"] as const satisfies DocumentName[];
/** What a screen begins with: the boards, and what was said one by one, which a log may have let go of by now. */
export const beginnings = [...boards, "curves", "questionsAsked", "moments", "prompts"] as const satisfies DocumentName[];

/** What stands now, as messages. With a reader, in the plain dialect: in its words, and without what its desk has settled. */
export function standingMessages({ metrics, documents }: StoredMetrics, plainFor?: PlainReader["desk"]): ServerMessage[] {
  const messages: ServerMessage[] = [{ type: "metrics", data: metrics }];
  if (documents.leaderboard) {
    const { type, ...data } = documents.leaderboard;
    messages.push({ type, data });
  }
  const items = plainFor ? wordedFor(documents, plainFor) : insightsIn(documents);
  if (items.length > 0) messages.push({ type: "insights", data: { items } });
  return messages;
}

function wordedFor(documents: StoredMetrics["documents"], { language, answers }: PlainReader["desk"]) {
  const { prompts = [] } = documents;
  const open = prompts.filter(({ questionId }) => questionId === undefined || answers?.[questionId] === undefined);
  const insights = insightsIn({ ...documents, prompts: open });
  return insights.map((insight) => worded(insight, language) as typeof insight);
}

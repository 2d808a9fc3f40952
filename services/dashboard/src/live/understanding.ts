import type { AutomatedPrompt, Insight, InsightOf, Moment, QuestionDetected } from "@frontrow/protocol/insight";
import { upsert } from "./bounded.ts";
import { markFirsts, markQuestions, QUESTION_LIMIT } from "./chat-log.ts";
import type { Broadcast, Happened, Wording } from "./view-state.ts";

export const MOMENT_LIMIT = 200;
export const PROMPT_LIMIT = 20;

/** Folds what is understood of the audience. What is sent whole replaces; what has an id is held once, as it was said last. */
export function foldUnderstanding(broadcast: Broadcast, insights: readonly Insight[]): Broadcast {
  const detected = ofType(insights, "questionDetected");
  const moments = ofType(insights, "moment");
  const happened = insights.filter((insight) => insight.type === "spike" || (insight.type === "moment" && !isFirstChat(insight)));
  return {
    ...broadcast,
    chat: markedChat(broadcast, detected, moments.filter(isFirstChat)),
    scores: ofType(insights, "scores").at(-1) ?? broadcast.scores,
    conversation: ofType(insights, "conversation").at(-1) ?? broadcast.conversation,
    viewerUpdate: ofType(insights, "viewerUpdate").at(-1) ?? broadcast.viewerUpdate,
    questions: upsert<QuestionDetected>(broadcast.questions, detected, idOf, QUESTION_LIMIT),
    moments: upsert<Happened>(broadcast.moments, happened as Happened[], idOf, MOMENT_LIMIT),
    prompts: upsert<AutomatedPrompt>(broadcast.prompts, ofType(insights, "automatedPrompt"), idOf, PROMPT_LIMIT),
  };
}

/** A model's words may come before the prompt that they are for: the two are in different logs. */
export const withWording = (broadcast: Broadcast, wording: Wording): Broadcast => ({
  ...broadcast,
  wordings: upsert(broadcast.wordings, [wording], ({ promptId }) => promptId, PROMPT_LIMIT),
});

function markedChat(broadcast: Broadcast, detected: readonly QuestionDetected[], firsts: readonly Moment[]): Broadcast["chat"] {
  const chat = detected.length > 0 ? markQuestions(broadcast.chat, detected) : broadcast.chat;
  const eventIds = firsts.flatMap(({ eventId }) => eventId ?? []);
  return eventIds.length > 0 ? markFirsts(chat, eventIds) : chat;
}

const isFirstChat = ({ kind }: Moment): boolean => kind === "firstChat";
const idOf = ({ id }: { readonly id: string }): string => id;
const ofType = <T extends Insight["type"]>(insights: readonly Insight[], type: T): InsightOf<T>[] =>
  insights.filter((insight): insight is InsightOf<T> => insight.type === type);

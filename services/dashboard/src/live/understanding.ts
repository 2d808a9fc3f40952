import type { AutomatedPrompt, Insight, InsightOf, Moment, QuestionDetected } from "@frontrow/protocol/insight";
import { upsert } from "./bounded.ts";
import { markFirsts, markQuestions, QUESTION_LIMIT } from "./chat-log.ts";
import { markFirstGifts } from "./gift-feed.ts";
import type { Happened } from "./happened.ts";
import { withoutModerated } from "./moderation.ts";
import type { Broadcast, Wording } from "./view-state.ts";

export const MOMENT_LIMIT = 200;
export const PROMPT_LIMIT = 20;

/** Folds what is understood of the audience. What is sent whole replaces; what has an id is held once, as it was said last. */
export function foldUnderstanding(broadcast: Broadcast, insights: readonly Insight[]): Broadcast {
  // What the host asks waits for nobody's answer.
  const detected = ofType(insights, "questionDetected").filter(({ user }) => !user?.isHost);
  const moments = ofType(insights, "moment");
  const happened = insights.filter((insight) => insight.type === "spike" || (insight.type === "moment" && !isFirst(insight)));
  const firstGifts = moments.filter(({ kind }) => kind === "firstGift");
  return withoutModerated({
    ...broadcast,
    chat: markedChat(
      broadcast,
      detected,
      moments.filter(({ kind }) => kind === "firstChat"),
    ),
    gifts: firstGifts.length > 0 ? markFirstGifts(broadcast.gifts, firstGifts) : broadcast.gifts,
    scores: ofType(insights, "scores").at(-1) ?? broadcast.scores,
    conversation: ofType(insights, "conversation").at(-1) ?? broadcast.conversation,
    viewerUpdate: ofType(insights, "viewerUpdate").at(-1) ?? broadcast.viewerUpdate,
    questions: upsert<QuestionDetected>(broadcast.questions, detected, idOf, QUESTION_LIMIT),
    moments: upsert<Happened>(broadcast.moments, happened as Happened[], idOf, MOMENT_LIMIT),
    prompts: upsert<AutomatedPrompt>(broadcast.prompts, ofType(insights, "automatedPrompt"), idOf, PROMPT_LIMIT),
  });
}

/** What is older than this when it arrives is history: a page that opens is not greeted with it. */
const NEWS_MS = 30_000;
/** A lull is worth a word only when it is this far from its baseline, in deviations. */
const STRONG_LULL = 6;

/** What of `insights` is worth a word to somebody who looks elsewhere. Big gifts have a word of their own. */
export function momentsToAnnounce(broadcast: Broadcast, insights: readonly Insight[]): readonly Happened[] {
  const known = new Set(broadcast.moments.map(({ id }) => id));
  const nowMs = ofType(insights, "metrics").at(-1)?.atMs ?? broadcast.metrics.atMs;
  return insights.filter((insight): insight is Happened => {
    if (insight.type !== "spike" && insight.type !== "moment") return false;
    return !known.has(insight.id) && (nowMs === undefined || nowMs - insight.atMs < NEWS_MS) && isLoud(insight);
  });
}

function isLoud(happened: Happened): boolean {
  switch (happened.kind) {
    case "spike":
      return !happened.duringBattle;
    case "lull":
      return happened.lanes.some(({ deviations }) => Math.abs(deviations) >= STRONG_LULL);
    case "milestone":
    case "raid":
    case "battleOpened":
    case "battleFinished":
      return true;
    case "firstGift":
    case "topGift":
    case "firstChat":
      return false;
  }
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

/** A busy room has dozens a minute: they are marks on the rows that they are about, and no moments of the room. */
const isFirst = ({ kind }: Moment): boolean => kind === "firstChat" || kind === "firstGift";
const idOf = ({ id }: { readonly id: string }): string => id;
const ofType = <T extends Insight["type"]>(insights: readonly Insight[], type: T): InsightOf<T>[] =>
  insights.filter((insight): insight is InsightOf<T> => insight.type === type);

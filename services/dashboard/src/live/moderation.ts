import type { QuestionDetected } from "@frontrow/protocol/insight";
import { eventIdOf } from "@frontrow/protocol/question-queue";
import { upsert } from "./bounded.ts";
import type { Moderation } from "./chat-log.ts";
import type { Broadcast } from "./view-state.ts";

/** What was concluded before a moderation may be told after it, but not long after. */
export const MODERATION_LIMIT = 100;

/** The broadcast after `moderation`: nothing that it took off the screen waits for an answer, is said or named any more. */
export function retract(broadcast: Broadcast, moderation: readonly Moderation[]): Broadcast {
  if (moderation.length === 0) return broadcast;
  const known = moderation.map((event) => {
    const isGone = isGoneBy([event]);
    const asked = broadcast.questions.filter(isGone).map(({ eventId }) => eventId);
    return { ...event, eventIds: [...event.eventIds, ...asked] };
  });
  return withoutModerated({
    ...broadcast,
    moderation: upsert(broadcast.moderation, known, ({ id }) => id, MODERATION_LIMIT),
  });
}

/** The same for what is understood since. Lists of which nothing goes stay the same objects. */
export function withoutModerated(broadcast: Broadcast): Broadcast {
  const { moderation, questions, prompts, viewerUpdate: update } = broadcast;
  if (moderation.length === 0) return broadcast;
  const isGone = isGoneBy(moderation);
  const gone = questions.filter(isGone).map(({ eventId }) => eventId);
  const eventIds = new Set([...moderation.flatMap((event) => event.eventIds), ...gone]);
  // Who came again after it is named by an update that is later than it.
  const userIds = new Set(moderation.flatMap((event) => (update && update.atMs <= event.atMs ? event.userIds : [])));
  const isNamed = ({ id }: { readonly id: string }) => !userIds.has(id);
  return {
    ...broadcast,
    questions: kept(questions, (question) => !isGone(question)),
    prompts: kept(prompts, ({ questionId }) => questionId === undefined || !eventIds.has(eventIdOf(questionId))),
    viewerUpdate:
      update && userIds.size > 0
        ? { ...update, newest: update.newest.filter(isNamed), back: update.back.filter(isNamed) }
        : update,
  };
}

/** Whether a question is of a message that was removed, or of a viewer who was removed after asking. */
function isGoneBy(moderation: readonly Moderation[]): (question: QuestionDetected) => boolean {
  const eventIds = new Set(moderation.flatMap((event) => event.eventIds));
  const goneUntil = new Map(moderation.flatMap(({ userIds, atMs }) => userIds.map((id) => [id, atMs] as const)));
  return ({ eventId, user, atMs }) => eventIds.has(eventId) || (user !== undefined && atMs <= (goneUntil.get(user.id) ?? -1));
}

function kept<Item>(items: readonly Item[], isKept: (item: Item) => boolean): readonly Item[] {
  const left = items.filter(isKept);
  return left.length === items.length ? items : left;
}

import type { LiveEvent, User } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import { conversationAt, questionAt, viewerUpdateAt } from "./conversation.ts";
import { momentAt, promptAt } from "./moments.ts";
import type { Room } from "./room.ts";
import { scoresAt } from "./scores.ts";

const FIRST_CHAT_SHARE = 0.06;
/** How often each is said, in event time. */
const EVERY_MS = { boards: 5_000, viewers: 10_000, question: 17_000, prompt: 25_000, moment: 45_000 } as const;
const PAST_QUESTIONS = 9;
const PAST_MOMENTS = 15;

/** What would be concluded of a made-up broadcast. A room in which nobody says anything has scores that are not warm, and no more. */
export function createInsights(room: Room, sinceMs: number, people: readonly User[], random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const isSilent = room.messagesPerMinute === 0;
  const counts = { question: 0, prompt: 0, moment: 0 };
  const minuteOf = (atMs: number) => (atMs - sinceMs) / 60_000;
  const question = (atMs: number) => questionAt(counts.question++, atMs, pick(people));
  const prompt = (atMs: number) => promptAt(counts.prompt++, atMs, pick(people));
  const moment = (atMs: number) => momentAt(counts.moment++, atMs, pick(people));

  const scores = (atMs: number) => scoresAt(atMs, minuteOf(atMs), !isSilent);
  const conversation = (atMs: number) => conversationAt(atMs, minuteOf(atMs), Math.round(room.messagesPerMinute * 5));
  const viewerUpdate = (atMs: number) =>
    viewerUpdateAt(atMs, { viewers: isSilent ? 0 : room.viewers, minutes: minuteOf(atMs), people, pick });

  const spread = (count: number, index: number, toMs: number) => Math.round(sinceMs + ((toMs - sinceMs) * (index + 0.6)) / count);
  const isDue = (everyMs: number, fromMs: number, toMs: number) => Math.floor(fromMs / everyMs) < Math.floor(toMs / everyMs);

  return {
    scores,
    /** All that was concluded up to `atMs`, as a snapshot brings it. */
    past(atMs: number): Insight[] {
      const boards = [scores(atMs), conversation(atMs), viewerUpdate(atMs)];
      if (isSilent) return boards;
      const questions = Array.from({ length: PAST_QUESTIONS }, (_, index) => question(spread(PAST_QUESTIONS, index, atMs)));
      const moments = Array.from({ length: PAST_MOMENTS }, (_, index) => moment(spread(PAST_MOMENTS, index, atMs)));
      return [...boards, ...questions, ...moments, prompt(atMs - 50_000), prompt(atMs - 4_000)];
    },
    /** What is concluded between two moments. */
    between(fromMs: number, toMs: number): Insight[] {
      if (isSilent) return isDue(EVERY_MS.boards, fromMs, toMs) ? [scores(toMs)] : [];
      return [
        ...(isDue(EVERY_MS.boards, fromMs, toMs) ? [scores(toMs), conversation(toMs)] : []),
        ...(isDue(EVERY_MS.viewers, fromMs, toMs) ? [viewerUpdate(toMs)] : []),
        ...(isDue(EVERY_MS.question, fromMs, toMs) ? [question(toMs)] : []),
        ...(isDue(EVERY_MS.prompt, fromMs, toMs) ? [prompt(toMs)] : []),
        ...(isDue(EVERY_MS.moment, fromMs, toMs) ? [moment(toMs)] : []),
      ];
    },
    firstChats(events: readonly LiveEvent[]): Insight[] {
      const firsts = events.filter((event) => event.type === "chat" && random() < FIRST_CHAT_SHARE);
      return firsts.map(({ id, atMs }) => ({
        type: "moment",
        id: `first-${id}`,
        kind: "firstChat",
        atMs,
        eventId: id,
        params: { name: "" },
      }));
    },
  };
}

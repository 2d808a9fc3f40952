import type { LiveEvent } from "@frontrow/protocol/event";
import type { Insight, Moment, QuestionDetected, Spike } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { describe, expect, it } from "vitest";
import { QUESTION_LIMIT } from "./chat-log.ts";
import { foldEvents, foldInsights, takeSnapshot } from "./reduce-broadcast.ts";
import { chat, gift } from "./samples.ts";
import { foldUnderstanding, MOMENT_LIMIT, momentsToAnnounce, PROMPT_LIMIT, withWording } from "./understanding.ts";
import { emptyBroadcast } from "./view-state.ts";

const begun = takeSnapshot(undefined, { type: "snapshot", session: "ses_a", epoch: 1, events: [chat("c1"), chat("c2")] });
const question = (id: string, more: Partial<QuestionDetected> = {}): QuestionDetected => ({
  type: "questionDetected",
  id,
  eventId: `event of ${id}`,
  atMs: 1_000,
  text: "why?",
  priority: 2,
  ...more,
});
const moment = (id: string, kind: Moment["kind"], more: Partial<Moment> = {}): Moment => ({
  type: "moment",
  id,
  kind,
  atMs: 1_000,
  params: {},
  ...more,
});
const spike = (id: string): Spike => ({
  type: "spike",
  id,
  kind: "spike",
  atMs: 1_000,
  fromMs: 0,
  toMs: 1_000,
  lanes: [],
  duringBattle: false,
});
const prompt = (id: string): Insight => ({
  type: "automatedPrompt",
  id,
  trigger: "quietChat",
  priority: 3,
  atMs: 1_000,
  untilMs: 2_000,
  params: {},
});
const many = <T>(count: number, make: (id: string) => T) => Array.from({ length: count }, (_, index) => make(`id${index}`));

describe("what is understood", () => {
  it("says a question once, as it was said last", () => {
    const broadcast = foldInsights(begun, [
      question("q1", { count: 1 }),
      question("q2"),
      question("q1", { count: 7, priority: 5 }),
    ]);
    expect(broadcast.questions.map(({ id, count, priority }) => [id, count, priority])).toEqual([
      ["q1", 7, 5],
      ["q2", undefined, 2],
    ]);
  });

  it("forgets what moderation removed, and the prompts about it, whichever comes first", () => {
    const [rude, kind] = [chat("rude", { question: true }), chat("kind", { question: true })];
    const moderation: LiveEvent = { id: "m", type: "moderation", atMs: 9, sentAtMs: 9, eventIds: ["rude"], userIds: [] };
    const asked = [rude, kind].map(({ id, atMs }) => question(questionIdOf(id, atMs), { eventId: id, atMs }));
    const prompts = asked.map(({ id }): Insight => ({ ...prompt(`p of ${id}`), questionId: id }) as Insight);
    const start = foldEvents(begun, [rude, kind]).broadcast;
    const before = foldEvents(foldInsights(start, [...asked, ...prompts]), [moderation]).broadcast;
    const after = foldInsights(foldEvents(start, [moderation]).broadcast, [...asked, ...prompts]);
    for (const { questions, prompts } of [before, after]) {
      expect(questions.map(({ eventId }) => eventId)).toEqual(["kind"]);
      expect(prompts.map(({ questionId }) => questionId)).toEqual([asked[1]?.id]);
    }
  });
  it("puts spikes and moments in one line, and first chats on the rows they are about", () => {
    const first = moment("m1", "firstChat", { eventId: "c2" });
    const broadcast = foldInsights(begun, [
      first,
      spike("s1"),
      moment("m2", "raid"),
      moment("m3", "firstChat", { eventId: "gone" }),
    ]);
    expect(broadcast.moments.map(({ id }) => id)).toEqual(["s1", "m2"]);
    expect(broadcast.chat.rows.map(({ id, isFirst }) => [id, isFirst])).toEqual([
      ["c1", false],
      ["c2", true],
    ]);
  });
  it("marks the first gift of a person on its row, and none that came long before", () => {
    const giving = foldEvents(begun, [gift("long ago", 1, { atMs: 1_000 }), gift("just now", 2, { atMs: 90_000 })]).broadcast;
    const firstGift = moment("m1", "firstGift", { user: gift("x", 1).user, atMs: 95_000 });
    const broadcast = foldInsights(giving, [firstGift]);
    expect(broadcast.gifts.rows.map(({ id, isFirst }) => [id, isFirst])).toEqual([
      ["long ago", false],
      ["just now", true],
    ]);
    expect(broadcast.moments).toEqual([]);
    expect(foldInsights(broadcast, [firstGift]).gifts).toBe(broadcast.gifts);
    expect(foldInsights(begun, [firstGift]).gifts).toBe(begun.gifts);
  });
  it("stays bounded, however much comes", () => {
    const broadcast = foldUnderstanding(begun, [
      ...many(QUESTION_LIMIT + 3, question),
      ...many(MOMENT_LIMIT + 3, spike),
      ...many(PROMPT_LIMIT + 3, prompt),
    ]);
    expect(broadcast.questions).toHaveLength(QUESTION_LIMIT);
    expect(broadcast.moments).toHaveLength(MOMENT_LIMIT);
    expect(broadcast.prompts).toHaveLength(PROMPT_LIMIT);
  });
  it("is not doubled by a snapshot that says it again", () => {
    const standing = [question("q1"), spike("s1"), prompt("p1")];
    const once = foldInsights(begun, standing);
    const again = foldInsights(takeSnapshot(once, { type: "snapshot", session: "ses_a", epoch: 1, events: [] }), standing);
    expect(again.questions).toHaveLength(1);
    expect(again.moments).toHaveLength(1);
    expect(again.prompts).toHaveLength(1);
  });
  it("goes with its broadcast", () => {
    const next = takeSnapshot(foldInsights(begun, [spike("s1")]), { type: "snapshot", session: "ses_b", epoch: 1, events: [] });
    expect(next.moments).toEqual([]);
  });
});

describe("worth a word", () => {
  const lull = (id: string, deviations: number): Spike => ({
    ...spike(id),
    kind: "lull",
    lanes: [{ lane: "chats", value: 1, baseline: 20, deviations }],
  });
  const announced = (...insights: Insight[]) => momentsToAnnounce(begun, insights).map(({ id }) => id);
  it("are spikes, raids, milestones and battles, not first chats nor what a gift says itself", () => {
    const quiet = (["firstChat", "firstGift", "topGift"] as const).map((kind) => moment(kind, kind));
    expect(announced(spike("s"), moment("r", "raid"), moment("m", "milestone"), moment("b", "battleOpened"), ...quiet)).toEqual([
      "s",
      "r",
      "m",
      "b",
    ]);
  });
  it("are lulls only when they are strong, and no spike that is only the battle's", () => {
    expect(announced(lull("weak", -4), lull("strong", -7), { ...spike("s"), duringBattle: true })).toEqual(["strong"]);
  });
  it("is each once, and nothing that happened long ago", () => {
    expect(momentsToAnnounce(foldInsights(begun, [spike("s")]), [spike("s")])).toEqual([]);
    expect(announced({ type: "metrics", atMs: 61_000 }, spike("old"))).toEqual([]);
    expect(announced({ type: "metrics", atMs: 9_000 }, spike("new"))).toEqual(["new"]);
  });
});

it("keeps a model's words for a prompt that is still to come, the last ones said", () => {
  const wording = (text: string) => ({ promptId: "p1", text, language: "de" }) as const;
  const broadcast = withWording(withWording(emptyBroadcast("ses_a"), wording("eins")), wording("zwei"));
  expect(broadcast.wordings.map(({ text }) => text)).toEqual(["zwei"]);
});

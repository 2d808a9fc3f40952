import type { EventOf } from "@frontrow/protocol/event";
import { type Insight, type QuestionDetected, questionDetectedSchema } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { createFold } from "../state.ts";
import { someItems } from "../testing/arbitrary.ts";
import { chat, closed, gift, moderation, opened, START_MS, tick } from "../testing/events.ts";
import { waitingQuestion } from "./questions.ts";

const MINUTE = 60_000;

/** Somebody asks; who it is follows from the text unless the test says. */
const ask = (afterMs: number, text: string, more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> =>
  chat(afterMs, { text, question: true, questionPriority: 3, ...more });
const qna = (afterMs: number, text: string): FoldItem => ({
  ...ask(afterMs, text, { question: false, questionPriority: 0 }),
  type: "question",
});

/** Different questions, each of somebody else. */
const asksOf = (count: number, afterMs: number, more: Partial<EventOf<"chat">>): EventOf<"chat">[] =>
  Array.from({ length: count }, (_, n) => ask(afterMs, `is it number${n}?`, { user: userNamed(`v${n}`), ...more }));

function after(...items: FoldItem[]) {
  const state = createFold();
  const insights: Insight[] = [];
  foldItems(state, [opened(), ...items], insights);
  return {
    queue: documentRules.questionsAsked?.of(state) as QuestionDetected[],
    said: insights.filter((insight) => insight.type === "questionDetected"),
    questions: metricsOf(state).questions,
    state,
  };
}

/** Ids of questions by those of their events, of a few that tests name. */
const askedAt = { old: 0, brush: 60_000, paint: 61_000, new: 90_000, rude: 1, kind: 2 } as const;
const q = (eventId: keyof typeof askedAt): string => questionIdOf(eventId, START_MS + askedAt[eventId]);

describe("a question", () => {
  it("is concluded from a chat that asks, with an id that follows from the event's", () => {
    const { said, queue } = after(chat(1), ask(2, "how old are you?", { id: "77", questionPriority: 4 }));
    expect(said).toMatchObject([
      {
        id: questionIdOf("77", START_MS + 2),
        eventId: "77",
        priority: 4,
        text: "how old are you?",
        count: 1,
        lastAtMs: START_MS + 2,
        language: "en",
      },
    ]);
    expect(queue).toEqual(said);
  });

  it("of TikTok's own Q&A is in the same queue, and asks for an answer", () => {
    expect(after(qna(1, "how old are you?")).queue).toMatchObject([{ priority: 4, count: 1 }]);
    expect(after(qna(1, "how old are you?")).queue[0]?.reasons?.[0]).toBe("qna");
  });

  it("that came late, as history does, is in the queue too", () => {
    expect(after(ask(1, "how old are you?", { late: true })).queue).toHaveLength(1);
  });

  it("says why it has its priority", () => {
    const reasonsOf = (text: string, more: Partial<EventOf<"chat">> = {}) => after(ask(1, text, more)).queue[0]?.reasons;
    expect(reasonsOf("where do you buy your brushes?")).toEqual(["asksCreator", "questionMark", "questionWord", "fullSentence"]);
    expect(reasonsOf("¿de dónde eres?")).toEqual(["asksCreator", "questionMark", "questionWord"]);
    expect(reasonsOf("你叫什么名字")).toEqual(["asksCreator", "questionWord"]);
    expect(reasonsOf("lol?", { questionPriority: 1 })).toEqual(["questionMark", "rhetorical"]);
    expect(reasonsOf("age?", { questionPriority: 2 })).toEqual(["questionMark", "short"]);
  });

  it("has a priority from 1 to 5 and valid fields, whatever happens", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { queue, said, questions } = after(...items);
        for (const question of [...queue, ...said]) questionDetectedSchema.parse(question);
        expect(queue.length).toBe(Math.min(50, questions));
        expect(new Set(queue.map(({ id }) => id)).size).toBe(queue.length);
      }),
      { seed: 77, numRuns: 100 },
    );
  }, 60_000);
});

describe("its priority", () => {
  const priorityOf = (...items: FoldItem[]) => after(...items).queue[0]?.priority;
  const by = (id: string) => ({ user: userNamed(id) });

  it("rises when three people ask, and not when one asks three times", () => {
    const asked = [1, 2, 3].map((at) => ask(at, "what brush is that?"));
    expect(after(...asked).queue).toMatchObject([{ count: 3, priority: 3 }]);
    const byMany = asked.map((event, at) => ({ ...event, ...by(`v${at}`) }));
    expect(after(...byMany).queue).toMatchObject([{ count: 3, priority: 4 }]);
    expect(after(...byMany).queue[0]?.reasons).toContain("askedByMany");
  });

  it("rises when a subscriber asks", () => {
    const user = { ...userNamed("s"), isSubscriber: true };
    expect(priorityOf(ask(1, "what brush is that?", { user }))).toBe(4);
  });

  it("rises when one of the top gifters asks", () => {
    expect(priorityOf(gift(1, by("g")), ask(2, "what brush is that?", by("g")))).toBe(4);
    expect(priorityOf(gift(1, by("g")), ask(2, "what brush is that?", by("other")))).toBe(3);
  });

  it("falls when nobody asked it decently", () => {
    const spam = ask(1, "want free coins, who?", { spam: 0.9 });
    expect(after(spam).queue).toMatchObject([{ priority: 1, reasons: expect.arrayContaining(["spamLike"]) }]);
    expect(priorityOf(spam, ask(2, "want free coins, who?"))).toBe(3);
    expect(priorityOf(ask(1, "why are you so stupid?", { toxicity: 0.8 }))).toBe(1);
  });
});

describe("near-duplicates", () => {
  const countsOf = (...texts: string[]) => after(...texts.map((text, at) => ask(at, text))).queue.map(({ count }) => count);

  it.each([
    ["where are you from?", "WHERE R U FROM", "hey bro where are you frommm??"],
    ["what song is this?", "what's this song", "whats the song pls"],
    ["¿de dónde eres?", "de donde eres", "hola de dónde eres amigo"],
    ["d'où tu viens ?", "D'OU TU VIENS"],
    ["你叫什么名字", "你叫什么名字啊？"],
    ["どこに住んでますか", "どこに住んでいますか？"],
    ["노래 제목이 뭐예요?", "노래 제목이 뭐예요ㅠㅠ"],
    ["can you play the blue song", "please can you play the blue song for my birthday"],
    ["???", "???"],
  ])("such as %j and %j are one question", (...texts) => {
    expect(countsOf(...texts)).toEqual([texts.length]);
  });

  it.each([
    ["how old are you?", "how tall are you?"],
    ["what is your name?", "what is your age?"],
    ["who are you?", "how are you?"],
    ["where are you?", "where are you from?"],
    ["你叫什么名字", "你是哪里人"],
    ["何歳ですか", "名前は何ですか"],
    ["do you like cats?", "do you like dogs?"],
    ["???", "!?"],
  ])("are not %j and %j", (...texts) => {
    expect(countsOf(...texts)).toEqual([1, 1]);
  });

  it("keep the first text and asker, and count as one in the metric", () => {
    const { queue, questions } = after(
      ask(0, "where are you from?", { user: userNamed("first") }),
      ask(MINUTE, "where r u from", { user: userNamed("second") }),
    );
    expect(queue).toMatchObject([
      { text: "where are you from?", user: { id: "first" }, atMs: START_MS, lastAtMs: START_MS + MINUTE, count: 2 },
    ]);
    expect(questions).toBe(1);
  });

  it("are another question when nobody asked for ten minutes", () => {
    const asked = [0, 9, 18].map((minute) => ask(minute * MINUTE, "where are you from?"));
    expect(after(...asked).queue).toMatchObject([{ count: 3 }]);
    expect(after(...asked, ask(29 * MINUTE, "where are you from?")).queue).toMatchObject([{ count: 3 }, { count: 1 }]);
  });
});

describe("a question that is asked again", () => {
  const wave = Array.from({ length: 1_000 }, (_, n) => ask(n, "where are you from?", { user: userNamed(`v${n}`) }));

  it("is said at most once an interval, with the count at its end", () => {
    const { said } = after(...wave, tick(10_000), tick(20_000));
    expect(said.map(({ count }) => count)).toEqual([1, 1_000]);
    expect(new Set(said.map(({ id }) => id)).size).toBe(1);
  });

  it("is said when the source is gone, though no interval comes any more", () => {
    expect(after(...wave, closed(1_500)).said.map(({ count }) => count)).toEqual([1, 1_000]);
  });

  it("is said before it leaves the queue", () => {
    const { said, queue } = after(...wave, ...asksOf(100, 1_001, { questionPriority: 5 }));
    expect(said.filter(({ text }) => text === "where are you from?").map(({ count }) => count)).toEqual([1, 1_000]);
    expect(queue).toHaveLength(50);
    expect(queue.at(-1)?.text).toBe("is it number99?");
  });
});

describe("a crowd of questions", () => {
  const good = Array.from({ length: 5 }, (_, n) =>
    ask(n, `which brush is brand${n}?`, { id: `good${n}`, questionPriority: 5, user: userNamed(`good${n}`) }),
  );
  const idsIn = ({ queue }: ReturnType<typeof after>) => queue.map(({ id }) => id);
  const goodIds = good.map(({ id, atMs }) => questionIdOf(id, atMs));

  it("pushes out nothing that is worth more", () => {
    expect(idsIn(after(...good, ...asksOf(300, 1_000, { questionPriority: 1 })))).toEqual(expect.arrayContaining(goodIds));
  });

  it("leaves one person five places", () => {
    const flood = asksOf(100, 1_000, { questionPriority: 5, user: userNamed("flood") });
    const { queue, questions } = after(...good, ...flood);
    expect(queue.filter(({ user }) => user?.id === "flood")).toHaveLength(5);
    expect(queue.slice(0, 5).map(({ id }) => id)).toEqual(goodIds);
    expect(questions).toBe(105);
  });

  it("lets go first of what nobody asked for ten minutes", () => {
    const late = asksOf(100, 11 * MINUTE, { questionPriority: 1 });
    expect(idsIn(after(...good, ...late))).toEqual(late.slice(-50).map(({ id, atMs }) => questionIdOf(id, atMs)));
  });

  it("of four a second still has one for a prompt after half a minute", () => {
    const busy = Array.from({ length: 4 * 60 }, (_, n) =>
      ask(n * 250, `is it number${n}?`, { questionPriority: n % 20 === 0 ? 5 : 2, user: userNamed(`v${n}`) }),
    );
    const insights: Insight[] = [];
    foldItems(createFold(), [opened(-MINUTE), tick(-1), ...busy, tick(MINUTE)], insights);
    expect(insights.some((insight) => insight.type === "automatedPrompt" && insight.trigger === "openQuestion")).toBe(true);
  });
});

describe("the question that waits", () => {
  const { state } = after(
    ask(0, "how old are you?", { id: "old", questionPriority: 5 }),
    ask(60_000, "what brush is that?", { id: "brush" }),
    ask(61_000, "which paint is it?", { id: "paint" }),
    ask(62_000, "which paint is it", { id: "again" }),
    ask(90_000, "do you sell prints?", { id: "new", questionPriority: 5 }),
  );
  const waiting = (more: Partial<Parameters<typeof waitingQuestion>[1]> = {}) =>
    waitingQuestion(state.questions, {
      minPriority: 1,
      fromMs: START_MS + 30_000,
      toMs: START_MS + 80_000,
      isEligible: () => true,
      ...more,
    })?.id;

  it("is the one that was asked first, of those of the highest priority that wait long enough", () => {
    expect(waiting()).toBe(q("brush"));
    expect(waiting({ fromMs: START_MS })).toBe(q("old"));
    expect(waiting({ toMs: START_MS + 90_000 })).toBe(q("new"));
    expect(waiting({ isEligible: (id) => id !== q("brush") })).toBe(q("paint"));
    expect(waiting({ minPriority: 4 })).toBeUndefined();
  });
});

describe("what moderation removes", () => {
  const asked = [
    ask(1, "how old are you?", { id: "rude", user: userNamed("a"), questionPriority: 5 }),
    ask(2, "which brush is that?", { id: "kind", user: userNamed("b"), questionPriority: 5 }),
  ];
  const triggersAfter = (...items: FoldItem[]) => {
    const insights: Insight[] = [];
    foldItems(createFold(), [opened(), ...items], insights);
    return insights.flatMap((insight) => (insight.type === "automatedPrompt" ? [insight.questionId ?? insight.trigger] : []));
  };

  it("is no open question any more, by its event or its viewer, and stays counted", () => {
    const byEvent = after(...asked, moderation(3, ["rude"]));
    expect(byEvent.queue.map(({ id }) => id)).toEqual([q("kind")]);
    expect(byEvent.questions).toBe(2);
    expect(after(...asked, moderation(3, [], ["b"])).queue.map(({ id }) => id)).toEqual([q("rude")]);
  });

  it("is in no prompt", () => {
    expect(triggersAfter(...asked, tick(5 * MINUTE))).toContain(q("rude"));
    const prompted = triggersAfter(...asked, moderation(3, ["rude"]), tick(5 * MINUTE));
    expect(prompted).toContain(q("kind"));
    expect(prompted).not.toContain(q("rude"));
  });

  it("is in no prompt of before, for whoever opens the page", () => {
    const state = createFold();
    foldItems(state, [opened(), ...asked, tick(3 * MINUTE)]);
    const promptedIds = () => documentRules.prompts?.of(state).map(({ questionId }) => questionId);
    expect(promptedIds()).toContain(q("rude"));
    const version = documentRules.prompts?.version(state);
    foldItems(state, [moderation(3 * MINUTE, ["rude"])]);
    expect(promptedIds()).not.toContain(q("rude"));
    expect(documentRules.prompts?.version(state)).not.toBe(version);
  });
});

import { type AutomatedPrompt, automatedPromptSchema, type Insight, type PromptTrigger } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { createFold } from "../state.ts";
import { someItems } from "../testing/arbitrary.ts";
import { foldedWith, steady } from "../testing/broadcast.ts";
import { chat, closed, gift, moderation, opened, roomUser, START_MS, social, tick } from "../testing/events.ts";
import { poisson } from "../testing/poisson.ts";

const at = (minutes: number): number => minutes * 60_000;
const room = { chats: 30, likes: 120, viewers: 200 };
const promptsIn = (insights: readonly Insight[], trigger?: PromptTrigger) =>
  insights.filter(
    (insight): insight is AutomatedPrompt => insight.type === "automatedPrompt" && (!trigger || insight.trigger === trigger),
  );
const promptsOf = (trigger: PromptTrigger, ...items: FoldItem[]) => promptsIn(foldedWith(opened(), ...items).insights, trigger);
const asking = (afterMs: number, text: string, more = {}) =>
  chat(afterMs, { text, question: true, questionPriority: 5, user: userNamed("asker"), ...more });

describe("a prompt", () => {
  it("for a quiet chat says how much there is and what the baseline is, and comes once until it was lively again", () => {
    const quiet = [...steady(0, at(8), room), ...steady(at(8), at(14), { ...room, chats: 3 }), tick(at(14))];
    const [prompt, ...others] = promptsOf("quietChat", ...quiet);
    expect(others).toEqual([]);
    expect(prompt?.params).toMatchObject({ usual: 30 });
    expect(prompt?.params["chats"]).toBeLessThan(10);
    const again = [...steady(at(14), at(20), room), ...steady(at(20), at(24), { ...room, chats: 3 }), tick(at(24))];
    expect(promptsOf("quietChat", ...quiet, ...again).length).toBe(2);
  });

  it("for falling energy says by how many points in how many minutes", () => {
    const tired = { ...room, chats: 4, likes: 10 };
    const [prompt] = promptsOf(
      "energyDrop",
      ...steady(0, at(8), { ...room, people: 80 }),
      ...steady(at(8), at(12), tired),
      tick(at(12)),
    );
    expect(prompt?.params["points"]).toBeGreaterThanOrEqual(15);
    expect(prompt?.params["minutes"]).toBe(3);
  });

  it("for falling energy is none when only a single wave has ended", () => {
    const wave = steady(at(8), at(9), { ...room, chats: 300, likes: 1_000 });
    expect(promptsOf("energyDrop", ...steady(0, at(8), room), ...wave, ...steady(at(9), at(14), room), tick(at(14)))).toEqual([]);
  });

  it("for falling energy is none of what chance does in a small constant room, and is one when it falls silent", () => {
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed);
      const tiny = poisson(0, at(40), { viewers: 3, chats: 1.5, likes: 5 }, random);
      expect(promptsOf("energyDrop", ...tiny, tick(at(40)))).toEqual([]);
      const small = poisson(0, at(20), { viewers: 60, chats: 12, likes: 100 }, random);
      const drops = promptsOf("energyDrop", ...small, tick(at(23)));
      expect(drops.length).toBe(1);
      expect(drops[0]?.atMs).toBeGreaterThan(START_MS + at(20));
    }
  });

  it("for a wave of gifts names who gave the most", () => {
    const gifts = [5, 500, 40].map((diamondsEach, n) =>
      gift(at(5) + n * 1_000, { diamondsEach, user: userNamed(`g${diamondsEach}`) }),
    );
    const [prompt] = promptsOf("giftMomentum", ...steady(0, at(5), room), ...gifts, tick(at(6) - 1));
    expect(prompt?.params).toEqual({ gifts: 3, diamonds: 545, seconds: 60, name: "g500" });
  });

  it("for an open question waits half a minute, names it, and comes once", () => {
    const question = asking(at(2), "Which brush do you use?");
    const [prompt, ...others] = promptsOf("openQuestion", ...steady(0, at(2), room), question, tick(at(8)));
    expect(others).toEqual([]);
    expect(prompt).toMatchObject({ questionId: questionIdOf(question.id, question.atMs), priority: 5 });
    expect(prompt?.params).toMatchObject({ name: "asker", question: "Which brush do you use?", count: 1 });
    expect(prompt?.params["waitedSeconds"]).toBeGreaterThanOrEqual(30);
  });

  it("for an open question is none when hardly anybody needs the answer", () => {
    expect(promptsOf("openQuestion", asking(at(2), "lol what?", { questionPriority: 1 }), tick(at(6)))).toEqual([]);
  });

  it("for newcomers names two at most and counts them all, each once", () => {
    const arrivals = ["ann", "bob", "cid"].map((id, n) => social("member", 1_000 + n, id));
    const [first, ...others] = promptsOf(
      "greetNewcomers",
      ...arrivals,
      tick(at(4)),
      social("member", at(4), "dora"),
      tick(at(5)),
    );
    expect(first?.params).toEqual({ count: 3, name: "cid", other: "bob" });
    expect(others.map(({ params }) => params)).toEqual([{ count: 1, name: "dora" }]);
  });

  it("for somebody who is back says how long they were away, once", () => {
    const visits = [0, 15, 30].map((minutes) => social("member", at(minutes) + 1_000, "ann"));
    const prompts = promptsOf("welcomeBack", ...visits, tick(at(31)));
    expect(prompts.map(({ params }) => params)).toEqual([{ name: "ann", awayMinutes: 15 }]);
  });

  it("for a milestone comes when little is missing, once a milestone", () => {
    const follows = Array.from({ length: 23 }, (_, n) => social("follow", at(1) + n * 2_000, `f${n}`));
    const [prompt, ...others] = promptsOf("milestoneNear", ...follows, tick(at(10)));
    expect(others).toEqual([]);
    expect(prompt?.params).toEqual({ metric: "follows", value: 25, missing: 2 });
  });

  it("for a turning mood says from where to where", () => {
    const sour = [...steady(0, at(5), { ...room, mood: 0.6 }), ...steady(at(5), at(7), { ...room, mood: -0.5 }), tick(at(7))];
    const [prompt, ...others] = promptsOf("moodTurning", ...sour);
    expect(others).toEqual([]);
    expect(prompt).toMatchObject({ priority: 4, params: { direction: "down", from: 60 } });
    expect(prompt?.params["to"]).toBeLessThan(40);
  });

  it("for a raid is the most urgent", () => {
    const burst = steady(at(5), at(5) + 20_000, { joins: 300, people: 90 });
    const [prompt] = promptsOf("raid", ...steady(0, at(5), room), ...burst, roomUser(at(5) + 21_000, 400), tick(at(6)));
    expect(prompt).toMatchObject({ priority: 5 });
    expect(prompt?.params["joins"]).toBeGreaterThan(80);
  });

  it("to thank is for a large gift, or a first one that is not the smallest", () => {
    const thanks = (diamondsEach: number) =>
      promptsOf("thankGifter", tick(at(2)), gift(at(2) + 1, { diamondsEach, name: "Rose" }), tick(at(3))).map(
        ({ params }) => params,
      );
    expect(thanks(1)).toEqual([]);
    expect(thanks(10)).toEqual([{ name: "u1", gift: "Rose", diamonds: 10 }]);
    const second = gift(at(4), { diamondsEach: 10 });
    expect(promptsOf("thankGifter", tick(at(2)), gift(at(2) + 1, { diamondsEach: 1 }), second, tick(at(5)))).toEqual([]);
  });
});

describe("the choice of prompts", () => {
  it("says nothing in the first minute but greetings", () => {
    const items = [social("member", 1_000, "ann"), gift(2_000, { diamondsEach: 5_000 }), tick(55_000)];
    expect(promptsIn(foldedWith(opened(), ...items).insights).map(({ trigger }) => trigger)).toEqual(["greetNewcomers"]);
  });

  it("says the most urgent first, and the others after a pause if they are still true", () => {
    const items = [tick(at(2)), social("member", at(2) + 1, "ann"), gift(at(2) + 2, { diamondsEach: 5_000 }), tick(at(3))];
    const prompts = promptsIn(foldedWith(opened(), ...items).insights);
    expect(prompts.map(({ trigger }) => trigger)).toEqual(["thankGifter", "greetNewcomers"]);
    expect((prompts[1]?.atMs ?? 0) - (prompts[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(20_000);
  });

  it("welcomes the same viewer again hours later, as another prompt", () => {
    const visits = Array.from({ length: 3 * 220 }, (_, minute) => social("member", at(minute), `u${minute % 220}`));
    const welcomes = promptsOf("welcomeBack", ...visits);
    expect(welcomes.filter(({ params }) => params["name"] === "u7").length).toBe(2);
    expect(new Set(welcomes.map(({ id }) => id)).size).toBe(welcomes.length);
  });

  it("thanks somebody who gives on and on once in five minutes, and for a large gift at once", () => {
    const gifts = Array.from({ length: 16 }, (_, n) => gift(at(2) + n * 30_000, { diamondsEach: n === 3 ? 5_000 : 150 }));
    const thanks = promptsOf("thankGifter", ...steady(0, at(2), room), ...gifts, tick(at(10)));
    expect(thanks.map(({ params }) => params["diamonds"])).toEqual([150, 5_000, 150]);
  });

  it("says nothing while there is no source", () => {
    const items = [...steady(0, at(8), room), closed(at(8)), social("member", at(9), "ann"), tick(at(12))];
    const prompts = promptsIn(foldedWith(opened(), ...items).insights);
    expect(prompts.filter(({ atMs }) => atMs > START_MS + at(8))).toEqual([]);
  });

  it("says prompts as the protocol has them, one in twenty seconds at most, none twice, and keeps the last twenty", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const state = createFold();
        const insights: Insight[] = [];
        foldItems(state, items, insights);
        const prompts = promptsIn(insights);
        for (const [n, prompt] of prompts.entries()) {
          automatedPromptSchema.parse(prompt);
          expect(prompt.untilMs).toBeGreaterThan(prompt.atMs);
          if (n > 0) expect(prompt.atMs - (prompts[n - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(20_000);
        }
        expect(new Set(prompts.map(({ id }) => id)).size).toBe(prompts.length);
        expect(documentRules.prompts?.of(state)).toEqual(prompts.slice(-20));
      }),
      { seed: 21, numRuns: 150 },
    );
  }, 60_000);
});

describe("a supporter whom TikTok announces", () => {
  type Kind = "gifterLevel" | "fanClub" | "superFan" | "other";
  const arrives = (afterMs: number, id: string, kind: Kind, level: number, more = {}): FoldItem => ({
    ...social("member", afterMs, id),
    entrance: { kind, level },
    ...more,
  });

  it("is greeted by name, once, the highest gifter first", () => {
    const items = [
      arrives(1_000, "club", "fanClub", 40),
      arrives(2_000, "big", "gifterLevel", 38),
      tick(at(3)),
      arrives(at(3), "big", "gifterLevel", 38),
    ];
    const prompts = promptsOf("greetSupporter", ...items, tick(at(6)));
    expect(prompts).toMatchObject([{ params: { name: "big", kind: "gifterLevel", level: 38 }, priority: 4 }]);
    const both = promptsOf(
      "greetSupporter",
      arrives(1_000, "big", "gifterLevel", 38),
      tick(64_000),
      arrives(65_000, "club", "fanClub", 3),
      tick(80_000),
    );
    expect(both.map(({ params, priority }) => [params["name"], priority])).toEqual([
      ["big", 4],
      ["club", 2],
    ]);
  });

  it("is none in history, when moderation removed them, or when nothing says why they are announced", () => {
    expect(promptsOf("greetSupporter", arrives(1_000, "big", "gifterLevel", 38, { late: true }), tick(at(1)))).toEqual([]);
    expect(promptsOf("greetSupporter", arrives(1_000, "big", "other", 0), tick(at(1)))).toEqual([]);
    const removed = moderation(1_500, [], ["big"]);
    expect(promptsOf("greetSupporter", arrives(1_000, "big", "gifterLevel", 38), removed, tick(at(1)))).toEqual([]);
  });

  it("is not greeted as a newcomer, too", () => {
    const prompts = promptsIn(foldedWith(opened(), arrives(1_000, "big", "superFan", 0), tick(at(2))).insights);
    expect(prompts.map(({ trigger }) => trigger)).toEqual(["greetSupporter"]);
  });
});

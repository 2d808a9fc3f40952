import type { EventOf } from "@frontrow/protocol/event";
import { type Conversation, conversationSchema } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { takeKeyframe } from "../keyframe.ts";
import { createFold, type FoldState } from "../state.ts";
import { someItems } from "../testing/arbitrary.ts";
import { chat, moderation, opened, START_MS, tick } from "../testing/events.ts";

const MINUTE = 60_000;
/** A whole half hour of event time, so that pages begin where a test thinks they do. */
const AT_ONCE_MS = 1_800_000 - (START_MS % 1_800_000);

function stateAfter(...items: FoldItem[]): FoldState {
  const state = createFold();
  foldItems(state, [opened(), ...items]);
  return state;
}
const conversationIn = (state: FoldState): Conversation => documentRules.conversation?.of(state) as Conversation;
const conversationAfter = (...items: FoldItem[]): Conversation => conversationIn(stateAfter(...items));

let people = 0;
/** A message, by somebody new unless the test says, whose keywords are its words. */
const say = (afterMs: number, text: string, more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> =>
  chat(AT_ONCE_MS + afterMs, {
    text,
    user: userNamed(`p${++people}`),
    keywords: text.split(" ").filter((word) => /^\p{L}{3,}$/u.test(word)),
    ...more,
  });
const at = (afterMs: number): FoldItem => tick(AT_ONCE_MS + afterMs);
/** Different messages, one by one, each by somebody else, that have a word in common. */
const saying = (word: string, times: number, fromMs: number, everyMs: number) =>
  Array.from({ length: times }, (_, n) =>
    say(fromMs + n * everyMs, `${word} ${"abcdefghijklmnopqrstuvwxyz".charAt(n % 26)}x${n}`),
  );

const inOrder = (...runs: EventOf<"chat">[][]) => runs.flat().sort((a, b) => a.atMs - b.atMs);
const shuffled = <T>(list: readonly T[], draws: readonly number[]): T[] =>
  list
    .map((item, n) => [draws[n] as number, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
const textsOf = (rising: Conversation["words"]) => rising.map(({ text }) => text);

describe("the languages of a chat", () => {
  it("are shares of the last fifteen minutes, text without language among them", () => {
    const said = [say(0, "hola", { language: "es" }), say(1, "hi"), say(2, "999", { language: "und" }), say(3, "yes")];
    expect(conversationAfter(...said).languages).toEqual([
      { language: "en", chats: 2, share: 0.5 },
      { language: "es", chats: 1, share: 0.25 },
      { language: "und", chats: 1, share: 0.25 },
    ]);
    expect(conversationAfter(...said, say(16 * MINUTE, "hi")).languages).toEqual([{ language: "en", chats: 1, share: 1 }]);
  });

  it("are no more than a few, whatever a source says", () => {
    const said = Array.from({ length: 1_000 }, (_, n) => say(n, "hm", { language: `x${n}` }));
    const state = stateAfter(...said);
    expect(state.conversation.languages.size).toBeLessThan(40);
    expect(conversationIn(state).languages[0]?.language).toBe("und");
  });
});

describe("a word", () => {
  const usual = saying("paint", 60, 0, 15_000);

  it("rises when it is said far more than before, and one that is always said does not", () => {
    const { words } = conversationAfter(...inOrder(usual, saying("dragon", 8, 14 * MINUTE, 5_000)));
    expect(words).toEqual([{ text: "dragon", count: 8, rise: 8 }]);
  });

  it("rises less, the more it was said before", () => {
    const before = saying("dragon", 30, 0, 25_000);
    const { words } = conversationAfter(...inOrder(usual, before, saying("dragon", 20, 14 * MINUTE, 3_000)));
    expect(words[0]).toMatchObject({ text: "dragon" });
    // About 4 were to be expected in two minutes.
    expect(words[0]?.rise).toBeGreaterThan(4);
    expect(words[0]?.rise).toBeLessThan(12);
  });

  it("is no trend when fewer than three say it, or one person again and again", () => {
    expect(conversationAfter(...saying("dragon", 2, 0, 1_000)).words).toEqual([]);
    const user = userNamed("loud");
    const loud = Array.from({ length: 50 }, (_, n) => say(n * 2_000, `dragon n${n}`, { user }));
    expect(conversationAfter(...loud).words).toEqual([]);
  });

  it("falls again when nobody says it", () => {
    const rose = [...usual, ...saying("dragon", 8, 15 * MINUTE, 5_000)];
    expect(textsOf(conversationAfter(...rose, at(16 * MINUTE)).words)).toEqual(["dragon"]);
    expect(textsOf(conversationAfter(...rose, say(18 * MINUTE, "bye")).words)).toEqual([]);
  });

  it("of a campaign is none, and what was counted before it was one is taken back", () => {
    const campaign = Array.from({ length: 40 }, (_, n) => say(n * 1_000, "vote dragon"));
    const { words, topics, waves } = conversationAfter(...inOrder(campaign, saying("brush", 5, 0, 9_000)));
    expect(textsOf(words)).toEqual(["brush"]);
    expect(topics).toEqual([]);
    expect(waves).toMatchObject([{ text: "vote dragon", count: 40, people: 40 }]);
  });

  it("that came late, as history does, is in nothing", () => {
    const late = saying("dragon", 8, 0, 1_000).map((event) => ({ ...event, late: true as const }));
    expect(conversationAfter(...late)).toMatchObject({ words: [], languages: [], topics: [], waves: [] });
  });
});

describe("an emoji", () => {
  it("rises as words do, and in messages of nothing else, too", () => {
    const { emoji, waves } = conversationAfter(...[0, 1, 2, 3, 4].map((n) => say(n, n % 2 ? "🔥🔥🔥" : `so good${n} 🔥`)));
    expect(emoji).toEqual([{ text: "🔥", count: 5, rise: 5 }]);
    expect(waves).toEqual([]);
  });
});

describe("topics", () => {
  const gold = [0, 1, 2, 3, 4, 5].map((n) => say(n * 9_000, `gold leaf ${n % 2 ? "glue" : ""} x${n}`, { sentiment: 0.5 }));
  const sound = [0, 1, 2].map((n) => say(n * 9_000 + 5, `sound broken x${n}`, { sentiment: -0.4 }));
  const other = [0, 1, 2].map((n) => say(n * 9_000 + 7, `lonely${"abc".charAt(n)}`));

  it("are words that come together, with their share and mood", () => {
    expect(conversationAfter(...inOrder(gold, sound, other)).topics).toEqual([
      { words: ["gold", "leaf", "glue"], chats: 6, share: 0.5, sentiment: 0.5 },
      { words: ["broken", "sound"], chats: 3, share: 0.25, sentiment: -0.4 },
    ]);
  });

  it("are of the last five minutes", () => {
    expect(conversationAfter(...inOrder(gold, sound), say(6 * MINUTE, "hm")).topics).toEqual([]);
  });

  it("are not of what moderation removed", () => {
    const removed = moderation(
      AT_ONCE_MS + 60_000,
      gold.map(({ id }) => id),
    );
    expect(conversationAfter(...inOrder(gold, sound, other), removed).topics).toMatchObject([
      { words: ["broken", "sound"], chats: 3 },
    ]);
  });

  it("are estimated from a sample when thousands write", () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      say(n * 80, n % 4 === 0 ? `gold leaf x${n}` : `some${"abcdefgh".charAt(n % 8)} x${n}`),
    );
    const state = stateAfter(...many);
    expect(state.conversation.samples.every(({ kept }) => kept.length < 50)).toBe(true);
    const [topic] = conversationIn(state).topics;
    expect(topic?.words).toEqual(["gold", "leaf"]);
    expect(topic?.share).toBeGreaterThan(0.15);
    expect(topic?.share).toBeLessThan(0.35);
  });
});

describe("a wave", () => {
  const wavesAfter = (...items: FoldItem[]) => conversationAfter(...items).waves;

  it("is one message that at least three people send at least four times in a minute", () => {
    const sent = ["999", "999!", " 99 9", "999"].map((text, n) => say(n * 20_000, text));
    expect(wavesAfter(...sent)).toEqual([{ text: "999", count: 4, people: 4, sinceMs: sent[0]?.atMs, lastAtMs: sent[3]?.atMs }]);
    expect(wavesAfter(...sent.slice(0, 3))).toEqual([]);
    expect(wavesAfter(...sent, moderation(61_000, [sent[1]?.id ?? ""]))).toEqual([]);
    expect(wavesAfter(...sent.map((event, n) => ({ ...event, user: userNamed(`two${n % 2}`) })))).toEqual([]);
    expect(wavesAfter(...[0, 1, 2, 3].map((n) => say(n * 21_000, "999")))).toEqual([]);
  });

  it("is seen though one of them repeats it all the time", () => {
    const user = userNamed("loud");
    const loud = Array.from({ length: 20 }, (_, n) => say(n * 1_000, "vote blue", { user }));
    expect(wavesAfter(...loud)).toEqual([]);
    expect(wavesAfter(...loud, say(21_000, "vote blue"), say(22_000, "VOTE BLUE"))).toMatchObject([{ people: 3 }]);
  });

  it("goes on while no more than a minute passes, and is told for five minutes", () => {
    const sent = [0, 1, 2, 3, 60, 119].map((second) => say(second * 1_000, "vote blue"));
    expect(wavesAfter(...sent)).toMatchObject([{ count: 6 }]);
    expect(wavesAfter(...sent, say(200_000, "vote blue"))).toMatchObject([{ count: 6 }]);
    expect(wavesAfter(...sent, say(8 * MINUTE, "hm"))).toEqual([]);
  });
});

describe("a conversation", () => {
  it("is as the protocol has it, whatever happens", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const said = conversationSchema.parse(conversationAfter(...items));
        expect(said.languages.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1.01);
        for (const wave of said.waves) expect(wave.count).toBeGreaterThanOrEqual(Math.max(4, wave.people));
      }),
      { seed: 31, numRuns: 100 },
    );
  }, 60_000);

  it("is the same in whatever order different messages came within an interval", () => {
    const someSaid = fc.array(fc.tuple(fc.constantFrom("gold leaf", "gold brush", "vote blue", "🔥 gold", "dance"), fc.nat(5)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(someSaid, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (texts, draws) => {
        const said = texts.map(([text, person], n) =>
          say(1_000, `${text} ${n}`, { user: userNamed(`v${person}`), sentiment: n / 100 }),
        );
        // Of one person's messages with the same word the first counts: topics are the same when each says one thing.
        expect({ ...conversationAfter(...shuffled(said, draws)), topics: [] }).toEqual({
          ...conversationAfter(...said),
          topics: [],
        });
        const byMany = said.map((event, n) => ({ ...event, user: userNamed(`w${n}`) }));
        expect(conversationAfter(...shuffled(byMany, draws))).toEqual(conversationAfter(...byMany));
      }),
      { seed: 32, numRuns: 100 },
    );
  }, 60_000);

  it("has a version that changes with it", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const state = createFold();
        const seen = new Map<number, string>();
        for (const item of items) {
          foldItems(state, [item]);
          const version = documentRules.conversation?.version(state) ?? 0;
          const content = JSON.stringify({ ...conversationIn(state), atMs: 0 });
          expect(seen.get(version) ?? content).toBe(content);
          seen.set(version, content);
        }
      }),
      { seed: 33, numRuns: 50 },
    );
  }, 60_000);

  it("is over, and takes no memory, when nobody wrote for fifteen minutes", () => {
    const state = stateAfter(...saying("dragon", 100, 0, 1_000), at(40 * MINUTE));
    expect(state.conversation).toMatchObject({ chats: 100, samples: [], terms: { recent: [], baseline: [] } });
    expect(state.conversation.bursts.pending.size).toBe(0);
  });

  it("is bounded when 100,000 different messages come within minutes", () => {
    const state = createFold();
    for (let n = 0; n < 100_000; n++) {
      const letters = n.toString(36);
      foldItems(state, [
        chat(n * 5, {
          text: `word${letters} thing${letters}`,
          keywords: [`word${letters}`, `thing${letters}`],
          user: userNamed(`u${n % 500}`),
        }),
      ]);
    }
    const bytes = takeKeyframe(state).slices.reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBeLessThan(2_000_000);
    expect(state.conversation.bursts.pending.size + state.conversation.bursts.pendingBefore.size).toBeLessThanOrEqual(4_096);
  }, 60_000);
});

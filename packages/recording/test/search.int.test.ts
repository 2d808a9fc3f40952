import type { FoldItem } from "@frontrow/audience/fold";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDerived } from "../src/derived/derived.ts";
import { indexRecording } from "../src/index-recording.ts";
import { finishRecording } from "../src/manifest.ts";
import { openRecording } from "../src/recording.ts";
import { searchMessages } from "../src/search/search-messages.ts";
import { matches, runsOf } from "../src/search/terms.ts";
import { archive, newStore, readAll } from "./archives.ts";
import { broadcast, id, logOf, START_MS } from "./logs.ts";

const annotation = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (text: string, n: number): FoldItem => {
  const atMs = START_MS + n * 700;
  return { type: "chat", id: `c${n}`, atMs, sentAtMs: atMs, user: userNamed(`viewer${n % 5}`), text, ...annotation };
};

async function recorded(items: readonly FoldItem[]) {
  const blob = newStore();
  const log = logOf(items.map((item) => ({ kind: "events" as const, items: [item] })));
  await finishRecording(blob, id, await archive(blob, log, [Math.ceil(log.length / 2)]), broadcast);
  await indexRecording(blob, id);
  const recording = await openRecording({ blob }, id);
  const words = (await readDerived(blob, id, 0, "words.gz")) ?? new Uint8Array();
  const search = (query: string, most = Number.POSITIVE_INFINITY) =>
    searchMessages(words, runsOf(query), most, () => Promise.resolve(recording));
  return { recording, search };
}

const words = fc.constantFrom(
  ...[
    "hello",
    "help",
    "Hé",
    "the",
    "then",
    "ΟΔΟΣ",
    "привет",
    "при",
    "مُحَمَّد",
    "안녕하세요",
    "नमस्ते",
    "ok",
    "a",
    "🔥",
    "❤️",
    "🇩🇪🇫🇷",
    "!?",
    "don't",
  ],
  ...[
    "世界",
    "こんにちは世界",
    "世",
    "界世",
    "ｶﾞﾝﾊﾞﾚ",
    "ガン",
    "สวัสดีครับ",
    "ครับ",
    "好听OK的",
    "听好",
    "\n",
    "\t",
    "İ",
    "x".repeat(50),
  ],
);
const text = fc.array(words, { minLength: 1, maxLength: 4 }).chain((some) => fc.constantFrom(some.join(" "), some.join("")));

describe("a search", () => {
  it("finds exactly the messages that have all its words, in any script", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 40 }),
        fc.array(text, { minLength: 8, maxLength: 8 }),
        async (said, asked) => {
          const { recording, search } = await recorded(said.map(chat));
          const all = await readAll(recording);
          for (const query of asked) {
            const runs = runsOf(query);
            const scanned = all.flatMap(({ value }) =>
              runs.length > 0 && value.type === "chat" && matches(value.text, runs)
                ? [{ atMs: value.atMs, text: value.text }]
                : [],
            );
            const found = await search(query);
            expect(found.first.map(({ atMs, text }) => ({ atMs, text }))).toEqual(scanned);
            expect(found.count).toBe(scanned.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("tells the first of what it found, and how much there is", async () => {
    const { search } = await recorded(
      Array.from({ length: 3_000 }, (_, n) => chat(n % 100 === 7 ? "needle here" : `hay ${n}`, n)),
    );
    const { count, first } = await search("need", 10);
    expect(count).toBe(30);
    expect(first.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 10 }, (_, n) => START_MS + (n * 100 + 7) * 700));
    expect(first[0]).toEqual({ atMs: START_MS + 4_900, text: "needle here", by: "viewer2" });
    expect(await search("nowhere")).toEqual({ count: 0, first: [] });
  });

  it("finds nothing that moderation removed, before or after it was said", async () => {
    const atMs = START_MS + 60_000;
    const removal = { eventIds: ["c1", "c6"], userIds: [userNamed("viewer3").id] };
    const said = [..."0123"].map((n) => chat("secret", Number(n)));
    const moderation: FoldItem = { type: "moderation", id: "m", atMs, sentAtMs: atMs, ...removal };
    const later = [105, 106, 108].map((n) => ({ ...chat("secret", n), id: `c${n % 100}` }));
    const { search } = await recorded([...said, moderation, ...later]);
    // viewer0, viewer2, viewer5 later, and viewer3, who may write again.
    expect((await search("secret")).first.map(({ atMs }) => (atMs - START_MS) / 700)).toEqual([0, 2, 105, 108]);
  });
});

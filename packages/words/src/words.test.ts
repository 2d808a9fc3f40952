import { type Language, languages } from "@frontrow/protocol/desk";
import { type Moment, momentKinds, type Params, promptTriggers, type Spike, spikeLanes } from "@frontrow/protocol/insight";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "./all.ts";
import { loadWords } from "./load.ts";
import type { SpokenPrompt, Words } from "./words.ts";

const promptOf = (trigger: string, params: Params, id = "p1") =>
  ({ type: "automatedPrompt", id, trigger, priority: 3, atMs: 0, untilMs: 1, params }) as SpokenPrompt;
const momentOf = (kind: string, params: Params) => ({ type: "moment", id: "m1", kind, atMs: 0, params }) as Moment;
const laneOf = (lane: Spike["lanes"][number]["lane"], value: number, baseline = 1) => ({ lane, value, baseline, deviations: 5 });
const spikeOf = (kind: Spike["kind"], toMs: number, lanes: Spike["lanes"], duringBattle = false): Spike => ({
  type: "spike",
  id: "s1",
  kind,
  atMs: toMs,
  fromMs: 0,
  toMs,
  lanes,
  duringBattle,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("words", () => {
  it("says why there was a spike, gifts and their diamonds in one phrase", () => {
    const words = wordsOf("en");
    const lanes = [laneOf("diamonds", 5000), laneOf("gifts", 3), laneOf("chats", 94)];
    expect(words.moment(spikeOf("spike", 20_000, lanes))).toBe("3 gifts worth 5,000 diamonds and 94 chats in 20 s");
    expect(words.moment(spikeOf("spike", 20_000, [laneOf("chats", 1), laneOf("likes", 2000)], true))).toBe(
      "1 chat and 2,000 likes in 20 s, during the battle",
    );
  });

  it("says what is missing in a lull, and what is usual", () => {
    expect(wordsOf("en").moment(spikeOf("lull", 60_000, [laneOf("chats", 2, 31), laneOf("likes", 3, 90)]))).toBe(
      "Only 2 chats in 60 s, usually 31",
    );
    expect(wordsOf("en").moment(spikeOf("lull", 60_000, [laneOf("chats", 0, 31)]))).toBe("No chats in 60 s, usually 31");
    expect(wordsOf("en").moment(spikeOf("lull", 300_000, [laneOf("chats", 62, 900)]))).toBe(
      "Only 62 chats in 5 min, usually 900",
    );
  });

  it.each([
    ["en", "1 chat", "2,000,000 chats", "3 gifts worth 5,000 diamonds and 94 chats in 20 s"],
    ["fr", "1 message", "2 000 000 de messages", "3 cadeaux valant 5 000 diamants et 94 messages en 20 s"],
    ["es", "1 mensaje", "2.000.000 de mensajes", "3 regalos por un total de 5000 diamantes y 94 mensajes en 20 s"],
    ["de", "1 Nachricht", "2.000.000 Nachrichten", "3 Geschenke im Wert von 5.000 Diamanten und 94 Nachrichten in 20 s"],
    ["pt", "1 mensagem", "2.000.000 de mensagens", "3 presentes no valor de 5.000 diamantes e 94 mensagens em 20 s"],
    ["it", "1 messaggio", "2.000.000 di messaggi", "3 regali per un totale di 5000 diamanti e 94 messaggi in 20 s"],
    ["id", "1 chat", "2.000.000 chat", "3 gift senilai 5.000 diamond dan 94 chat dalam 20 dtk"],
  ] as const)("counts and joins as %s does", (language, one, millions, spike) => {
    const words = wordsOf(language);
    const reason = (chats: number) => plain(words.prompt(promptOf("quietChat", { chats, usual: 31 })).reason);
    expect(reason(1)).toContain(`${one} `);
    expect(reason(2_000_000)).toContain(`${millions} `);
    const lanes = [laneOf("gifts", 3), laneOf("chats", 94), laneOf("diamonds", 5000)];
    expect(plain(words.moment(spikeOf("spike", 20_000, lanes)))).toBe(spike);
  });

  it("joins newcomers in a list, and counts those it does not name", () => {
    const text = (params: Params) => wordsOf("de").prompt(promptOf("greetNewcomers", params, "a")).text;
    expect(text({ count: 1, name: "Mia" })).toMatch(/Mia(?! und)/);
    expect(text({ count: 2, name: "Mia", other: "Tom" })).toContain("Mia und Tom");
    expect(text({ count: 9, name: "Mia", other: "Tom" })).toContain("Mia, Tom und 7 weitere");
  });

  it("says a span in the unit that people would use", () => {
    const waited = (waitedSeconds: number) => wordsOf("en").prompt(promptOf("openQuestion", { waitedSeconds, count: 1 })).reason;
    expect(waited(45)).toBe("Open for 45 seconds");
    expect(waited(60)).toBe("Open for 1 minute");
    expect(waited(100)).toBe("Open for 100 seconds");
    expect(waited(185)).toBe("Open for 3 minutes");
    expect(waited(3 * 3600)).toBe("Open for 3 hours");
  });

  it.each([
    ["en", "Welcome back Ana: 3rd broadcast, last here 3 weeks ago."],
    ["de", "Heiß Ana willkommen: 3. LIVE, zuletzt hier vor 3 Wochen."],
    ["fr", "Souhaite un bon retour à Ana : 3e live, dernière visite il y a 3 semaines."],
    ["es", "Da la bienvenida a Ana: 3.º directo, última visita hace 3 semanas."],
    ["pt", "Dê as boas-vindas a Ana: 3ª live, última visita há 3 semanas."],
    ["it", "Dai il bentornato a Ana: 3ª diretta, ultima visita 3 settimane fa."],
    ["id", "Sambut lagi Ana: siaran ke-3, terakhir di sini 3 minggu yang lalu."],
  ] as const)("welcomes a regular in %s, with how often and how long ago", (language, sentence) => {
    const params = { name: "Ana", broadcasts: 3, earlier: 2, awayMinutes: 21 * 24 * 60 };
    const ways = Array.from({ length: 12 }, (_, n) => wordsOf(language).prompt(promptOf("welcomeRegular", params, `p${n}`)));
    expect(ways.map(({ text }) => plain(text))).toContain(sentence);
    for (const { text, reason } of ways) {
      expect(text).toContain("3");
      expect(reason).toContain("2");
    }
  });

  it("says how long ago somebody was here in the unit that people would use", () => {
    const ago = (awayMinutes: number) =>
      /last(?: here)? (.*? ago)/.exec(wordsOf("en").prompt(promptOf("welcomeRegular", { name: "Ana", awayMinutes })).text)?.[1];
    const [hour, day] = [60, 24 * 60];
    expect([1, 90, 3 * hour, 30 * hour, 13 * day, 15 * day, 70 * day, 800 * day].map(ago)).toEqual([
      "1 minute ago",
      "90 minutes ago",
      "3 hours ago",
      "30 hours ago",
      "13 days ago",
      "2 weeks ago",
      "2 months ago",
      "2 years ago",
    ]);
  });

  it("says how a battle ended, from the side of the creator", () => {
    const over = (own: number, best: number) => wordsOf("en").moment(momentOf("battleFinished", { own, best }));
    expect(over(1200, 1200)).toBe("The battle is over: 1,200 points, the most of all");
    expect(over(900, 1200)).toBe("The battle is over: 900 points, the best had 1,200");
    expect(over(0, 900)).toBe("The battle is over: 0 points, the best had 900");
    expect(over(0, 0)).toBe("The battle is over");
  });

  it("says a prompt always in its way, whoever does and whatever was said before", async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `prm_energyDrop_${1_700_000_000_000 + n * 5_000}`);
    const say = (words: Words) => (id: string) => words.prompt(promptOf("energyDrop", { points: 9, minutes: 5 }, id)).text;
    for (const language of languages) {
      const [page, other] = [await loadWords(language), await loadWords(language)];
      expect(page).not.toBe(other);
      expect(ids.toReversed().map(say(page)).toReversed()).toEqual(ids.map(say(other)));
    }
  });

  it("says a trigger in all its ways, about as often each", () => {
    const words = wordsOf("en");
    const said = Array.from({ length: 300 }, (_, n) =>
      words.prompt(promptOf("raid", {}, `prm_raid_${1_700_000_000_000 + n * 5_000}`)),
    );
    const times = new Map<string, number>();
    for (const { text } of said) times.set(text, (times.get(text) ?? 0) + 1);
    expect(times.size).toBe(3);
    expect(Math.min(...times.values())).toBeGreaterThan(60);
  });

  it.each([
    ["de", "schenkt dir etwas. Bedank dich."],
    ["fr", "Cadeau envoyé par quelqu’un. Dis merci."],
    ["es", "Da las gracias a alguien por su regalo."],
    ["pt", "Um presente de alguém. Agradeça."],
    ["it", "Ringrazia qualcuno per il regalo."],
  ] as const)("names no gift that it does not know, in %s", (language, sentence) => {
    const words = wordsOf(language);
    const say = (gift: string, n: number) => words.prompt(promptOf("thankGifter", { name: "", gift, diamonds: 1 }, `p${n}`)).text;
    const ways = Array.from({ length: 30 }, (_, n) => say("", n));
    expect(ways.some((way) => way.endsWith(sentence))).toBe(true);
    for (const way of ways) expect(way).not.toContain(":");
    for (const way of ways.map((_, n) => say("Rose", n))) expect(way).toContain(": Rose");
    expect(words.prompt(promptOf("thankGifter", { gift: "", diamonds: 1000 })).reason).toMatch(/^1.?000 \p{L}+$/u);
  });

  it("puts no French name where a vowel would swallow the word before it, and counts what is usual", () => {
    const french = wordsOf("fr");
    const params = { name: "Ana", other: "Eva", question: "où ?", topic: "opéra", gift: "Rose", count: 2, diamonds: 1 };
    const prompts = promptTriggers.flatMap((trigger) =>
      Array.from({ length: 12 }, (_, n) => french.prompt(promptOf(trigger, params, `p${n}`)).text),
    );
    const moments = momentKinds.map((kind) => french.moment(momentOf(kind, params)));
    for (const text of [...prompts, ...moments]) expect(text).not.toMatch(/\b(?:de|que|le|la|se) (?:Ana|opéra|Rose)/);
    const usual = (language: Language, n: number) =>
      wordsOf(language).prompt(promptOf("quietChat", { chats: 0, usual: n })).reason;
    expect(usual("es", 1)).toBe("Ningún mensaje en el último minuto, lo normal es 1");
    expect(usual("es", 20)).toBe("Ningún mensaje en el último minuto, lo normal son 20");
    expect(usual("pt", 1)).toBe("Nenhuma mensagem no último minuto, o normal é 1");
  });

  it("says of gifts in English what can be said of any, and of viewers once that they are there at once", () => {
    const say = (trigger: string, params: Params) =>
      Array.from({ length: 12 }, (_, n) => wordsOf("en").prompt(promptOf(trigger, params, `p${n}`)).text);
    for (const text of say("thankGifter", { name: "Mia", gift: "Rose" })) expect(text).toMatch(/\b[Tt]he Rose\b/);
    for (const text of say("thankGifter", { name: "Mia" })) expect(text).toMatch(/\b[Tt]he gift\b/);
    for (const text of say("milestoneNear", { metric: "viewers", value: 1000, missing: 3 })) {
      expect(text).toContain("3 viewers to go");
      expect(text.split("at once").length).toBeLessThanOrEqual(2);
    }
    const reached = (metric: string) => wordsOf("en").moment(momentOf("milestone", { metric, value: 500 }));
    expect([reached("viewers"), reached("uniqueViewers")]).toEqual([
      "Reached 500 viewers at once",
      "Reached 500 different viewers",
    ]);
  });

  it("treats names and chat as text, whatever they look like", () => {
    const words = wordsOf("en");
    const said = (params: Params) => words.prompt(promptOf("openQuestion", { count: 1, waitedSeconds: 9, ...params })).text;
    expect(said({ name: "{name}", question: "{count, plural, one {#}}" })).toContain("{count, plural, one {#}}");
    expect(said({ name: "<b>Mia</b>", question: "'{'" })).toContain("<b>Mia</b>");
    expect(said({ name: "Mi\u0000a\u001b[31m", question: "why\nnot" })).toContain("Mia[31m");
    expect(said({ name: "\u202eevil\u202c", question: "a\u2028b" })).not.toMatch(/[\u202a-\u202e\u2028]/);
    expect(said({ name: "\u200b\u3164 ", question: "ok" })).toMatch(/somebody/i);
    expect(said({ name: `Z${"\u0301".repeat(500)}`, question: "ok" })).toContain(`Z${"\u0301".repeat(3)}`);
    expect(said({ name: "x".repeat(500), question: "y".repeat(1e6) }).length).toBeLessThan(260);
    expect(said({ name: "مها", question: "ok" })).toContain("\u2068مها\u2069");
    expect(said({ name: "👩‍👩‍👧", question: "ok" })).toContain("👩‍👩‍👧");
    expect(words.prompt(promptOf("quietChat", { topic: "other" })).text).toContain("other");
    expect(words.prompt(promptOf("milestoneNear", { metric: "constructor", value: 5, missing: 1 })).text).toContain("5");
  });

  it("begins a sentence as it should, and leaves a name as its owner writes it", () => {
    const firstChat = (name: string) => wordsOf("de").moment(momentOf("firstChat", { name }));
    expect(firstChat("mia")).toBe("mia schreibt zum ersten Mal");
    expect(firstChat("")).toBe("Jemand schreibt zum ersten Mal");
  });

  it("names what it does not know by its code", () => {
    const words = wordsOf("fr");
    expect(words.name("churnRisk")).toBe("Risque de perdre du monde");
    expect(words.name("somethingNewer")).toBe("something newer");
    expect(words.name("constructor")).toBe("constructor");
    expect(words.name("")).not.toBe("");
    expect(words.prompt(promptOf("toString", {}))).toEqual({ text: "to string", reason: "to string" });
    expect(words.moment(momentOf("hailOfRoses", {}))).toBe("hail of roses");
  });

  it("reads the same in a page as on a server", async () => {
    const prompt = promptOf("thankGifter", { name: "Mia", gift: "Rose", diamonds: 1 });
    for (const language of languages) {
      const loaded = await loadWords(language);
      expect(loaded.language).toBe(language);
      expect(loaded.prompt(prompt)).toEqual(wordsOf(language).prompt(prompt));
    }
  });
});

const arbitraryParams: fc.Arbitrary<Params> = fc.dictionary(
  fc.constantFrom(
    ..."chats usual topic points minutes gifts diamonds seconds name question waitedSeconds count other awayMinutes metric value".split(
      " ",
    ),
    ..."missing direction from to joins gift viewers own best".split(" "),
  ),
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.integer(),
    fc.constantFrom("likes", "up", "__proto__", "{x}", "#", "'"),
  ),
);
const language: fc.Arbitrary<Language> = fc.constantFrom(...languages);

describe("whatever is in an insight", () => {
  it("there is something to say, in one short line", () => {
    fc.assert(
      fc.property(language, fc.constantFrom(...promptTriggers), fc.string(), arbitraryParams, (spoken, trigger, id, params) => {
        const { text, reason } = wordsOf(spoken).prompt(promptOf(trigger, params, id));
        for (const line of [text, reason]) {
          expect(line.trim()).not.toBe("");
          expect(line.length).toBeLessThan(800);
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067]|NaN|undefined/u);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("there is a sentence for a moment and for a spike", () => {
    const lane = fc.record({
      lane: fc.constantFrom(...spikeLanes),
      value: fc.double(),
      baseline: fc.double(),
      deviations: fc.double(),
    });
    fc.assert(
      fc.property(
        language,
        fc.constantFrom(...momentKinds),
        arbitraryParams,
        fc.array(lane),
        fc.integer(),
        (spoken, kind, params, lanes, toMs) => {
          const words = wordsOf(spoken);
          for (const line of [
            words.moment(momentOf(kind, params)),
            words.moment(spikeOf("spike", toMs, lanes)),
            words.moment(spikeOf("lull", toMs, lanes)),
          ]) {
            expect(line.trim()).not.toBe("");
            expect(line).not.toMatch(/[\p{Cc}]|NaN|undefined/u);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

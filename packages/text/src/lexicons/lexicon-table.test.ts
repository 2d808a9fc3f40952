import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lexicon } from "./lexicon.ts";
import { lexiconTable, phraseHash, Role, roleOf, tenthsOf } from "./lexicon-table.ts";

const lexicon: Lexicon = {
  valence: [
    [20, "gut schön sûr stark* kein_problem جميل نجح*"],
    [-20, "starr starrsinn* schlecht*"],
    [0, "schon starkstrom"],
  ],
  negations: "nicht",
  boosters: "sehr",
  dampers: "kaum",
  but: "aber",
};
const table = lexiconTable(lexicon, [[[15, "gg gut"]]]);
const tenths = (word: string): number | undefined => {
  const entry = table.ofWord(word) || table.ofVariants(word);
  return entry === 0 ? undefined : tenthsOf(entry);
};

describe("a table of words", () => {
  it("knows words, their roles, and what is shared", () => {
    expect(tenths("gut")).toBe(20);
    expect(tenths("gg")).toBe(15);
    expect(roleOf(table.ofWord("nicht"))).toBe(Role.negation);
    expect(roleOf(table.ofWord("aber"))).toBe(Role.but);
    expect(tenths("haus")).toBeUndefined();
  });

  it("lets the longest stem claim a word, and an exact word win over a stem", () => {
    expect(tenths("starkes")).toBe(20);
    expect(tenths("starkstrom")).toBe(0);
    expect(tenths("starrsinnig")).toBe(-20);
    expect(tenths("starre")).toBeUndefined();
  });

  it("knows accented words without accents, unless that is another word or too short", () => {
    expect(tenths("schoen")).toBe(20);
    expect(tenths("schon")).toBe(0);
    expect(tenths("sur")).toBeUndefined();
  });

  it("finds phrases by the hashes of their words", () => {
    table.ofWord("kein");
    const first = table.hash;
    table.ofWord("problem");
    expect(tenthsOf(table.ofHash(phraseHash(first, table.hash)))).toBe(20);
    expect(table.ofHash(phraseHash(table.hash, first))).toBe(0);
    expect(phraseHash(first, table.hash)).not.toBe(phraseHash(table.hash, first));
  });

  it("knows stretched words, and Arabic ones behind the article and with other letters", () => {
    expect(tenths("guuuuut")).toBe(20);
    expect(tenths("والجميل")).toBe(20);
    expect(tenths("وبالجميل")).toBe(20);
    expect(tenths("للجميل")).toBe(20);
    expect(tenths("جمـــيل")).toBe(20);
  });

  it("knows an Arabic verb, whoever does it and when, by what its root begins with", () => {
    for (const verb of ["نجحت", "ينجح", "ستنجح", "بينجحوا", "وهننجح"]) expect(tenths(verb), verb).toBe(20);
  });

  it("answers any word", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => {
        const word = String.fromCharCode(...units);
        expect(roleOf(table.ofWord(word))).toBeLessThanOrEqual(Role.inPhrase);
        expect(roleOf(table.ofVariants(word))).toBeLessThanOrEqual(Role.inPhrase);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

import { annotationSchema } from "@frontrow/protocol/event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateChat, createCachedAnnotate, notAnnotated } from "./annotation.ts";

it("keeps of a text what the protocol has a field for, and keywords where there are any", () => {
  const about = annotateChat("the guitar solo was amazing, play guitar again", "en");
  expect(annotationSchema.strict().parse(about)).toEqual(about);
  expect(about.keywords).toContain("guitar");
  const nothing = annotateChat("!!! 999", "");
  expect(annotationSchema.strict().parse(nothing)).toEqual(nothing);
  expect(nothing).not.toHaveProperty("keywords");
  expect(annotationSchema.strict().parse(notAnnotated("hello", ""))).toEqual(notAnnotated("other", ""));
});

describe("remembered annotations", () => {
  const limits = { entries: 10, characters: 400, textCharacters: 100 };
  const text = fc.constantFrom(
    "the guitar solo was amazing",
    "lol",
    "999",
    "where are you from?",
    "de donde eres?",
    "1 en",
    "en1",
    "",
  );

  it("are what was found out the first time, by text and hint", () => {
    const hits: boolean[] = [];
    const cached = createCachedAnnotate((isHit) => hits.push(isHit), limits);
    fc.assert(
      fc.property(text, fc.constantFrom("", "en", "es", "1", "e"), (each, hint) => {
        expect(cached(each, hint)).toEqual(annotateChat(each, hint));
        expect(cached(each, hint)).toEqual(annotateChat(each, hint));
      }),
      { seed: 4, numRuns: 300 },
    );
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(300);
  });

  it("are one object, which nobody can change", () => {
    const cached = createCachedAnnotate(undefined, limits);
    const about = cached("the guitar solo was amazing", "en");
    expect(cached("the guitar solo was amazing", "en")).toBe(about);
    expect(Object.isFrozen(about) && Object.isFrozen(about.keywords)).toBe(true);
    expect(() => about.keywords?.push("mine")).toThrow(TypeError);
  });

  it("are as many as may be, and of no long text", () => {
    const hits: boolean[] = [];
    const cached = createCachedAnnotate((isHit) => hits.push(isHit), limits);
    const isRemembered = (each: string) => {
      cached(each, "en");
      return hits.at(-1);
    };
    for (let n = 0; n < 100; n++) cached(`message ${n}`, "en");
    expect(Array.from({ length: 100 }, (_, n) => 99 - n).filter((n) => isRemembered(`message ${n}`)).length).toBe(10);
    cached("hello", "en");
    expect([isRemembered("hello"), isRemembered("x".repeat(100)), isRemembered("x".repeat(100))]).toEqual([true, false, false]);
    for (let n = 0; n < 5; n++) cached(`${n}${"y".repeat(90)}`, "en");
    expect(isRemembered("hello")).toBe(false);
  });
});

import type { Params } from "@frontrow/protocol/insight";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoachFailure } from "./model.ts";
import { checkWording, parseOutput } from "./model-output.ts";

const faultOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CoachFailure) return error.message;
    throw error;
  }
  return "none";
};

describe("what the model wrote", () => {
  it("is read when it is the JSON that was asked for", () => {
    expect(parseOutput('{"text":"Ask Mia where she is from."}')).toBe("Ask Mia where she is from.");
  });

  it.each(["", "Ask Mia.", "null", "[]", "{}", '{"text":5}', '{"text":"a","why":"b"}', '```json\n{"text":"a"}\n```'])(
    "is nothing when it is %j",
    (content) => {
      expect(() => parseOutput(content)).toThrow(expect.objectContaining({ reason: "unreadable" }));
    },
  );

  it("is nothing when it is far too long", () => {
    expect(() => parseOutput(JSON.stringify({ text: "a".repeat(201) }))).toThrow(
      expect.objectContaining({ reason: "unreadable" }),
    );
  });
});

describe("the words", () => {
  it.each([
    ["Ask Mia where she is from.", "en"],
    ["Mia_22 asks: where do you live?", "en"],
    ["Dis merci à Zoé pour les 5 000 diamants 🌹", "fr"],
    ["Sapa مها, baru pertama di sini.", "id"],
    ["Thank 👩‍👩‍👧 for the rose", "en"],
    ["Du bist kurz vor 1.000 Likes, sag es dem Chat.", "de"],
  ] as const)("%j are said", (text, language) => {
    expect(checkWording(` ${text} `, language, {})).toBe(text);
  });

  it.each([
    ["Say hello to @Mia and @tom_7.", { name: "mia 🌹", other: "@tom_7" }],
    ["Mia asks if you know @Zoé.", { name: "Mia", question: "do you know @zoé" }],
    ["Ask who @Mia is.", { question: "who is @mia, is she here?" }],
    ["Meet us @ the corner", {}],
  ])("%j are said of those whom the prompt is about", (text, params: Params) => {
    expect(checkWording(text, "en", params)).toBe(text);
  });

  it.each([
    ["Go and follow @evil.shop now.", {}],
    ["Go and follow \uff20evil now.", {}],
    ["Mia says follow @evil", { name: "Mia", question: "who is evil?" }],
    ["Thank @Mia_shop.", { name: "Mia" }],
    ["Thank @Mia.", { name: "Miami" }],
    ["Thank @Mia.", { question: "who is mia?" }],
  ])("%j are not said: an account that the prompt is not about", (text, params: Params) => {
    expect(faultOf(() => checkWording(text, "en", params))).toContain("an account of others");
  });

  it("leave the isolates of a name behind", () => {
    expect(checkWording("Sapa \u2068مها\u2069 dulu", "id", {})).toBe("Sapa مها dulu");
  });

  it.each([
    ["", "nothing"],
    ["a".repeat(201), "too long"],
    ["Ask Mia.\nAnd Tom.", "unseen characters"],
    ["Ask \u202eaiM", "unseen characters"],
    ["Ask M\u200bia", "unseen characters"],
    ["<b>Ask Mia</b>", "markup"],
    ["**Ask Mia**", "markup"],
    ["See [this](there)", "markup"],
    ["Use #fyp today", "markup"],
    ["Go to https://evil.example/x", "a link"],
    ["Follow me on evil.com today", "a link"],
    ["Ask Mia. Then ask Tom.", "more than a sentence"],
    ["You are a stupid fucking bitch", "an insult"],
  ])("%j are not said: %s", (text, fault) => {
    expect(faultOf(() => checkWording(text, "en", {}))).toContain(fault);
  });

  it("are never quoted in the failure, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 40, unit: "grapheme" }), (text) => {
        for (const run of [() => parseOutput(text), () => checkWording(text, "en", {})]) expect(faultOf(run)).not.toContain(text);
      }),
    );
  });
});

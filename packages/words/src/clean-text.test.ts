import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characterEnd, cleanLine, cleanText, withoutStackedMarks } from "./clean-text.ts";

const family = "👩‍👩‍👧‍👦";

describe("a stranger's line", () => {
  it.each([
    ["ordinary", "ana_92", "ana_92"],
    ["with blanks", "  ana \n\t banana ", "ana banana"],
    ["zero-width", "\u200b\u200c\u2060\ufeff", ""],
    ["blank letters", "\u3164\u115f\u1160\uffa0\u2800", ""],
    ["marks alone", "\u0301\u034f\ufe0f", ""],
    ["variation selectors and joiners alone", "\ufe0f\u200d\ufe0f", ""],
    ["an override", "\u202eevil\u202c", "evil"],
    ["an emoji of parts", family, family],
    ["an emoji with a selector", "❤️", "❤️"],
    ["64 marks", `a${"\u0301".repeat(64)}b`, "a\u0301\u0301\u0301b"],
    ["Vietnamese", "Nguye\u0302\u0303n", "Nguye\u0302\u0303n"],
  ])("%s", (_, text, line) => {
    expect(cleanLine(text)).toBe(line);
  });

  it("is isolated inside a sentence where it runs from right to left", () => {
    expect(cleanText("سارة", 20)).toBe("\u2068سارة\u2069");
    expect(cleanText("ana", 20)).toBe("ana");
  });

  it("has emoji where TikTok has codes", () => {
    expect(cleanText("hi [smile] [what]", 20)).toBe("hi 😊 [what]");
  });

  it("is cut between characters as people see them", () => {
    expect(cleanText(`abc${family}def`, 5)).toBe(`abc${family}…`);
    expect(cleanText("abcdef", 6)).toBe("abcdef");
    expect(cleanText("abcdefg", 6)).toBe("abcde…");
  });
});

describe("the end of the first characters", () => {
  it("is never inside one", () => {
    const characters = fc.array(fc.constantFrom("a", "é", "e\u0301", "👍🏽", family, "🇧🇷", "नि", "각"), { maxLength: 30 });
    fc.assert(
      fc.property(characters, fc.nat(35), (parts, count) => {
        // Signs that join with their neighbours are one: what counts is that the first part and the rest make the same characters.
        const text = parts.join(" ");
        const end = characterEnd(text, count);
        const graphemes = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
        expect(text.slice(0, end)).toBe(
          graphemes
            .slice(0, count)
            .map(({ segment }) => segment)
            .join(""),
        );
      }),
    );
  });
});

it("marks beyond three on one letter go, and nothing else", () => {
  expect(withoutStackedMarks(`x${"\u0489".repeat(20)} y\u0301 ${family}\n`)).toBe(`x\u0489\u0489\u0489 y\u0301 ${family}\n`);
});

import type { RecordingSummary } from "@frontrow/sdk/client";
import { expect, it } from "vitest";
import { markedWords } from "./marked-words.ts";
import { keptText, libraryReasonOf, recordedWhen, recordingName, sentence } from "./words.ts";

const HOUR_MS = 3_600_000;
const recording: RecordingSummary = {
  recordingId: "r",
  broadcast: { handle: "ana", roomId: "1" },
  fromMs: 0,
  toMs: 2 * HOUR_MS,
  items: 1,
  isGrowing: false,
};

it("calls a recording as the desk does, else as its creator", () => {
  expect(recordingName(recording)).toBe("@ana");
  expect(recordingName({ ...recording, broadcast: { handle: "ana", roomId: "1", nickname: "Ana 🎨" } })).toBe("Ana 🎨");
  expect(recordingName({ ...recording, name: "Launch" })).toBe("Launch");
});

it("says how long a recording is kept, and what would change that", () => {
  expect(keptText({ ...recording, isPinned: true }, 0)).toContain("unpins");
  expect(keptText({ ...recording, untilMs: 86_400_000 }, 0)).toContain("pin it");
  expect(keptText({ ...recording, isSample: true }, 0)).toContain("Frontrow");
  expect(keptText({ ...recording, deletedAtMs: 1_000 }, 1_000 + HOUR_MS / 2)).toBe(
    "Deleted. It can be restored for 30 min more.",
  );
  expect(keptText({ ...recording, deletedAtMs: 1_000 }, 1_000 + 2 * HOUR_MS)).toBe("Deleted.");
});

it("gives a sample no day", () => {
  expect(recordedWhen({ ...recording, isSample: true })).toBe("2 h");
  expect(recordedWhen(recording)).toMatch(/1970.* · 2 h$/);
});

it("has a sentence for whatever goes wrong", () => {
  expect(libraryReasonOf("LIBRARY_FULL")).toContain("Delete");
  expect(libraryReasonOf("WHATEVER")).toBe("That did not work.");
});

it("marks what was looked for where a word begins with it, in any case and script, whatever it is made of", () => {
  const found = (text: string, words: string) =>
    markedWords(text, words)
      .filter(({ isFound }) => isFound)
      .map((piece) => piece.text);
  expect(found("Gold leaf, GOLDEN and marigold", "gold")).toEqual(["Gold", "GOLD"]);
  expect(found("متى البث القادم", "البث")).toEqual(["البث"]);
  expect(found("what (really?) happens", "(really?)")).toEqual(["(really?)"]);
  expect(found("a+b", ".*")).toEqual([]);
  const pieces = markedWords("one two three", "two three");
  expect(pieces.map((piece) => piece.text).join("")).toBe("one two three");
  expect(markedWords("", "x")).toEqual([{ text: "", isFound: false }]);
});

it("says what a server says as a sentence", () => {
  expect(["line 12 is not JSON", "Done.", ""].map(sentence)).toEqual(["Line 12 is not JSON.", "Done.", ""]);
});

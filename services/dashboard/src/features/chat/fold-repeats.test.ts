import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendChat, emptyChat } from "../../live/chat-log.ts";
import { chat } from "../../live/samples.ts";
import { foldRepeats } from "./fold-repeats.ts";

const rowsOf = (...texts: string[]) =>
  appendChat(
    emptyChat,
    texts.map((text, place) => chat(String(place), { text })),
  ).rows;
const counts = (...texts: string[]) => foldRepeats(rowsOf(...texts)).map(({ first, count }) => [first.text, count]);

describe("messages that follow each other and say the same", () => {
  it("are one row that counts, whatever their case and however drawn out", () => {
    expect(counts("gg", "GG", "gggggg", "hello")).toEqual([
      ["gg", 3],
      ["hello", 1],
    ]);
    expect(counts("nooo", "no", "NOOOOO!", "no")).toEqual([
      ["nooo", 2],
      ["NOOOOO!", 1],
      ["no", 1],
    ]);
    expect(counts("😂", "😂😂😂😂", "so  good", "So good")).toEqual([
      ["😂", 2],
      ["so  good", 2],
    ]);
  });
  it("are not confused with what is only spelt alike", () => {
    expect(counts("good", "god")).toHaveLength(2);
    expect(counts("100", "1000", "10000")).toHaveLength(3);
  });
  it("are not folded over another message, and not when they say nothing", () => {
    expect(counts("gg", "hello", "gg")).toHaveLength(3);
    expect(counts("", "", " ")).toHaveLength(3);
  });
  it("tell how many people they are from", () => {
    const said = ["ana", "ana", "ben"].map((id, place) => {
      const event = chat(String(place), { text: "gg" });
      return { ...event, user: event.user && { ...event.user, id } };
    });
    expect(foldRepeats(appendChat(emptyChat, said).rows)).toMatchObject([{ count: 3, people: 2 }]);
  });
});

it("loses no message, keeps their order, and gives each row an id of its own", () => {
  const texts = fc.array(fc.constantFrom("gg", "GG", "ggg", "no", "nooo", "hi", ""), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (said) => {
      const rows = rowsOf(...said);
      const folded = foldRepeats(rows);
      expect(folded.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      let next = 0;
      for (const { id, first, last, count } of folded) {
        expect([id, first, last]).toEqual([rows[next]?.id, rows[next], rows[next + count - 1]]);
        next += count;
      }
    }),
  );
});

it("hands on the rows that did not change, as the same objects", () => {
  const before = foldRepeats(rowsOf("hi", "gg"));
  const log = appendChat({ rows: before.map(({ first }) => first), questions: [] }, [chat("9", { text: "GG" })]);
  const after = foldRepeats(log.rows, before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toMatchObject({ id: "1", count: 2 });
});

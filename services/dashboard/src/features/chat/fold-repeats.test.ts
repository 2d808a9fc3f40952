import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendChat, emptyChat, removeModerated } from "../../live/chat-log.ts";
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
  it("are one row when they are the same stickers, and never the host's", () => {
    const rose = { id: "rose", imageUrl: "" };
    const host = { ...chat("x").user, isHost: true } as ReturnType<typeof chat>["user"];
    const { rows } = appendChat(emptyChat, [
      chat("a", { text: "", emotes: [rose] }),
      chat("b", { text: "", emotes: [rose] }),
      chat("c", { text: "", emotes: [{ id: "other", imageUrl: "" }] }),
      chat("d", { text: "gg" }),
      chat("e", { text: "gg", user: host }),
      chat("f", { text: "gg" }),
    ]);
    expect(foldRepeats(rows).map(({ id, count }) => [id, count])).toEqual([
      ["a", 2],
      ["c", 1],
      ["d", 1],
      ["e", 1],
      ["f", 1],
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

it("folds a chat that grows and forgets as it folds the same chat at once", () => {
  const said = fc.array(fc.constantFrom("gg", "GG", "no", "nooo", "hi"), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(said, fc.integer({ min: 1, max: 12 }), (texts, most) => {
      const rows = rowsOf(...texts);
      let folded = foldRepeats([]);
      for (let until = 1; until <= rows.length; until += 1) {
        const kept = rows.slice(Math.max(0, until - most), until);
        folded = foldRepeats(kept, folded);
        expect(folded).toEqual(foldRepeats(kept));
      }
    }),
  );
});

it("parts a wave whose middle was taken away by moderation", () => {
  const log = { rows: rowsOf("gg", "gg", "gg"), questions: [] };
  const before = foldRepeats(log.rows);
  const gone = removeModerated(log, [{ type: "moderation", id: "m", atMs: 1, sentAtMs: 1, userIds: [], eventIds: ["1"] }]);
  expect(foldRepeats(gone.rows, before).map(({ id, count }) => [id, count])).toEqual([
    ["0", 1],
    ["1", 1],
    ["2", 1],
  ]);
});

it("hands on the rows that did not change, as the same objects", () => {
  const before = foldRepeats(rowsOf("hi", "gg"));
  const log = appendChat({ rows: before.map(({ first }) => first), questions: [] }, [chat("9", { text: "GG" })]);
  const after = foldRepeats(log.rows, before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toMatchObject({ id: "1", count: 2 });
});

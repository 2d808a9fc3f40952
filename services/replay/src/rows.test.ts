import type { Insight } from "@frontrow/protocol/insight";
import type { RecordedItem } from "@frontrow/recording/recording";
import { describe, expect, it } from "vitest";
import { rowsOf, saidOf } from "./rows.ts";

const item = (n: number, event: object): RecordedItem => {
  const value = { id: `e${n}`, atMs: n, sentAtMs: n, ...event } as RecordedItem["value"];
  return { item: n, next: n + 1, dueMs: n, value, text: JSON.stringify(value) } as RecordedItem;
};
const chats = Array.from({ length: 100 }, (_, n) => item(n, { type: "chat", text: "hi", question: false, questionPriority: 0 }));
const questions = Array.from({ length: 20 }, (_, n) =>
  item(200 + n, { type: "chat", text: "why?", question: true, questionPriority: n % 6 }),
);
const big = item(300, { type: "gift", streakOpen: false, diamonds: 500 });
const raid = item(301, { type: "battle", state: "open" });

describe("a sample of rows", () => {
  it("has few of what is many, all of what is big or rare, and counts the rest", () => {
    const { items, leftOut } = rowsOf([...chats, ...questions, big, raid], true);
    expect(items.filter((one) => chats.includes(one))).toHaveLength(8);
    expect(items).toEqual(expect.arrayContaining([big, raid]));
    expect(leftOut).toEqual({ chat: 92 + 16 });
  });

  it("has the questions that matter most, in their order", () => {
    const { items } = rowsOf([...questions], true);
    expect(items.map(({ item: n }) => n)).toEqual([204, 205, 211, 217]);
  });

  it("is all where there are few, and at a speed at which rows are read", () => {
    const few = [...chats.slice(0, 8), ...questions.slice(0, 4), big];
    expect(rowsOf(few, true)).toEqual({ items: few, leftOut: {} });
    expect(rowsOf([...chats, ...questions], false).items).toHaveLength(120);
  });
});

it("says at such a speed which questions matter most, and no firsts", () => {
  const asked = Array.from({ length: 10 }, (_, n) => ({ type: "questionDetected", id: `q${n}`, priority: n % 6 }) as Insight);
  const first = { type: "moment", kind: "firstChat", id: "f" } as Insight;
  const spike = { type: "spike", id: "s" } as Insight;
  expect(saidOf([...asked, first, spike], true)).toEqual([asked[3], asked[4], asked[5], asked[9], spike]);
  expect(saidOf([...asked, first, spike], false)).toHaveLength(12);
});

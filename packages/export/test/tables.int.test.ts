import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, type FoldState } from "@frontrow/audience/state";
import type { Insight } from "@frontrow/protocol/insight";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { exported, recorded, rowsOf, START_MS } from "./recorded.ts";

/** What people write to break what reads it. */
const hostile = [
  "=1+1",
  '  =HYPERLINK("http://x")',
  "\t=1",
  "\u200B=1",
  "+49 170",
  "-2",
  "@SUM(A1)",
  "＝1+1",
  "\r=1",
  "\n@x",
  'she said "no", twice',
  "two\nlines",
  "two\r\nlines, and\ra return",
  "\u202Egnirts",
  "שלום, עולם",
  "👨‍👩‍👧🇫🇷",
  "nul\0 in it",
  "'quoted",
  " blanks around ",
  ";,\t|",
  "",
  "\uD800 half",
];

const mood = { language: "en", sentiment: -0.25, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (n: number, text: string, by = "nina", more: object = {}): FoldItem => {
  const atMs = START_MS + n * 1_000;
  return { type: "chat", id: `c${n}`, atMs, sentAtMs: atMs, text, user: userNamed(by), ...mood, ...more };
};
const gift = (n: number, streakId: string, count: number, streakOpen: boolean, more: object = {}): FoldItem => {
  const atMs = START_MS + n * 1_000;
  const what = { giftId: "1", name: "Rose", diamondsEach: 5, diamonds: 5 * count, count, streakId, streakOpen };
  return { type: "gift", id: `g${n}`, atMs, sentAtMs: atMs, user: userNamed("giver"), ...what, ...more };
};

/** A spreadsheet's rule: what a cell begins with, once blanks and what is not seen are gone, decides whether it is computed. */
function expectNoFormula(rows: readonly Record<string, string>[]): void {
  for (const cell of rows.flatMap((row) => Object.values(row))) {
    if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell)) continue;
    expect(cell.replace(/^[\p{Z}\p{Cc}\p{Cf}]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/u);
    expect(cell).not.toMatch(/^[\t\r\n]|\0/);
  }
}

/** The text that a cell stands for. */
const textIn = (cell: string, text: string): string => (cell.startsWith("'") && !text.startsWith("'") ? cell.slice(1) : cell);

/** A broadcast with some of everything, the same for the same seed. */
function broadcastOf(items: number, seed = 1): FoldItem[] {
  const random = seededRandom(seed);
  const made: FoldItem[] = [{ type: "sourceOpened", atMs: START_MS, roomId: "7", hostId: "host" }];
  let streak = 0;
  for (let n = 1; n < items; n++) {
    const who = `viewer${Math.floor(random() * 40)}`;
    const kind = random();
    if (kind < 0.5) made.push(chat(n, hostile[n % hostile.length] as string, who));
    else if (kind < 0.6)
      made.push(chat(n, `where is number ${Math.floor(random() * 30)} from?`, who, { question: true, questionPriority: 3 }));
    else if (kind < 0.8) {
      const guest = random() < 0.2 ? { receiver: { id: "guest", handle: "guest", nickname: "Guest", avatarUrl: "" } } : {};
      made.push(gift(n, `s${streak}`, 1 + Math.floor(random() * 9), random() < 0.6, { user: userNamed(who), ...guest }));
      if (random() < 0.5) streak++;
    } else if (kind < 0.9) made.push({ type: "tick", atMs: START_MS + n * 1_000 });
    else
      made.push({
        type: "follow",
        id: `f${n}`,
        atMs: START_MS + n * 1_000,
        sentAtMs: START_MS + n * 1_000,
        user: userNamed(who),
      });
  }
  made.push({ type: "sourceClosed", atMs: START_MS + items * 1_000, reason: "ended" });
  return made;
}

function folded(items: readonly FoldItem[]): { state: FoldState; insights: Insight[] } {
  const state = createFold();
  const insights: Insight[] = [];
  foldItems(state, items, insights);
  return { state, insights };
}

describe("messages as a table", () => {
  it("are the recording's to the last row, whatever people write, and nothing that a spreadsheet computes", async () => {
    const items = hostile.flatMap((text, n) => [chat(2 * n, text, "nina", { user: userNamed("x", { nickname: text }) })]);
    const { text } = await exported(await recorded(items), "chats");
    const rows = rowsOf(text);
    expectNoFormula(rows);
    const readable = (said: string) => said.replaceAll("\0", "\uFFFD").replaceAll("\uD800", "\uFFFD");
    expect(rows.map((row, n) => textIn(row["text"] ?? "", hostile[n] ?? ""))).toEqual(hostile.map(readable));
    expect(rows.map((row, n) => textIn(row["nickname"] ?? "", hostile[n] ?? ""))).toEqual(hostile.map(readable));
    expect(rows[1]).toMatchObject({ time: "2023-11-14T22:13:22.000Z", seconds: "2", sentiment: "-0.25", is_follower: "no" });
  });

  it("count from the zero mark, and are less than 0 before it", async () => {
    const { text } = await exported(await recorded([chat(0, "a"), chat(5, "b")]), "chats", { zeroMs: START_MS + 2_500 });
    expect(rowsOf(text).map(({ seconds }) => seconds)).toEqual(["-2.5", "2.5"]);
  });

  it.each([true, false])("are without what moderation removed, also before it did (indexed: %s)", async (isIndexed) => {
    const items: FoldItem[] = [
      chat(0, "kept"),
      chat(1, "removed by id"),
      chat(2, "removed by user", "troll"),
      {
        type: "moderation",
        id: "m",
        atMs: START_MS + 3_000,
        sentAtMs: START_MS,
        eventIds: ["c1"],
        userIds: [userNamed("troll").id],
      },
      chat(4, "said later", "troll"),
    ];
    const { text, progress } = await exported(await recorded(items, { isIndexed }), "chats");
    expect(rowsOf(text).map((row) => [row["text"], row["removed"]])).toEqual([
      ["kept", "no"],
      ["", "yes"],
      ["", "yes"],
      ["said later", "no"],
    ]);
    expect(text).not.toContain("removed by");
    expect(progress.at(-1)).toEqual(isIndexed ? [5, 5] : [10, 10]);
  });

  it("is a head alone where nobody wrote, and where nothing was recorded", async () => {
    for (const items of [[{ type: "tick", atMs: START_MS } as const], []])
      expect(rowsOf((await exported(await recorded(items), "chats")).text)).toEqual([]);
  });
});

describe("gifts as a table", () => {
  it.each([1, 2, 3])("add up to the fold's totals, guests' apart (%s)", async (seed) => {
    const items = broadcastOf(1_500, seed);
    const { state } = folded(items);
    const rows = rowsOf((await exported(await recorded(items, { isIndexed: false }), "gifts")).text);
    const sum = (name: string, of: typeof rows) => of.reduce((total, row) => total + Number(row[name]), 0);
    const toHost = rows.filter((row) => row["receiver_id"] === "");
    const toGuests = rows.filter((row) => row["receiver_id"] !== "");
    expect([sum("count", toHost), sum("diamonds", toHost)]).toEqual([state.gifts.gifts, state.gifts.diamonds]);
    expect([sum("count", toGuests), sum("diamonds", toGuests)]).toEqual([state.gifts.guestGifts, state.gifts.guestDiamonds]);
    expect(sum("diamonds", toGuests)).toBeGreaterThan(0);
    expectNoFormula(rows);
  });

  it("have a streak once, with all of its items, also one whose end never came, or has not come yet", async () => {
    const items = [
      ...[gift(0, "a", 1, true), gift(1, "a", 2, true), gift(2, "a", 3, false)],
      ...[gift(10, "b", 7, true), chat(40, "long after")],
      ...[gift(41, "c", 2, true)],
    ];
    const rows = rowsOf((await exported(await recorded(items), "gifts")).text);
    expect(rows.map((row) => [row["seconds"], row["gift"], row["count"], row["diamonds_each"], row["diamonds"]])).toEqual([
      ["2", "Rose", "3", "5", "15"],
      ["20", "Rose", "7", "5", "35"],
      ["41", "Rose", "2", "5", "10"],
    ]);
  });
});

describe("questions as a table", () => {
  it("are those that the fold detected, as it said them last, with what the desk did about them", async () => {
    const items = broadcastOf(900);
    const { insights } = folded(items);
    const last = new Map(insights.flatMap((one) => (one.type === "questionDetected" ? [[one.id, one] as const] : [])));
    const first = [...last.keys()][0] as string;
    const answers = { [first]: { status: "answered", atMs: START_MS + 90_000 } } as const;
    const rows = rowsOf((await exported(await recorded(items), "questions", { answers })).text);
    expect(rows.map((row) => [row["question_id"], row["text"], Number(row["asked"]), Number(row["priority"])])).toEqual(
      [...last.values()].map(({ id, text, count, priority }) => [id, text, count, priority]),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows[0]).toMatchObject({ status: "answered", settled_seconds: "90" });
    expect(rows[1]).toMatchObject({ status: "open", settled: "", settled_seconds: "" });
  });
});

describe("viewers and the report as tables", () => {
  it.each([true, false])("are what the fold counted (indexed: %s)", async (isIndexed) => {
    const items = broadcastOf(900);
    const { state } = folded(items);
    const totals = metricsOf(state);
    const blob = await recorded(items, { isIndexed });
    const { text, progress } = await exported(blob, "viewers");
    const people = rowsOf(text);
    const sum = (name: string) => people.reduce((total, row) => total + Number(row[name]), 0);
    expect([sum("chats"), sum("gifts"), sum("diamonds")]).toEqual([totals.chats, totals.gifts, totals.diamonds]);
    expect(people).toHaveLength(totals.uniqueViewers);
    expectNoFormula(people);
    const [done, total] = progress.at(-1) ?? [];
    expect(done).toBe(total);

    const figures = rowsOf((await exported(blob, "report")).text);
    const totalOf = (name: string) =>
      Number(figures.find((row) => row["section"] === "totals" && row["name"] === name)?.["value"]);
    expect([totalOf("chats"), totalOf("diamonds"), totalOf("unique_viewers")]).toEqual([
      totals.chats,
      totals.diamonds,
      totals.uniqueViewers,
    ]);
    expectNoFormula(figures);
  });
});

describe("minutes as a table", () => {
  it.each([true, false])("are those of the index, whose parts add up to the totals (indexed: %s)", async (isIndexed) => {
    const items = broadcastOf(900);
    const totals = metricsOf(folded(items).state);
    const rows = rowsOf((await exported(await recorded(items, { isIndexed }), "minutes")).text);
    for (const name of ["chats", "gifts", "diamonds", "follows", "questions"] as const) {
      expect(rows.reduce((sum, row) => sum + Number(row[name]), 0)).toBe(totals[name]);
      expect(Number(rows.at(-1)?.[`${name}_total`])).toBe(totals[name]);
    }
    expect(rows).toHaveLength(16);
    expect(rows.at(-1)).toMatchObject({ unique_viewers: String(totals.uniqueViewers) });
  });
});

import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import {
  appendChat,
  CHAT_LIMIT,
  emptyChat,
  hasRow,
  markFirsts,
  markQuestions,
  QUESTION_LIMIT,
  removeModerated,
} from "./chat-log.ts";
import { chat } from "./samples.ts";

const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
const many = (count: number, more = {}) => Array.from({ length: count }, (_, index) => chat(`c${index}`, more));
const detected = (eventId: string, priority: number) =>
  ({ type: "questionDetected", id: `q-${eventId}`, eventId, atMs: 1, text: "why?", priority }) as const;

describe("the chat", () => {
  it("shows a message once, however often it arrives", () => {
    const log = appendChat(appendChat(emptyChat, [chat("a"), chat("b"), chat("a")]), [chat("b"), chat("c")]);
    expect(ids(log.rows)).toEqual(["a", "b", "c"]);
  });
  it("stays the same object when nothing is new, so that nothing is drawn again", () => {
    const log = appendChat(emptyChat, [chat("a")]);
    expect(appendChat(log, [chat("a")])).toBe(log);
  });
  it("has rows with all that is shown of a message", () => {
    const said = chat("a", { sentiment: 0.5, questionPriority: 2, atMs: 7 });
    expect(appendChat(emptyChat, [said]).rows).toEqual([
      {
        id: "a",
        atMs: 7,
        user: said.user,
        text: "text of a",
        emotes: [],
        sentiment: 0.5,
        isQuestion: false,
        priority: 2,
        isFirst: false,
        isRemoved: false,
      },
    ]);
  });
  it("has rows for stickers: among words, alone, and as messages of their own, with a picture or without", () => {
    const [rose, wave] = [
      { id: "rose", imageUrl: "https://p16.tiktokcdn.com/rose.webp", at: 2 },
      { id: "wave", imageUrl: "" },
    ];
    const base = { atMs: 1, sentAtMs: 1, user: userNamed("ana") };
    const log = appendChat(emptyChat, [
      chat("a", { text: "hi", emotes: [rose, wave] }),
      chat("b", { text: "", emotes: [rose] }),
      { ...base, id: "c", type: "emote", emoteIds: ["rose"], emotes: [rose] },
      { ...base, id: "d", type: "emote", emoteIds: ["old"] },
    ]);
    expect(log.rows.map(({ text, emotes }) => [text, ...emotes.map(({ id }) => id)])).toEqual([
      ["hi", "rose", "wave"],
      ["", "rose"],
      ["", "rose"],
      ["", "old"],
    ]);
    expect(log.questions).toEqual([]);
  });
  it("tells of arrivals that TikTok announces, and of no others", () => {
    const member = { type: "member", atMs: 1, sentAtMs: 1, user: userNamed("big") } as const;
    const events = [{ ...member, id: "a", entrance: { kind: "gifterLevel", level: 31 } } as const, { ...member, id: "b" }];
    expect(appendChat(emptyChat, events.filter(hasRow)).rows).toMatchObject([
      { id: "a", user: { id: "big" }, entrance: { kind: "gifterLevel", level: 31 }, text: "" },
    ]);
  });
  it("keeps what the host asks out of the questions", () => {
    const host = userNamed("host", { isHost: true });
    const log = appendChat(emptyChat, [chat("a", { question: true, user: host }), chat("b", { question: true })]);
    expect(ids(log.questions)).toEqual(["b"]);
    expect(log.rows[0]).toMatchObject({ isQuestion: false, user: { isHost: true } });
  });
  it("marks first messages, of questions too, and draws nothing again that is marked already", () => {
    const log = appendChat(emptyChat, [chat("a", { question: true }), chat("b")]);
    const marked = markFirsts(log, ["a", "gone"]);
    expect(marked.rows.map(({ isFirst }) => isFirst)).toEqual([true, false]);
    expect(marked.questions.map(({ isFirst }) => isFirst)).toEqual([true]);
    expect(markFirsts(marked, ["a"])).toBe(marked);
    expect(markFirsts(log, ["gone"])).toBe(log);
  });
  it("marks the first message that is a question only, when its row has scrolled out of memory", () => {
    const log = appendChat(appendChat(emptyChat, [chat("first", { question: true })]), many(CHAT_LIMIT));
    const marked = markFirsts(log, ["first"]);
    expect(marked.rows).toBe(log.rows);
    expect(marked.questions[0]?.isFirst).toBe(true);
  });
  it("forgets the oldest above its limit", () => {
    const log = appendChat(emptyChat, many(CHAT_LIMIT + 3));
    expect(log.rows).toHaveLength(CHAT_LIMIT);
    expect(log.rows[0]?.id).toBe("c3");
  });
  it("hides what moderation removed, by message and by person, and keeps its row", () => {
    const moderation = { id: "m", type: "moderation", atMs: 1, sentAtMs: 1, eventIds: ["a"], userIds: ["bo"] } as const;
    const bo = { ...chat("x").user, id: "bo" } as ReturnType<typeof chat>["user"];
    const log = appendChat(emptyChat, [chat("a", { question: true }), chat("b", { user: bo }), chat("c")]);
    const after = removeModerated(log, [{ ...moderation, eventIds: ["a"], userIds: ["bo"] }]);
    expect(after.rows.map((row) => [row.id, row.isRemoved, row.text])).toEqual([
      ["a", true, ""],
      ["b", true, ""],
      ["c", false, "text of c"],
    ]);
    expect(after.questions[0]?.isRemoved).toBe(true);
  });
});

describe("the questions", () => {
  it("are picked from the chat, and from TikTok's own questions", () => {
    const asked = { ...chat("b"), type: "question" } as const;
    expect(ids(appendChat(emptyChat, [chat("a"), asked, chat("c", { question: true })]).questions)).toEqual(["b", "c"]);
  });
  it("outlive the chat around them, up to their own limit", () => {
    const log = appendChat(appendChat(emptyChat, [chat("first", { question: true })]), many(CHAT_LIMIT));
    expect(ids(log.rows)).not.toContain("first");
    expect(ids(log.questions)).toEqual(["first"]);
    expect(appendChat(emptyChat, many(QUESTION_LIMIT + 1, { question: true })).questions).toHaveLength(QUESTION_LIMIT);
  });
  it("are marked when the fold finds them, once, wherever their row is", () => {
    const log = appendChat(emptyChat, [chat("a")]);
    const marked = markQuestions(markQuestions(log, [detected("a", 3), detected("gone", 5)]), [detected("a", 4)]);
    expect(marked.rows[0]).toMatchObject({ isQuestion: true, priority: 4 });
    expect(marked.questions.map((row) => [row.id, row.priority])).toEqual([
      ["a", 4],
      ["gone", 5],
    ]);
  });
  it("stay as they are when they are found again, and keep their mood when their priority changes", () => {
    const log = appendChat(emptyChat, [chat("a", { question: true, questionPriority: 3, sentiment: -0.5 })]);
    const again = markQuestions(log, [detected("a", 3)]);
    expect(again.rows).toBe(log.rows);
    expect(again.questions).toBe(log.questions);
    const gone = appendChat(log, many(CHAT_LIMIT));
    expect(markQuestions(gone, [detected("a", 5)]).questions).toMatchObject([{ id: "a", priority: 5, sentiment: -0.5 }]);
  });
  it("that have scrolled out of memory are rows with what is known of them, after those that are held", () => {
    const log = appendChat(emptyChat, [chat("a", { question: true })]);
    const { user } = chat("x");
    const found = markQuestions(log, [{ ...detected("gone", 4), ...(user ? { user } : {}) }]);
    expect(found.questions.map(({ id }) => id)).toEqual(["a", "gone"]);
    expect(found.questions[1]).toEqual({
      id: "gone",
      atMs: 1,
      user,
      text: "why?",
      emotes: [],
      sentiment: 0,
      isQuestion: true,
      priority: 4,
      isFirst: false,
      isRemoved: false,
    });
  });
});

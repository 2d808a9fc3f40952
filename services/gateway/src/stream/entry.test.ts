import { decodeCursor } from "@frontrow/protocol/cursor";
import type { LogEntry } from "@frontrow/protocol/entry";
import { describe, expect, it } from "vitest";
import { deskHalf, PreparedEntry } from "./entry.ts";

const log = "ses_aaaaaaaaaaaaaaaaaaaaaaaaaa" as LogEntry["log"];
const desk = { log: "dsk_aaaaaaaaaaaaaaaaaaaaaaaaaa" as LogEntry["log"], epoch: 1, id: "9-0", stamp: "gateway:x:1" };
const entryOf = (items: object[], kind: LogEntry["kind"] = "events"): LogEntry => ({
  log,
  epoch: 1,
  id: "5-0",
  previous: "4-0",
  stamp: "ingest:7:1",
  kind,
  data: JSON.stringify(items),
});
const reader = { cursor: deskHalf({ desk }), desk: { language: "en" } } as const;
const chat = { type: "chat", id: "c", text: "é 😀" };
const like = { type: "like", id: "l", total: 4 };

/** The text frames in a buffer. */
function framesIn(buffer: Buffer | undefined): Record<string, unknown>[] {
  const frames: Record<string, unknown>[] = [];
  for (let at = 0; buffer && at < buffer.length; ) {
    expect(buffer[at]).toBe(0x81);
    const short = buffer[at + 1] as number;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
    frames.push(JSON.parse(buffer.toString("utf8", at + header, at + header + length)));
    at += header + length;
  }
  return frames;
}

describe("a prepared entry", () => {
  it("is one frame with the stored items as they are, made once", () => {
    const prepared = new PreparedEntry(entryOf([chat, like]));
    expect(framesIn(prepared.batched)).toEqual([
      { log, epoch: 1, id: "5-0", stamp: "ingest:7:1", kind: "events", items: [chat, like] },
    ]);
    expect(prepared.batched).toBe(prepared.batched);
  });

  it("is a frame an item in the plain dialect, each with both cursors", () => {
    const frames = framesIn(new PreparedEntry(entryOf([chat, like])).plain(reader));
    expect(frames).toMatchObject([
      { type: "chat", data: { id: "c", text: "é 😀" } },
      { type: "like", data: { id: "l", total: 4 } },
    ]);
    const [first, last] = frames.map(({ pos }) => decodeCursor(String(pos)));
    expect(first).toEqual({ desk, session: { log, epoch: 1, id: "5-0", stamp: "ingest:7:1", items: 1 } });
    expect(last).toEqual({ desk, session: { log, epoch: 1, id: "5-0", stamp: "ingest:7:1" } });
  });

  it("begins in the middle for whoever has its first items", () => {
    const prepared = new PreparedEntry(entryOf([chat, like]));
    expect(framesIn(prepared.plain(reader, 1))).toMatchObject([{ type: "like" }]);
    expect(prepared.plain(reader, 2)).toBeUndefined();
  });

  it("leaves out what has a lane for a socket that is behind, and counts it", () => {
    const member = { type: "member", id: "m" };
    const prepared = new PreparedEntry(entryOf([like, chat, member, { type: "roomUser", viewers: 3 }]));
    expect(prepared.coalesced.omitted).toEqual({ likes: 1, joins: 1, viewers: 1 });
    expect(framesIn(prepared.coalesced.batched)[0]?.["items"]).toEqual([chat]);
    const [frame] = framesIn(prepared.plain(reader, 0, true));
    expect(frame).toMatchObject({ type: "chat" });
    expect(decodeCursor(String(frame?.["pos"]))?.session?.items).toBe(2);
  });

  it("keeps an arrival that TikTok announces for a socket that is behind", () => {
    const announced = { type: "member", id: "a", entrance: { kind: "gifterLevel", level: 30 } };
    const prepared = new PreparedEntry(entryOf([{ type: "member", id: "m" }, announced]));
    expect(prepared.coalesced.omitted).toEqual({ joins: 1 });
    expect(framesIn(prepared.coalesced.batched)[0]?.["items"]).toEqual([announced]);
  });

  it("leaves out boards that are said whole later, and nothing of what is said once", () => {
    const boards = ["metrics", "leaderboard", "scores", "conversation", "viewerUpdate"].map((type) => ({ type }));
    const once = [
      { type: "questionDetected", id: "q" },
      { type: "spike", id: "s", kind: "spike", fromMs: 0, toMs: 1, lanes: [] },
      { type: "moment", id: "m", kind: "raid", params: {} },
      { type: "automatedPrompt", id: "p", trigger: "raid", params: {} },
    ];
    const prepared = new PreparedEntry(entryOf([...boards, ...once], "insights"));
    expect(prepared.coalesced.omitted).toEqual({ metrics: 5 });
    expect(framesIn(prepared.coalesced.batched)[0]?.["items"]).toEqual(once);
    expect(framesIn(prepared.plain(reader, 0, true)).map(({ type }) => type)).toEqual(once.map(({ type }) => type));
  });

  it("words what people read in the reader's language, once a language", () => {
    const params = { name: "Zoé", gift: "Rose", diamonds: 1 };
    const prompt = { type: "automatedPrompt", id: "p1", trigger: "thankGifter", priority: 3, atMs: 1, untilMs: 2, params };
    const moment = { type: "moment", id: "m1", kind: "firstGift", atMs: 1, params };
    const prepared = new PreparedEntry(entryOf([prompt, moment, { type: "metrics", chats: 1 }], "insights"));
    const textsFor = (language: "en" | "fr") =>
      framesIn(prepared.plain({ ...reader, desk: { language } })).map(({ data }) => data as Record<string, unknown>);
    const [english, french] = [textsFor("en"), textsFor("fr")];
    for (const [said, title] of [english[0], french[0]].map((data) => [data, data?.["reason"]])) {
      expect(said).toMatchObject({ id: "p1", params, text: expect.stringContaining("Zoé") });
      expect(title).toEqual(expect.any(String));
    }
    expect(english[1]).toMatchObject({ id: "m1", text: expect.stringContaining("Rose") });
    expect(english[0]?.["text"]).not.toBe(french[0]?.["text"]);
    expect(english[1]?.["text"]).not.toBe(french[1]?.["text"]);
    expect(textsFor("en")).toEqual(english);
    // The batched dialect forwards what is stored.
    expect(framesIn(prepared.batched)[0]?.["items"]).toEqual([prompt, moment, { type: "metrics", chats: 1 }]);
  });

  it("does not ask a desk to answer what it has answered", () => {
    const params = { name: "Al", question: "How?", waitedSeconds: 9, count: 1 };
    const prompt = { type: "automatedPrompt", id: "p1", trigger: "openQuestion", questionId: "q1", params };
    const prepared = new PreparedEntry(entryOf([prompt, { type: "metrics", chats: 1 }], "insights"));
    const typesFor = (answers: object) =>
      framesIn(prepared.plain({ ...reader, desk: { language: "en", answers: answers as never } })).map(({ type }) => type);
    expect(typesFor({ q1: { status: "answered", atMs: 1 } })).toEqual(["metrics"]);
    expect(typesFor({ q2: { status: "answered", atMs: 1 } })).toEqual(["automatedPrompt", "metrics"]);
  });

  it("leaves out nothing of chat, gifts and questions", () => {
    const items = [chat, { type: "gift", id: "g" }, { type: "question", id: "q" }, { type: "gap", id: "x" }];
    const prepared = new PreparedEntry(entryOf(items));
    expect(prepared.coalesced).toEqual({ batched: prepared.batched, omitted: {} });
    const detected = new PreparedEntry(
      entryOf(
        [
          { type: "questionDetected", id: "q" },
          { type: "metrics", chats: 1 },
        ],
        "insights",
      ),
    );
    expect(framesIn(detected.coalesced.batched)[0]?.["items"]).toEqual([{ type: "questionDetected", id: "q" }]);
  });

  it("is nothing when every item may be left out", () => {
    const prepared = new PreparedEntry(
      entryOf(
        [
          { type: "metrics", chats: 1 },
          { type: "leaderboard", gifters: [] },
        ],
        "insights",
      ),
    );
    expect(prepared.coalesced).toEqual({ batched: undefined, omitted: { metrics: 2 } });
    expect(prepared.plain(reader, 0, true)).toBeUndefined();
  });

  it("writes lengths of all sizes", () => {
    for (const length of [10, 200, 70_000]) {
      const long = { type: "chat", id: "c", text: "x".repeat(length) };
      expect(framesIn(new PreparedEntry(entryOf([long])).plain(reader))).toMatchObject([{ data: { text: long.text } }]);
      expect(framesIn(new PreparedEntry(entryOf([long])).batched)).toMatchObject([{ items: [long] }]);
    }
  });
});

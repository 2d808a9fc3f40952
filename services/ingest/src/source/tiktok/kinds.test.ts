import { buildFrame } from "@frontrow/simulator/wire/frame";
import type { MessageContent } from "@frontrow/simulator/wire/message";
import { describe, expect, it } from "vitest";
import { createContext } from "../../normalize/context.ts";
import { normalize } from "../../normalize/normalize.ts";
import { decodeFrame } from "./frames.ts";

const annotate = () => ({ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 }) as const;
const [host, ann, max] = [
  { id: "7", handle: "lena", nickname: "Lena", isHost: true },
  { id: "68", handle: "ann", nickname: "Ann", gifterLevel: 31, fanLevel: 12 },
  { id: "9", handle: "max", nickname: "Max" },
];
const imageUrl = "https://p16.example/a.webp";

/** What becomes of these messages in one frame of the simulator's, decoded by the library, in a room whose host is known. */
function eventsOf(...contents: MessageContent[]) {
  const messages = contents.map((content, index) => ({
    ...content,
    msgId: String(100 + index),
    createTimeMs: 1_700_000_000_000,
  }));
  const frame = buildFrame(messages, { roomId: "1", logId: 1, gzip: true });
  const context = createContext(annotate, { id: "7" });
  const decoded = decodeFrame(frame, (what) => expect(what).toBeUndefined()).messages;
  return decoded.map((message) => normalize(message, 1, context));
}

describe("over the wire, by an encoder of its own", () => {
  it("gifts have their receiver, their picture, and one streak for all of their messages", () => {
    const gift = { id: 5655, name: "Rose", diamonds: 99, streakable: false, combo: true, imageUrl };
    const sent = { type: "gift", user: ann, gift, groupId: "42" } as const;
    const events = eventsOf(
      { ...sent, repeatCount: 1, repeatEnd: false, toMember: max },
      { ...sent, repeatCount: 2, repeatEnd: false, isBrief: true },
      { ...sent, repeatCount: 2, repeatEnd: true, isBrief: true },
      { ...sent, groupId: "43", repeatCount: 1, repeatEnd: true, toUser: host, isBrief: true },
    );
    const rose = { name: "Rose", diamondsEach: 99, imageUrl, streakId: "68:5655:42", receiver: { id: "9", nickname: "Max" } };
    expect(events.slice(0, 3)).toMatchObject([
      { ...rose, streakOpen: true, diamonds: 99 },
      { ...rose, streakOpen: true, diamonds: 198 },
      { ...rose, streakOpen: false, diamonds: 198 },
    ]);
    expect(events[3]).toMatchObject({ name: "Rose", diamonds: 99 });
    expect(events[3]).not.toHaveProperty("receiver");
  });

  it.each<[string, MessageContent, object]>([
    [
      "stickers",
      { type: "chat", user: ann, text: "hello", stickers: [{ id: "wave", imageUrl, at: 2 }] },
      { type: "chat", text: "hello", user: { fanLevel: 12 }, emotes: [{ id: "wave", imageUrl, at: 2 }] },
    ],
    [
      "a sticker alone",
      { type: "chat", user: ann, text: "", stickers: [{ id: "wave", imageUrl, at: 0 }] },
      { type: "chat", text: "", emotes: [{ id: "wave" }] },
    ],
    ["emotes", { type: "emote", user: ann, emoteIds: ["1"], imageUrl }, { type: "emote", emotes: [{ id: "1", imageUrl }] }],
    ["the host's own message", { type: "chat", user: host, text: "hi" }, { user: { isHost: true } }],
    ["a masked viewer", { type: "chat", user: { ...max, isMasked: true }, text: "hi" }, { text: "hi", user: undefined }],
    [
      "a gifter's arrival",
      { type: "barrage", user: ann, key: "", text: "", kind: 9, level: 33 },
      { type: "member", user: { id: "68" }, entrance: { kind: "gifterLevel", level: 33 } },
    ],
    [
      "a fan's arrival",
      { type: "barrage", user: ann, key: "", text: "", kind: 11, level: 5 },
      { type: "member", entrance: { kind: "fanClub", level: 5 } },
    ],
    [
      "given subscriptions",
      { type: "barrage", user: ann, key: "", text: "", kind: 7, given: 5 },
      { type: "subscribe", given: 5 },
    ],
    [
      "a new super fan",
      { type: "barrage", user: ann, key: "ttlive_superFan_commentNotif_someoneBecameSuperFan", text: "" },
      { type: "subscribe" },
    ],
    ["a guest who comes", { type: "guest", guest: max, state: "joined" }, { guest: { handle: "max" }, state: "joined" }],
    ["a guest who goes", { type: "guest", guest: max, state: "left" }, { guest: { id: "9" }, state: "left" }],
    ["a stage by ids", { type: "stage", guestIds: ["9"] }, { type: "guest", guest: { id: "9" }, state: "joined" }],
    [
      "a poll",
      { type: "poll", pollId: "5", state: "votes", title: "Which?", options: [{ text: "A", votes: 3 }] },
      { type: "poll", pollId: "5", state: "votes", title: "Which?", options: [{ text: "A", votes: 3 }] },
    ],
    [
      "a chest that is gone",
      { type: "envelope", user: ann, envelopeId: "e", diamonds: 20, people: 5, hidden: true },
      { envelopeId: "e", hidden: true, opensAtMs: 1_700_000_060_000 },
    ],
    [
      "a sentence that still changes",
      { type: "caption", text: "so", language: "en", sentenceId: "4", isPartial: true },
      { sentenceId: "4", isFinal: false },
    ],
    ["visitors", { type: "roomUser", viewers: 5, viewersEver: 5e9, top: [] }, { viewers: 5, visitors: 5e9 }],
  ])("%s", (_, content, expected) => {
    expect(eventsOf(content)).toMatchObject([expected]);
  });

  it("a battle's sides are known by id, and its teams have scores", () => {
    const battle = { type: "battle", battleId: "3", startedAtMs: 5_000, durationSeconds: 300, hosts: [max, host] } as const;
    const scores = [
      { hostId: "9", score: 900 },
      { hostId: "7", score: 5 },
    ];
    const teams = [{ teamId: "1", hostIds: ["7", "68"], score: 50 }];
    expect(eventsOf({ ...battle, phase: "finish", scores, teams })).toMatchObject([
      {
        state: "finish",
        ownHostId: "7",
        hosts: [{ id: "9" }, { id: "7" }],
        scores: expect.arrayContaining(scores),
        teams,
        startsAtMs: 5_000,
        endsAtMs: 305_000,
      },
    ]);
  });

  it("a chest has one id under each of its message ids, and one more when it is gone", () => {
    const chest = { type: "envelope", user: ann, envelopeId: "e", diamonds: 20, people: 5 } as const;
    const ids = eventsOf(chest, chest, { ...chest, hidden: true }).map((event) => typeof event === "object" && event.id);
    expect(ids).toEqual(["envelope:e", "envelope:e", "envelope:e:hidden"]);
  });

  it("chests without diamonds are no events", () => {
    const chest = { type: "envelope", user: ann, envelopeId: "e", diamonds: 20, people: 5 } as const;
    expect(eventsOf({ ...chest, businessType: 4 }, { ...chest, businessType: 19 })).toEqual(["otherEnvelope", "otherEnvelope"]);
  });
});

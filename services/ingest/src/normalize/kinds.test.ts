import { liveEventSchema } from "@frontrow/protocol/event";
import { describe, expect, it } from "vitest";
import type { SourceMessage, WireUser } from "../source/messages.ts";
import { createContext } from "./context.ts";
import { identityOf } from "./identity.ts";
import { normalize } from "./normalize.ts";
import { splitGuests } from "./stage.ts";

const annotate = () => ({ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 }) as const;
const ann: WireUser = {
  id: "68",
  idStr: "68",
  displayId: "ann",
  nickname: "Ann",
  isFollower: false,
  isSubscribe: false,
  badgeList: [{ sceneType: 8, privilegeLogExtra: { level: "31" } }],
};
const host: WireUser = { ...ann, id: "7", idStr: "7", displayId: "lena", badgeList: [] };
const messageOf = (method: string, body: object) => ({ method, id: "1", isHistory: false, body }) as unknown as SourceMessage;
function of(method: string, body: object) {
  const event = normalize(messageOf(method, body), 1, createContext(annotate, { id: "7" }));
  if (typeof event !== "string") liveEventSchema.parse(event);
  return event;
}

describe("a banner", () => {
  const key = (end: string) => ({ key: `ttlive_superFan_commentNotif_${end}`, pieces: [] });
  const barrage = (body: object) => of("WebcastBarrageMessage", { msgType: 0, subType: "", user: ann, ...body });

  it.each<[string, object, object]>([
    ["a gifter of a high level came", { msgType: 9, userGradeParam: { currentGrade: 33 } }, { kind: "gifterLevel", level: 33 }],
    ["… whose level is the badge's", { msgType: 9 }, { kind: "gifterLevel", level: 31 }],
    ["somebody of the fan club came", { msgType: 11, fansLevelParam: { currentGrade: 12 } }, { kind: "fanClub", level: 12 }],
    [
      "a super fan came",
      { msgType: 11, subType: "fans_entrance", content: key("superFanJoined") },
      { kind: "superFan", level: 0 },
    ],
    ["… as a common banner", { msgType: 100, commonBarrageContent: key("superFanJoined") }, { kind: "superFan", level: 0 }],
    ["… by the message's own text", { common: { displayText: key("superFanJoined") } }, { kind: "superFan", level: 0 }],
    ["somebody masked came", { msgType: 15 }, { kind: "other", level: 0 }],
  ])("is an arrival: %s", (_, body, entrance) => {
    expect(barrage(body)).toMatchObject({ type: "member", user: { id: "68" }, entrance });
  });

  it.each<[string, object, object]>([
    ["somebody subscribed", { msgType: 4 }, { months: 0 }],
    ["somebody gave five", { msgType: 7, subscribeGiftParam: { giftSubCount: "5" } }, { given: 5 }],
    ["somebody gave one", { msgType: 7 }, { given: 1 }],
    ["somebody became a super fan", { msgType: 100, content: key("someoneBecameSuperFan") }, { months: 0 }],
  ])("is a subscription: %s", (_, body, expected) => {
    expect(barrage(body)).toMatchObject({ type: "subscribe", user: { id: "68" }, ...expected });
  });

  it.each<[string, object]>([
    ["an order of a shop", { msgType: 2 }],
    ["a level reached", { msgType: 8 }],
    ["a type of the future", { msgType: -1 }],
    ["a box for super fans", { msgType: 100, content: { key: "ttlive_superFanBox_opened", pieces: [] } }],
  ])("is counted only: %s", (_, body) => {
    expect(barrage(body)).toBe("otherBarrage");
  });

  it("says whom it is about in one of many places", () => {
    const places = [
      { userGradeParam: { currentGrade: 30, user: ann } },
      { fansLevelParam: { currentGrade: 30, user: ann } },
      { content: { key: "", pieces: [{}, { userValue: { user: ann } }] } },
      { commonBarrageContent: { key: "", pieces: [{ userValue: { user: ann } }] } },
    ];
    for (const place of places) expect(barrage({ msgType: 9, user: undefined, ...place })).toMatchObject({ user: { id: "68" } });
  });
});

describe("a chest", () => {
  const chest = (info: object, display = 1) => {
    const envelopeInfo = { envelopeId: "e", businessType: 1, sendUserId: "68", sendUserName: "Ann", ...info };
    return messageOf("WebcastEnvelopeMessage", {
      display,
      envelopeInfo: { diamondCount: 20, peopleCount: 5, unpackAt: 0, ...envelopeInfo },
    });
  };
  const meaning = (message: SourceMessage) => of(message.method, message.body);

  it("says when it opens, and that it is gone", () => {
    expect(meaning(chest({ unpackAt: 1_700_000_060 }))).toMatchObject({ diamonds: 20, people: 5, opensAtMs: 1_700_000_060_000 });
    expect(meaning(chest({}, 2))).toMatchObject({ envelopeId: "e", hidden: true });
    expect(meaning(chest({}))).not.toHaveProperty("hidden");
  });

  it("is one of diamonds, and from nobody when its sender is masked", () => {
    for (const businessType of [0, 1, 2]) expect(meaning(chest({ businessType }))).toMatchObject({ type: "envelope" });
    for (const businessType of [3, 4, 7, 19, -1]) expect(meaning(chest({ businessType }))).toBe("otherEnvelope");
    expect(meaning(chest({ senderEnigmaInfo: { isEnigmaMaskOn: true } }))).toMatchObject({ user: undefined });
    expect(meaning(chest({ sendUserId: "7" }))).toMatchObject({ user: { isHost: true } });
  });

  it("is the same one under each of its message ids, once shown and once hidden", () => {
    expect(identityOf(chest({}))).toBe("envelope:e");
    expect(identityOf(chest({}, 2))).toBe("envelope:e:hidden");
    expect(identityOf(chest({ envelopeId: "0" }))).toBeUndefined();
    expect(identityOf(messageOf("WebcastChatMessage", {}))).toBeUndefined();
  });
});

describe("stickers", () => {
  const emote = (emoteId: string) => ({ emoteId, image: { urlList: [`https://p16.example/${emoteId}.webp`] } });
  const imageUrl = "https://p16.example/wave.webp";
  const chat = (content: string, emotes: object[]) =>
    of("WebcastChatMessage", { user: ann, content, contentLanguage: "en", emotes });

  it("alone are a chat without text", () => {
    expect(chat("", [{ index: 0, emote: emote("wave") }])).toMatchObject({
      type: "chat",
      text: "",
      emotes: [{ id: "wave", imageUrl }],
    });
  });

  it("in a text have a place, which is inside of it or none", () => {
    const indices = [0, 3, 5, 6, -1];
    const emotes = indices.map((index) => ({ index, emote: emote("wave") }));
    const placed = [{ id: "wave", imageUrl, at: 0 }, { at: 3 }, { at: 5 }, { id: "wave", imageUrl }, { id: "wave", imageUrl }];
    const event = chat("hello", emotes);
    expect(event).toMatchObject({ text: "hello", emotes: placed });
    expect(event).not.toHaveProperty("emotes.3.at");
    expect(chat("hello", [{ index: 0 }])).not.toHaveProperty("emotes");
  });

  it("of a message of their own have pictures", () => {
    expect(of("WebcastEmoteChatMessage", { user: ann, emoteList: [emote("wave")] })).toMatchObject({
      type: "emote",
      emoteIds: ["wave"],
      emotes: [{ id: "wave", imageUrl }],
    });
  });
});

describe("the stage", () => {
  const link = (body: object) =>
    splitGuests(messageOf("WebcastLinkMessage", { scene: 4, enterContent: undefined, ...body })).map((message) =>
      normalize(message, 1, createContext(annotate, { id: "7" })),
    );
  const layer = (body: object) =>
    splitGuests(messageOf("WebcastLinkLayerMessage", { scene: 4, ...body })).map((message) =>
      normalize(message, 1, createContext(annotate, { id: "7" })),
    );

  it("lists guests, each of whom is an event with an id of its own; the host is none", () => {
    const max = { ...ann, id: "9", idStr: "9", displayId: "max" };
    for (const list of ["enterContent", "linkedListChangeContent", "listChangeContent"]) {
      const events = link({ [list]: { linkedUsers: [{ user: host }, { user: ann }, { user: max }] } });
      expect(events).toMatchObject([
        "otherLink",
        { id: "1:1", guest: { id: "68", handle: "ann" }, state: "joined" },
        { id: "1:2", guest: { id: "9" }, state: "joined" },
      ]);
    }
  });

  it("is listed whole, so that who is missing has left", () => {
    const all = { enterContent: undefined, linkedListChangeContent: { linkedUsers: [{ user: host }, { user: ann }] } };
    expect(link(all)).toMatchObject(["otherLink", { guest: { id: "68" }, state: "joined", onStage: ["68"] }]);
    const hostAlone = [{ guest: { id: "7" }, state: "left", onStage: [] }];
    expect(link({ listChangeContent: { linkedUsers: [{ user: host }] } })).toMatchObject(hostAlone);
    expect(link({ listChangeContent: { linkedUsers: [] } })).toMatchObject(hostAlone);
    expect(layer({ listChangeContent: { list: { linkedList: [{ user: { userId: "7" } }] } } })).toMatchObject(hostAlone);
    // Who enters is not all.
    expect(link({ enterContent: { linkedUsers: [{ user: ann }] } })[0]).not.toHaveProperty("onStage");
    expect(layer({ joinDirectContent: { joiner: { user: { userId: "68" } } } })[0]).not.toHaveProperty("onStage");
  });

  it("is left: by themselves, or sent away", () => {
    const left = [{ guest: { id: "68" }, state: "left" }];
    expect(link({ leaveContent: { userId: "68" } })).toMatchObject(left);
    expect(link({ kickOutContent: { fromUserId: "68" } })).toMatchObject(left);
    expect(link({ sysKickOutContent: { userId: "68" } })).toMatchObject(left);
    expect(layer({ leaveContent: { leaver: { userId: "68" } } })).toMatchObject(left);
    expect(layer({ kickOutContent: { offliner: { userId: "68" } } })).toMatchObject(left);
  });

  it("is told of by ids as well", () => {
    expect(layer({ joinDirectContent: { joiner: { user: { userId: "68" } } } })).toMatchObject([
      { guest: { id: "68", handle: "" }, state: "joined" },
    ]);
    const linkedList = [{ user: { userId: "7" } }, { user: { userId: "68" } }, { user: { userId: "0" } }];
    expect(layer({ listChangeContent: { list: { linkedList } } })).toMatchObject(["otherLink", { guest: { id: "68" } }]);
  });

  it("has no guests where hosts of other rooms meet, nor in talk about it", () => {
    expect(layer({ scene: 2, joinDirectContent: { joiner: { user: { userId: "68" } } } })).toEqual(["otherLink"]);
    expect(link({})).toEqual(["otherLink"]);
    expect(layer({})).toEqual(["otherLink"]);
  });
});

describe("a poll", () => {
  const options = (...votes: string[]) => ({
    optionList: votes.map((count, index) => ({ votes: count, displayContent: `option ${index}`, optionIdx: index })).toReversed(),
  });
  it.each([
    ["open", { startContent: { title: "Which?", ...options("0", "0") } }, { title: "Which?" }],
    ["votes", { updateVotesContent: options("3", "5000000000"), pollBasicInfo: { title: "Which?" } }, { title: "Which?" }],
    ["close", { endContent: options("3", "1"), startContent: { title: "Which?", ...options("0", "0") } }, { title: "Which?" }],
  ])("%s", (state, body, expected) => {
    const event = of("WebcastPollMessage", { pollId: "5", ...body });
    expect(event).toMatchObject({
      type: "poll",
      pollId: "5",
      state,
      ...expected,
      options: [{ text: "option 0" }, { text: "option 1" }],
    });
  });
});

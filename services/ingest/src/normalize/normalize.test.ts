import { liveEventSchema } from "@frontrow/protocol/event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MessageBodies, Method, SourceMessage, WireUser } from "../source/messages.ts";
import { type Annotate, createContext } from "./context.ts";
import { normalize } from "./normalize.ts";

const annotate: Annotate = () => ({
  language: "en",
  sentiment: 0.5,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
});
const NOW = 1_700_000_005_000;
const common = { msgId: "1", createTime: "1700000000000" };
const ann: WireUser = {
  id: "68",
  idStr: "68",
  displayId: "ann",
  nickname: "Ann",
  avatarThumb: { urlList: ["https://p16.example/a.webp"] },
  followInfo: { followStatus: "1" },
  isFollower: false,
  isSubscribe: false,
  badgeList: [
    { sceneType: 1 },
    { sceneType: 8, privilegeLogExtra: { level: "23" } },
    { sceneType: 4, privilegeLogExtra: { level: "1" } },
  ],
};
const plain: WireUser = { ...ann, followInfo: { followStatus: "0" }, badgeList: [] };

const of = <M extends Method>(method: M, body: MessageBodies[M], context = createContext(annotate)) =>
  normalize({ method, id: "1", isHistory: false, body } as unknown as SourceMessage, NOW, context);

const toNobody = { toMemberId: "0", toMemberIdInt: "0", toMemberNickname: "" };
const rose = {
  giftId: "5655",
  repeatCount: 3,
  repeatEnd: 0,
  groupId: "42",
  gift: { id: "5655", type: 1, combo: true, diamondCount: 1, name: "Rose" },
  ...toNobody,
};

describe("what a message means", () => {
  it("a chat, with its annotation and what the viewer is to the creator", () => {
    const event = of("WebcastChatMessage", { common, user: ann, content: "hi", contentLanguage: "en" });
    expect(event).toMatchObject({ type: "chat", text: "hi", sentiment: 0.5, atMs: NOW, sentAtMs: 1_700_000_000_000 });
    expect(event).toHaveProperty("user", {
      id: "68",
      handle: "ann",
      nickname: "Ann",
      avatarUrl: "https://p16.example/a.webp",
      isFollower: true,
      isSubscriber: true,
      isModerator: true,
      gifterLevel: 23,
    });
  });

  it("an identity, where a message has one, says it as well", () => {
    const userIdentity = {
      isSubscriberOfAnchor: true,
      isFollowerOfAnchor: false,
      isMutualFollowingWithAnchor: true,
      isModeratorOfAnchor: true,
      isAnchor: false,
    };
    const event = of("WebcastChatMessage", { common, user: plain, content: "hi", contentLanguage: "", userIdentity });
    expect(event).toMatchObject({ user: { isFollower: true, isSubscriber: true, isModerator: true, gifterLevel: 0 } });
  });

  it("a gift streak, whose messages share an id and which is open until the last", () => {
    const open = of("WebcastGiftMessage", { common, user: ann, ...rose });
    const last = of("WebcastGiftMessage", { common, user: ann, ...rose, repeatCount: 5, repeatEnd: 1 });
    expect(open).toMatchObject({ count: 3, diamonds: 3, streakOpen: true, streakId: "68:5655:42" });
    expect(last).toMatchObject({ count: 5, diamonds: 5, streakOpen: false, streakId: "68:5655:42" });
  });

  it("a gift that cannot be repeated is a streak of its own, over at once", () => {
    const lion = of("WebcastGiftMessage", {
      common,
      user: ann,
      ...rose,
      groupId: "0",
      gift: { ...rose.gift, type: 2, combo: false, diamondCount: 29_999 },
    });
    expect(lion).toMatchObject({ streakOpen: false, streakId: "1", diamonds: 89_997 });
  });

  it.each([
    ["WebcastLikeMessage", { common, user: ann, count: 11, total: "5000" }, { type: "like", count: 11, total: 5_000 }],
    ["WebcastMemberMessage", { common, user: ann, action: 1, memberCount: 321 }, { type: "member", viewers: 321 }],
    ["WebcastMemberMessage", { common, user: ann, action: 3 }, { type: "subscribe", months: 0 }],
    ["WebcastSubNotifyMessage", { common, user: ann, subMonth: "7", messageType: 0 }, { type: "subscribe", months: 7 }],
    [
      "WebcastRoomUserSeqMessage",
      { common, total: "1234", totalUser: "5294967296" },
      { type: "roomUser", viewers: 1_234, visitors: 5_294_967_296 },
    ],
    ["WebcastControlMessage", { common, action: 1 }, { type: "streamPaused" }],
    ["WebcastControlMessage", { common, action: 2 }, { type: "streamResumed" }],
    ["WebcastControlMessage", { common, action: 3 }, { type: "streamEnd", reason: "ended" }],
    ["WebcastControlMessage", { common, action: 4 }, { type: "streamEnd", reason: "suspended" }],
    ["WebcastQuestionNewMessage", { common, data: { content: "why?", user: ann } }, { type: "question", text: "why?" }],
    [
      "WebcastCaptionMessage",
      { common, content: [{ lang: "en", content: "so" }], definite: false },
      { type: "caption", language: "en", isFinal: false },
    ],
    ["WebcastEmoteChatMessage", { common, user: ann, emoteList: [{ emoteId: "e1" }] }, { type: "emote", emoteIds: ["e1"] }],
    ["WebcastImDeleteMessage", { common, deleteMsgIds: ["5", "0"], deleteUserIds: [] }, { type: "moderation", eventIds: ["5"] }],
    ["WebcastRoomPinMessage", { common, pinMsgId: "3", action: 2 }, { type: "pin", pinnedId: "3", unpinned: true }],
    [
      "WebcastCaptionMessage",
      {
        common,
        content: [
          { lang: "en", content: "so" },
          { lang: "de", content: "also" },
        ],
        sentenceId: "4",
        definite: true,
      },
      { type: "caption", text: "so", language: "en", sentenceId: "4", isFinal: true },
    ],
  ] as [Method, never, object][])("%s is %s", (method, body, expected) => {
    const event = of(method, body);
    expect(event).toMatchObject(expected);
    expect(liveEventSchema.safeParse(event).error).toBeUndefined();
  });

  it("a follow and a share, told apart by the key of their text, or by their action without one", () => {
    const social = (key: string | undefined, action: string) =>
      of("WebcastSocialMessage", {
        common: { ...common, ...(key ? { displayText: { key, pieces: [] } } : {}) },
        user: ann,
        action,
      });
    expect(social("pm_main_follow_message_viewer_2", "1")).toMatchObject({ type: "follow" });
    expect(social("pm_mt_guidance_share", "3")).toMatchObject({ type: "share" });
    expect(social(undefined, "1")).toMatchObject({ type: "follow" });
    expect(social(undefined, "3")).toMatchObject({ type: "share" });
    expect(social("pm_something_else", "7")).toBe("otherSocial");
  });

  it.each([
    ["WebcastChatMessage", { common, user: ann, content: "", contentLanguage: "" }, "emptyText"],
    ["WebcastLinkMicBattle", { common, battleId: "9", action: 1 }, "battleTalk"],
    ["WebcastSubNotifyMessage", { common, user: ann, subMonth: "1", messageType: 2 }, "otherSubscription"],
    ["WebcastPollMessage", { common, pollId: "3" }, "emptyMessage"],
    ["WebcastControlMessage", { common, action: 9 }, "otherControl"],
    ["WebcastImDeleteMessage", { common, deleteMsgIds: [], deleteUserIds: [] }, "emptyMessage"],
    ["WebcastEnvelopeMessage", { common, display: 1 }, "emptyMessage"],
  ] as [Method, never, string][])("%s without a meaning is no event", (method, body, reason) => {
    expect(of(method, body)).toBe(reason);
  });
});

describe("times and numbers", () => {
  it("a message without a time happened when it came; one in seconds is read as seconds; a clock far off is kept", () => {
    const sentAt = (createTime: string) =>
      of("WebcastRoomUserSeqMessage", { common: { msgId: "1", createTime }, total: "1", totalUser: "0" });
    expect(sentAt("0")).toMatchObject({ sentAtMs: NOW });
    expect(sentAt("")).toMatchObject({ sentAtMs: NOW });
    expect(sentAt("1697631846")).toMatchObject({ sentAtMs: 1_697_631_846_000 });
    expect(sentAt("4102444800000")).toMatchObject({ sentAtMs: 4_102_444_800_000 });
    expect(of("WebcastRoomUserSeqMessage", { total: "1", totalUser: "0" })).toMatchObject({ sentAtMs: NOW });
  });

  it("numbers stay whole, safe and not negative", () => {
    const total = (value: string) => of("WebcastLikeMessage", { common, user: ann, count: -5, total: value });
    expect(total("-7")).toMatchObject({ count: 0, total: 0 });
    expect(total("9223372036854775807")).toMatchObject({ total: Number.MAX_SAFE_INTEGER });
    expect(total("NaN")).toMatchObject({ total: 0 });
    const gift = { ...rose.gift, diamondCount: 2_147_483_647 };
    const huge = of("WebcastGiftMessage", { common, user: ann, ...rose, repeatCount: 2_147_483_647, gift });
    expect(huge).toMatchObject({ diamonds: Number.MAX_SAFE_INTEGER });
  });

  it("texts are cut where no character is split", () => {
    const event = of("WebcastChatMessage", {
      common,
      user: ann,
      content: `${"x".repeat(1_999)}😀😀`,
      contentLanguage: "",
      emotes: [],
    });
    expect(event).toMatchObject({ text: "x".repeat(1_999) });
  });

  it("names are cut as well, and sooner: lists of people are read whole", () => {
    const user = { ...ann, nickname: `${"n".repeat(99)}😀`, displayId: "h".repeat(5_000) };
    const event = of("WebcastChatMessage", { common, user, content: "hi", contentLanguage: "" });
    expect(event).toMatchObject({ user: { nickname: "n".repeat(99), handle: "h".repeat(100) } });
  });
});

describe("any message", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("", "0", "-1", "9223372036854775807", "\uD83D"));
  const number = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2 ** 31 - 1));
  const wireUser = fc.option(
    fc.record({
      id: text,
      idStr: text,
      displayId: text,
      nickname: text,
      avatarThumb: fc.option(fc.record({ urlList: fc.array(text, { maxLength: 2 }) }), { nil: undefined }),
      followInfo: fc.option(fc.record({ followStatus: text }), { nil: undefined }),
      isFollower: fc.boolean(),
      isSubscribe: fc.boolean(),
      badgeList: fc.array(
        fc.record({ sceneType: number, privilegeLogExtra: fc.option(fc.record({ level: text }), { nil: undefined }) }),
        { maxLength: 3 },
      ),
    }),
    { nil: undefined },
  );
  const image = fc.record({ urlList: fc.array(text, { maxLength: 2 }) });
  const list = (item: fc.Arbitrary<unknown>) => fc.array(item, { maxLength: 3 });
  const entries = (value: fc.Arbitrary<unknown>) => list(fc.record({ key: text, value: optional(value) }));
  const optional = (item: fc.Arbitrary<unknown>) => fc.option(item, { nil: undefined });
  const wireText = fc.record({ key: text, pieces: list(fc.record({ userValue: optional(fc.record({ user: wireUser })) })) });
  const emote = fc.record({ emoteId: text, image: optional(image) });
  const settings = optional(fc.record({ startTimeMs: text, endTimeMs: text, duration: number }));
  const army = fc.record({ hostscore: text, anchorIdStr: text });
  const teamUser = list(fc.record({ userId: text, userIdStr: text }));
  const poll = optional(
    fc.record({ title: text, optionList: list(fc.record({ votes: text, displayContent: text, optionIdx: number })) }),
  );
  const chatBody = fc.record({
    content: text,
    contentLanguage: text,
    user: wireUser,
    emotes: list(fc.record({ index: number, emote: optional(emote) })),
  });
  // All fields of all messages at once: each method reads its own.
  const body = fc.record({
    common: optional(fc.record({ msgId: text, createTime: text, displayText: optional(wireText) })),
    user: wireUser,
    content: text,
    contentLanguage: text,
    emotes: list(fc.record({ index: number, emote: optional(emote) })),
    memberCount: number,
    totalUser: text,
    messageType: number,
    giftId: text,
    repeatCount: number,
    repeatEnd: number,
    groupId: text,
    gift: optional(
      fc.record({
        id: text,
        type: number,
        combo: fc.boolean(),
        diamondCount: number,
        name: text,
        image: optional(image),
        icon: optional(image),
      }),
    ),
    toUser: wireUser,
    toMemberId: text,
    toMemberIdInt: text,
    toMemberNickname: text,
    count: number,
    total: text,
    action: number,
    subMonth: text,
    data: optional(fc.record({ content: text, user: wireUser })),
    emoteList: list(emote),
    deleteMsgIds: list(text),
    deleteUserIds: list(text),
    envelopeInfo: optional(
      fc.record({
        businessType: fc.integer({ min: -1, max: 4 }),
        unpackAt: number,
        envelopeId: text,
        sendUserId: text,
        sendUserName: text,
        diamondCount: number,
        peopleCount: number,
      }),
    ),
    display: number,
    battleId: text,
    battleSettings: settings,
    battleResult: entries(fc.record({ userId: text, score: text })),
    armies: entries(army),
    anchorsInfo: entries(
      fc.record({
        user: optional(fc.record({ userId: text, nickName: text, displayId: text, avatarThumb: optional(image) })),
      }),
    ),
    teamMember: list(fc.record({ teamId: text, userId: list(text) })),
    teamBattleResult: list(fc.record({ teamId: text, teamUser, totalScore: text })),
    teamArmies: list(fc.record({ teamId: text, teamUser, teamTotalScore: text })),
    msgType: fc.integer({ min: 0, max: 20 }),
    subType: text,
    commonBarrageContent: optional(wireText),
    subscribeGiftParam: optional(fc.record({ giftSubCount: text })),
    pollId: text,
    startContent: poll,
    endContent: poll,
    scene: fc.constantFrom(0, 2, 4),
    leaveContent: optional(fc.record({ userId: text })),
    enterContent: optional(fc.record({ linkedUsers: list(fc.record({ user: wireUser })) })),
    goal: optional(fc.record({ id: text, description: text, subGoals: list(fc.record({ progress: text, target: text })) })),
    contributorId: text,
    contributorDisplayId: text,
    chatMessage: optional(chatBody),
    operator: wireUser,
    pinMsgId: text,
  });
  const methods: Method[] = [
    "WebcastChatMessage",
    "WebcastGiftMessage",
    "WebcastLikeMessage",
    "WebcastMemberMessage",
    "WebcastRoomUserSeqMessage",
    "WebcastSocialMessage",
    "WebcastControlMessage",
    "WebcastSubNotifyMessage",
    "WebcastQuestionNewMessage",
    "WebcastEmoteChatMessage",
    "WebcastImDeleteMessage",
    "WebcastEnvelopeMessage",
    "WebcastLinkMicBattle",
    "WebcastLinkMicArmies",
    "WebcastGoalUpdateMessage",
    "WebcastRoomPinMessage",
    "WebcastBarrageMessage",
    "WebcastPollMessage",
    "WebcastLinkMessage",
  ];

  it("becomes an event of the protocol, or a reason, and never throws", () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), body, (method, anyBody) => {
        // The one field that two messages have in different shapes.
        const content = method === "WebcastBarrageMessage" ? anyBody.commonBarrageContent : anyBody.content;
        const event = of(method, { ...anyBody, content } as never);
        if (typeof event === "string") return;
        const parsed = liveEventSchema.safeParse(event);
        expect(parsed.error, JSON.stringify(event)).toBeUndefined();
        expect(JSON.parse(JSON.stringify(event))).toMatchObject({ type: event.type, id: "1" });
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("the viewers whom TikTok hides", () => {
  const hidden = (user: Partial<WireUser>) =>
    of("WebcastChatMessage", { common, user: { ...plain, ...user }, content: "hi", contentLanguage: "" } as never);

  it("are nobody, and not one person", () => {
    for (const user of [
      { id: "111111", idStr: "111111", nickname: "a***", displayId: "" },
      { id: "111111", idStr: "", nickname: "b***", displayId: "hidden" },
      { enigmaInfo: { isEnigmaMaskOn: true } },
      { id: "0", idStr: "0", displayId: "" },
    ])
      expect(hidden(user)).toMatchObject({ type: "chat", text: "hi", user: undefined });
  });

  it("are somebody again without the mask", () => {
    expect(hidden({ enigmaInfo: { isEnigmaMaskOn: false } })).toMatchObject({ user: { id: "68" } });
  });
});

describe("the creator", () => {
  const chat = { common, content: "hi", contentLanguage: "" };
  const identity = { isSubscriberOfAnchor: false, isFollowerOfAnchor: false, isMutualFollowingWithAnchor: false };

  it("is told by id, and by TikTok's word, which is remembered", () => {
    expect(of("WebcastChatMessage", { ...chat, user: plain }, createContext(annotate, { id: "68" }))).toMatchObject({
      user: { isHost: true },
    });
    const context = createContext(annotate);
    expect(of("WebcastLikeMessage", { common, user: plain, count: 1, total: "1" }, context)).not.toHaveProperty("user.isHost");
    const userIdentity = { ...identity, isModeratorOfAnchor: false, isAnchor: true };
    expect(of("WebcastChatMessage", { ...chat, user: plain, userIdentity }, context)).toMatchObject({ user: { isHost: true } });
    expect(of("WebcastLikeMessage", { common, user: plain, count: 1, total: "1" }, context)).toMatchObject({
      user: { isHost: true },
    });
  });
});

describe("a level in the fan club", () => {
  it("is the club's own, else the badge's; who is not in it has none", () => {
    const fan = (user: Partial<WireUser>) =>
      of("WebcastLikeMessage", { common, user: { ...plain, ...user }, count: 1, total: "1" });
    const badgeList = [{ sceneType: 10, privilegeLogExtra: { level: "9" } }];
    expect(fan({ fansClubInfo: { fansLevel: "12" }, badgeList })).toMatchObject({ user: { fanLevel: 12 } });
    expect(fan({ badgeList })).toMatchObject({ user: { fanLevel: 9 } });
    expect(fan({ fansClubInfo: { fansLevel: "0" } })).not.toHaveProperty("user.fanLevel");
  });
});

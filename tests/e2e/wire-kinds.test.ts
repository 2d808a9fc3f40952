import type { Gift, MessageContent } from "@frontrow/simulator/wire/message";
import type { ProtoWriter } from "@frontrow/simulator/wire/proto-writer";
import type { Viewer } from "@frontrow/simulator/wire/viewer";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Broadcast, startBroadcast } from "../lib/broadcast.ts";
import { type Stack, startStack, unfolded } from "../lib/stack.ts";

let stack: Stack;
let room: Broadcast;
let rooms = 0;

beforeAll(async () => {
  stack = await startStack({ env: unfolded });
});
afterAll(() => stack.stop());
afterEach(() => room.close());

/** Each test has a broadcast of its own. */
async function broadcast(): Promise<void> {
  rooms += 1;
  room = await startBroadcast(stack, `wire${rooms}`);
}

const person = (number: number, more: Partial<Viewer> = {}): Viewer => ({
  id: `68000000000000${String(number).padStart(5, "0")}`,
  handle: `viewer${number}`,
  nickname: `Viewer ${number}`,
  ...more,
});
const [ann, ben, guest] = [person(1), person(2), person(3)];
const galaxy: Gift = { id: 11046, name: "Galaxy", diamonds: 1_000, streakable: false };
const rose: Gift = { id: 5655, name: "Rose", diamonds: 1, streakable: true };
/** Makes streaks, and says so by `combo` alone. */
const donut: Gift = { id: 5879, name: "Donut", diamonds: 99, streakable: false, combo: true };

type GiftContent = Extract<MessageContent, { type: "gift" }>;
const gift = (what: Gift, repeatCount = 1, isEnd = true, more: Partial<GiftContent> = {}): GiftContent => ({
  type: "gift",
  user: ann,
  gift: what,
  groupId: "0",
  repeatCount,
  repeatEnd: isEnd,
  ...more,
});
const chat = (text: string, user = ann): MessageContent => ({ type: "chat", user, text });
const follow = (user: Viewer): MessageContent => ({ type: "follow", user, followCount: 1 });

describe("a gift to somebody else than the host", () => {
  it.each<[string, Partial<GiftContent>]>([
    ["as a user", { toUser: guest }],
    ["as a user with an id alone", { toUser: { ...guest, handle: "", nickname: "" } }],
    ["as a member", { toMember: guest }],
    ["as a member without a name", { toMember: { ...guest, nickname: "" } }],
    ["as both", { toUser: guest, toMember: guest }],
  ])("is the guest's: %s", async (_, to) => {
    await broadcast();
    room.say(gift(galaxy, 1, true, to), gift(rose, 1, true, { user: ben, groupId: "5" }));
    await room.expectMetrics({ gifts: 1, diamonds: 1, guestGifts: 1, guestDiamonds: 1_000 });
    expect(room.eventsOf("gift")).toMatchObject([{ receiver: { id: guest.id } }, {}]);
    expect((await room.documents()).leaderboard?.gifters).toMatchObject([{ user: { id: ben.id }, diamonds: 1 }]);
    await room.expectRoom({ guests: [expect.objectContaining({ diamonds: 1_000, gifts: 1 })] as never });
  });

  it("is the host's, where it names the host", async () => {
    await broadcast();
    const { host } = room;
    room.say(gift(galaxy, 1, true, { toUser: host }), gift(galaxy, 1, true, { toMember: host, toUser: host }));
    room.say(gift(galaxy, 1, true, { toMember: { ...host, nickname: "" } }));
    room.say(gift(galaxy, 1, true, { toUser: { ...host, handle: "", nickname: "" } }));
    await room.expectMetrics({ gifts: 4, diamonds: 4_000, guestGifts: 0, guestDiamonds: 0 });
  });

  it.each([[[1]], [[3]]])("is one streak, although frames %s alone name the guest", async (named) => {
    await broadcast();
    const to = (frame: number) => (named.includes(frame) ? { toUser: guest } : {});
    for (const frame of [1, 2]) room.say(gift(rose, frame, false, { groupId: "77", ...to(frame) }));
    room.say(gift(rose, 3, true, { groupId: "77", ...to(3) }));
    await room.expectMetrics({ gifts: 0, diamonds: 0, guestGifts: 3, guestDiamonds: 3 });
  });

  it.each([[[1, 2, 3]], [[2, 3]], [[3]], [[1]]])(
    "is one streak without a group too, although frames %s alone name the guest",
    async (named) => {
      await broadcast();
      const to = (frame: number) => (named.includes(frame) ? { toUser: guest } : {});
      for (const frame of [1, 2]) room.say(gift(rose, frame, false, to(frame)));
      room.say(gift(rose, 3, true, to(3)));
      await room.expectMetrics({ gifts: 0, diamonds: 0, guestGifts: 3, guestDiamonds: 3 });
    },
  );

  it("is whose it says, although the same viewer gives the same to several without a group", async () => {
    await broadcast();
    const [one, other] = [guest, person(6)];
    for (const to of [{}, { toUser: one }, { toUser: other }, {}, { toMember: one }])
      for (const [count, isEnd] of [
        [1, false],
        [2, false],
        [2, true],
      ] as const)
        room.say(gift(rose, count, isEnd, to));
    await room.expectMetrics({ gifts: 4, guestGifts: 6 });
  });
});

describe("a follow of somebody else than the host", () => {
  it("is none of the host's", async () => {
    await broadcast();
    const followOf = (by: Viewer, target: string) =>
      room.raw(
        "WebcastSocialMessage",
        (writer) =>
          writer
            .message(2, (user) => user.int(1, by.id).string(38, by.handle))
            .int(4, 1)
            .int(14, target),
        "pm_main_follow_message_viewer_2",
      );
    room.say(followOf(ann, guest.id), followOf(ben, room.host.id), followOf(person(6), "0"));
    await room.expectMetrics({ follows: 2 });
  });
});

describe("a history", () => {
  it.each(["as it was", "backwards"])("of rare things after many frequent ones counts what is new, %s", async (order) => {
    await broadcast();
    const rare = room.say(
      ...["one", "two", "three", "four", "five"].map((text) => chat(text)),
      gift(galaxy),
      gift(rose, 50, true, { groupId: "9" }),
      gift(galaxy, 1, true, { toUser: guest }),
      follow(ann),
      { type: "subscribe", user: ann, months: 1 },
      { type: "question", user: ben, questionId: "70", text: "which brush is that?" },
      { type: "emote", user: ben, emoteIds: ["wave"] },
      { type: "envelope", user: ben, envelopeId: "c1", diamonds: 20, people: 5 },
    );
    for (let total = 1; total <= 1_500; total++) {
      const user = person(total + 10);
      room.say(
        { type: "like", user, count: 1, total },
        { type: "member", user, memberCount: 50 },
        { type: "roomUser", viewers: 50, viewersEver: 900, top: [] },
      );
    }
    const before = { gifts: 51, diamonds: 1_050, follows: 1, subscribes: 1, guestDiamonds: 1_000, questions: 1 };
    await room.expectMetrics({ ...before, chats: 6, likes: 1_500, joins: 1_500 }, 30_000); // thousands at once
    const history = [...rare, room.message(chat("six")), room.message(gift(galaxy, 1, true, { user: ben }))];
    await room.reconnect(order === "backwards" ? history.toReversed() : history);
    await room.expectMetrics({ ...before, gifts: 52, diamonds: 2_050, chats: 7, likes: 1_500, joins: 1_500 });
  });

  it("after one message whose clock is ahead counts what was missed, and rates go by our clock", async () => {
    await broadcast();
    const said = room.say(chat("one"), chat("two"));
    room.say(room.message(chat("odd"), { createTimeMs: Date.now() + 3_600_000 }), chat("three"));
    await room.expectMetrics({ chats: 4, chatsPerMinute: 4 });
    await room.reconnect([...said, ...["four", "five", "six"].map((text) => room.message(chat(text)))]);
    await room.expectMetrics({ chats: 7, chatsPerMinute: 4 });
  });
});

describe("clocks and ids that are an hour off", () => {
  const HOUR_MS = 3_600_000;
  const odd = (text: string, ms: number, idToo: boolean) => {
    const { msgId } = room.message(chat(text));
    const shifted = (BigInt(msgId) + (BigInt(ms / 1_000) << 32n)).toString();
    return room.message(chat(text), { createTimeMs: Date.now() + ms, ...(idToo && { msgId: shifted }) });
  };
  it.each<[string, number, number, boolean]>([
    ["first", 0, HOUR_MS, false],
    ["last", 3, HOUR_MS, false],
    ["first, behind", 0, -HOUR_MS, false],
    ["first, its id too", 0, HOUR_MS, true],
    ["last, its id too", 3, HOUR_MS, true],
  ])("decide nothing: the %s of four", async (_, at, ms, idToo) => {
    await broadcast();
    const said = [0, 1, 2, 3].flatMap((each) => room.say(each === at ? odd("odd", ms, idToo) : chat(`${each}`)));
    await room.expectMetrics({ chats: 4 });
    await room.reconnect([...said, ...["four", "five", "six"].map((text) => room.message(chat(text)))]);
    await room.expectMetrics({ chats: 7 });
    await room.reconnect([odd("missed", ms, idToo), ...["seven", "eight"].map((text) => room.message(chat(text)))]);
    await room.expectMetrics({ chats: 10 });
  });
});

describe("a streak", () => {
  const details = (isBrief: boolean) => (isBrief ? { isBrief } : {});
  it.each<[string, string, boolean[]]>([
    ["with a group", "40", [false, false, false, false]],
    ["without a group", "0", [false, false, false, false]],
    ["whose last message has no details", "0", [false, false, false, true]],
    ["whose first message has no details", "0", [true, false, false, false]],
    ["with a group, described in its first message alone", "41", [false, true, true, true]],
    ["described in its last message alone", "0", [true, true, true, false]],
  ])("of a gift that is no streak by its type counts once: %s", async (_, groupId, brief) => {
    await broadcast();
    const frames = [[1], [2], [3], [3, true]] as const;
    for (const [at, [count, isEnd = false]] of frames.entries())
      room.say(gift(donut, count, isEnd, { groupId, ...details(brief[at] ?? false) }));
    await room.expectMetrics({ gifts: 3, diamonds: 297 });
    expect(new Set(room.eventsOf("gift").map(({ streakId }) => streakId)).size).toBe(1);
  });

  it("of a gift that nobody describes counts without a price", async () => {
    await broadcast();
    for (const [count, isEnd] of [
      [1, false],
      [2, false],
      [2, true],
    ] as const)
      room.say(gift(donut, count, isEnd, { isBrief: true }));
    await room.expectMetrics({ gifts: 2, diamonds: 0 });
  });

  const taps = [
    [1, false],
    [2, false],
    [3, false],
    [3, true],
    [1, false],
    [2, false],
    [2, true],
  ] as const;
  it.each<[string, number[]]>([
    ["in order", [0, 1, 2, 3, 4, 5, 6]],
    ["out of order within each", [1, 0, 3, 2, 5, 4, 6]],
    ["the second begins before the first has ended", [0, 1, 2, 4, 3, 5, 6]],
    ["without the first end", [0, 1, 2, 4, 5, 6]],
    ["each end twice", [0, 1, 2, 3, 3, 4, 5, 6, 6]],
  ])("after another without a group is another: %s", async (_, order) => {
    await broadcast();
    const messages = taps.map(([count, isEnd]) => room.message(gift(rose, count, isEnd)));
    for (const at of order) room.say(messages[at] as never);
    await room.expectMetrics({ gifts: 5, diamonds: 5 });
  });
});

describe("one person who does the same thing again and again", () => {
  it("follows and subscribes once, also in histories and after drops", async () => {
    await broadcast();
    const carl = person(4);
    for (let time = 0; time < 30; time++) room.say(follow(ann), follow(ben), { type: "subscribe", user: ann, months: 1 });
    await room.expectMetrics({ follows: 2, subscribes: 1, uniqueViewers: 2 });
    await room.reconnect([room.message(follow(ann)), room.message(follow(carl)), room.message(follow(carl))]);
    for (let time = 0; time < 30; time++) room.say(follow(ben), follow(carl));
    await room.expectMetrics({ follows: 3, subscribes: 1, uniqueViewers: 3 });
    const milestones = (await room.documents()).moments?.filter(({ kind }) => kind === "milestone") ?? [];
    expect(milestones).toEqual([]);
  });
});

describe("a banner", () => {
  const superFan = (key: string): MessageContent => ({ type: "barrage", user: ben, kind: 100, key, text: "" });
  it("is an arrival of who matters", async () => {
    await broadcast();
    const [carl, dora] = [person(4), person(5)];
    room.say(
      { type: "barrage", user: { ...ann, gifterLevel: 31 }, kind: 9, key: "gifter", text: "", level: 31 },
      { type: "barrage", user: carl, kind: 11, key: "fan", text: "", level: 12 },
      superFan("ttlive_superFan_commentNotif_superFanJoined"),
      room.raw(
        "WebcastBarrageMessage",
        (writer) => writer.int(3, 100).message(50, (user) => user.int(1, dora.id).string(38, dora.handle)),
        "pm_mt_superfan_superFanJoined",
      ),
    );
    await room.expectMetrics({ joins: 4, subscribes: 0, uniqueViewers: 4 });
    expect(room.eventsOf("member").map(({ entrance }) => entrance)).toEqual([
      { kind: "gifterLevel", level: 31 },
      { kind: "fanClub", level: 12 },
      { kind: "superFan", level: 0 },
      { kind: "superFan", level: 0 },
    ]);
  });

  it("is a subscription, or several that somebody gives", async () => {
    await broadcast();
    room.say(
      { type: "barrage", user: ann, kind: 7, key: "", text: "", given: 5 },
      { type: "barrage", user: ann, kind: 7, key: "", text: "" },
      { type: "barrage", user: ben, kind: 4, key: "", text: "" },
      superFan("ttlive_superFan_commentNotif_someoneBecameSuperFan"),
    );
    await room.expectMetrics({ joins: 0, subscribes: 7 });
  });
});

describe("stickers", () => {
  it("alone, in a text, and as a message of their own are chats with pictures", async () => {
    await broadcast();
    const imageUrl = `${stack.simulator.url}/avatar/1.svg`;
    const wave = { id: "wave", imageUrl, at: 0 };
    room.say(
      { type: "chat", user: ann, text: "", stickers: [wave] },
      { type: "chat", user: ann, text: "hello", stickers: [{ ...wave, at: 5 }, wave] },
      { type: "emote", user: ann, emoteIds: ["wave", "rose"], imageUrl },
    );
    await room.expectMetrics({ chats: 3 });
    const emotes = [...room.eventsOf("chat"), ...room.eventsOf("emote")].map((event) => event.emotes?.map(({ id }) => id));
    expect(emotes).toEqual([["wave"], ["wave", "wave"], ["wave", "rose"]]);
    expect(room.eventsOf("chat")[0]?.emotes?.[0]?.imageUrl).toContain("avatar/1.svg");
  });
});

describe("the same thing under new message ids", () => {
  it("is one chest, as long as it is shown", async () => {
    await broadcast();
    const chest = (more: object = {}): MessageContent => ({
      type: "envelope",
      user: ann,
      envelopeId: "7400",
      diamonds: 500,
      people: 50,
      ...more,
    });
    const said = room.say(chest(), chest(), chest({ envelopeId: "7401", businessType: 4 }), chest());
    await room.expectMetrics({});
    expect(room.eventsOf("envelope")).toHaveLength(1);
    await room.expectRoom({ chests: [expect.objectContaining({ envelopeId: "7400", diamonds: 500 })] as never });
    await room.reconnect([...said, room.message(chest())]);
    await room.expectMetrics({});
    expect(room.eventsOf("envelope")).toHaveLength(1);
    room.say(chest({ hidden: true }), chest({ hidden: true }), chest());
    await room.expectMetrics({});
    expect(room.eventsOf("envelope")).toMatchObject([{}, { hidden: true }]);
    await room.expectRoom({ chests: [] });
  });

  it("is several questions where none has an id", async () => {
    await broadcast();
    const question = (text: string): MessageContent => ({ type: "question", user: ann, questionId: "0", text });
    room.say(question("where do you buy your paint?"), question("who taught you to draw like this?"));
    await room.expectMetrics({ questions: 2 });
  });

  it("is one question", async () => {
    await broadcast();
    const question = (questionId: string, text: string): MessageContent => ({ type: "question", user: ann, questionId, text });
    const said = room.say(question("90", "where do you buy your paint?"), question("90", "where do you buy your paint?"));
    room.say(question("91", "who taught you to draw like this?"));
    await room.expectMetrics({ questions: 2 });
    await room.reconnect([...said, room.message(question("90", "where do you buy your paint?"))]);
    await room.expectMetrics({ questions: 2 });
    expect(room.eventsOf("question")).toHaveLength(2);
    await eventually(async () => expect((await room.documents()).questionsAsked).toMatchObject([{ count: 1 }, { count: 1 }]));
  });
});

describe("a battle", () => {
  const [rival, mate] = [person(21), person(22)];
  const battle = (more: object): MessageContent => ({
    type: "battle",
    battleId: "5",
    phase: "finish",
    startedAtMs: Date.now(),
    durationSeconds: 300,
    hosts: [rival, room.host],
    scores: [],
    ...more,
  });

  it("has its own side first, although the opponent is listed first", async () => {
    await broadcast();
    const scores = [
      { hostId: rival.id, score: 900 },
      { hostId: room.host.id, score: 400 },
    ];
    room.say(battle({ phase: "open" }), battle({ scores }));
    await room.expectMetrics({});
    const sides = [
      { hosts: [{ id: room.host.id }], score: 400, isOwn: true },
      { hosts: [{ id: rival.id }], score: 900 },
    ];
    await room.expectRoom({ battle: expect.objectContaining({ state: "finish" }) });
    expect((await room.documents()).room?.battle?.sides).toMatchObject(sides);
  });

  it("of teams has the teams' scores, although nobody has one alone", async () => {
    await broadcast();
    const teams = [
      { teamId: "2", hostIds: [rival.id, person(23).id], score: 300 },
      { teamId: "1", hostIds: [mate.id, room.host.id], score: 700 },
    ];
    room.say(
      battle({ phase: "open" }),
      battle({
        teams,
        scores: [
          { hostId: rival.id, score: 0 },
          { hostId: room.host.id, score: 0 },
        ],
      }),
    );
    await room.expectMetrics({});
    await room.expectRoom({ battle: expect.objectContaining({ state: "finish" }) });
    const sides = (await room.documents()).room?.battle?.sides;
    expect(sides?.map(({ score, isOwn }) => [score, isOwn])).toEqual([
      [700, true],
      [300, false],
    ]);
  });
});

describe("a battle as it runs", () => {
  const rival = person(21);
  it("has the own side first, by the hosts' ids", async () => {
    await broadcast();
    const army = (hostId: string, score: number) => ({ hostId, score, supporters: [] });
    room.say({ type: "armies", battleId: "6", armies: [army(rival.id, 50), army(room.host.id, 20)] });
    await room.expectMetrics({});
    await room.expectRoom({ battle: expect.objectContaining({ state: "open" }) });
    const sides = (await room.documents()).room?.battle?.sides;
    expect(sides?.map(({ score, isOwn }) => [score, isOwn])).toEqual([
      [20, true],
      [50, false],
    ]);
  });

  it.each<[string, string, number, number]>([
    ["while it runs", "WebcastLinkMicArmies", 14, 3],
    ["at its end", "WebcastLinkMicBattle", 18, 3],
    ["in its result", "WebcastLinkMicBattle", 17, 4],
  ])("has the scores of teams alone: %s", async (_, method, field, scoreField) => {
    await broadcast();
    const teams = [
      [2, [rival.id, person(23).id], 300],
      [1, [person(22).id, room.host.id], 700],
    ] as const;
    const team = (ids: readonly string[], teamId: number, score: number) => (writer: ProtoWriter) => {
      writer.int(1, teamId);
      for (const id of ids) writer.message(2, (user) => user.int(1, id));
      writer.int(scoreField, score);
    };
    room.say(
      room.raw(method, (writer) => {
        writer.int(2, "8");
        if (method === "WebcastLinkMicBattle") writer.int(4, 5);
        for (const [teamId, ids, score] of teams) writer.message(field, team(ids, teamId, score));
      }),
    );
    await room.expectMetrics({});
    await room.expectRoom({ battle: expect.objectContaining({ battleId: "8" }) });
    const sides = (await room.documents()).room?.battle?.sides;
    expect(sides?.map(({ score, isOwn }) => [score, isOwn])).toEqual([
      [700, true],
      [300, false],
    ]);
  });
});

describe("a pause", () => {
  it("is known until it is over", async () => {
    await broadcast();
    room.pause();
    await room.expectMetrics({ pausedSinceMs: expect.any(Number) as never });
    expect(room.eventsOf("streamPaused")).toHaveLength(1);
    const { atMs } = room.eventsOf("streamPaused")[0] ?? {};
    await room.expectMetrics({ pausedSinceMs: atMs as number });
    room.resume();
    await room.expectMetrics({ pausedSinceMs: 0 });
  });

  it("that was missed is known from the history", async () => {
    await broadcast();
    room.say(chat("before"));
    await room.expectMetrics({ chats: 1, pausedSinceMs: 0 });
    await room.reconnect([room.message({ type: "control", action: "paused" })]);
    room.say(chat("after"));
    await room.expectMetrics({ chats: 2 });
    expect(room.eventsOf("streamPaused")).toHaveLength(1);
    await room.expectMetrics({ pausedSinceMs: room.eventsOf("streamPaused")[0]?.atMs as number });
  });
});

describe("who is nobody", () => {
  it("is no person, but what they do counts", async () => {
    await broadcast();
    const anonymous: Viewer = { id: "0", handle: "", nickname: "" };
    const masked = person(30, { isMasked: true });
    const placeholder: Viewer = { id: "1111111", handle: "", nickname: "Somebody" };
    const all = [anonymous, masked, placeholder, { ...placeholder, nickname: "Somebody else" }];
    for (const user of all) room.say(chat("hello", user), follow(user), gift(galaxy, 1, true, { user }));
    await room.expectMetrics({ chats: 4, follows: 4, gifts: 4, diamonds: 4_000, uniqueViewers: 0 });
    expect((await room.documents()).leaderboard?.gifters ?? []).toEqual([]);
  });
});

describe("counts", () => {
  const seen = (viewers: number): MessageContent => ({ type: "roomUser", viewers, viewersEver: 5_000_000_000, top: [] });

  it("of viewers do not fall to a 0 in between", async () => {
    await broadcast();
    room.say(seen(100));
    await room.expectMetrics({ viewers: 100 });
    room.say(seen(0));
    await room.expectMetrics({ viewers: 100, viewersAverage: 100, visitors: 5_000_000_000 });
    room.say(seen(100));
    await room.expectMetrics({ viewers: 100, viewersAverage: 100, viewersPeak: 100 });
  });

  it("of viewers are read from arrivals where nothing else has them", async () => {
    await broadcast();
    room.say({ type: "member", user: ann, memberCount: 55 });
    await room.expectMetrics({ viewers: 55, joins: 1 });
  });

  it("over 2³² are exact", async () => {
    await broadcast();
    const planet: Gift = { id: 9, name: "Planet", diamonds: 2_000_000_000, streakable: true };
    room.say({ type: "like", user: ann, count: 15, total: 6_000_000_000 });
    for (let time = 0; time < 3; time++) room.say({ type: "like", user: ben, count: 2_000_000_000, total: 6_000_000_000 });
    for (const groupId of ["1", "2", "3"]) room.say(gift(planet, 1, true, { groupId }));
    await room.expectMetrics({ likes: 6_000_000_000, diamonds: 6_000_000_000, likesObserved: 6_000_000_015 });
    expect((await room.documents()).leaderboard?.gifters).toMatchObject([{ diamonds: 6_000_000_000 }]);
    await eventually(async () => {
      const ranked = (await room.documents()).ranking ?? [];
      expect(ranked.find(({ user }) => user.id === ben.id)).toMatchObject({ likes: 6_000_000_000 });
    });
  });
});

describe("a guest", () => {
  const onStage = (people: readonly Viewer[], field: number) =>
    room.raw("WebcastLinkMessage", (writer) =>
      writer.int(4, 4).message(field, (list) => {
        for (const { id, handle, nickname } of people)
          list.message(1, (linked) => linked.message(1, (user) => user.int(1, id).string(3, nickname).string(38, handle)));
      }),
    );
  const expectOnStage = async (...ids: string[]) => {
    await room.expectMetrics({});
    await room.expectRoom({
      guests: ids.map((id) => expect.objectContaining({ guest: expect.objectContaining({ id }) })) as never,
    });
  };

  it.each([13, 20])("is on stage until a list of those on stage has them no more (field %i)", async (field) => {
    await broadcast();
    room.say(onStage([room.host, ben, guest], field));
    await expectOnStage(ben.id, guest.id);
    room.say(onStage([room.host, guest], field));
    await expectOnStage(guest.id);
    room.say(onStage(field === 13 ? [room.host] : [], field));
    await expectOnStage();
  });

  it("is on stage by ids alone, until a list has them no more", async () => {
    await broadcast();
    room.say({ type: "stage", guestIds: [room.host.id, ben.id, guest.id] });
    await expectOnStage(ben.id, guest.id);
    room.say({ type: "stage", guestIds: [room.host.id, ben.id] });
    await expectOnStage(ben.id);
    room.say({ type: "stage", guestIds: [room.host.id] });
    await expectOnStage();
  });
});

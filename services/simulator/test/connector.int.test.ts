import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "../src/simulator.ts";
import type { MessageContent } from "../src/wire/message.ts";
import type { Viewer } from "../src/wire/viewer.ts";
import { type Client, connect, createClient, startSimulator, type Wire } from "./client.ts";

let simulator: Simulator;
let client: Client | undefined;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => client?.close());
afterAll(() => simulator.stop(AbortSignal.timeout(1000)));

const ana: Viewer = {
  id: "6912345678901234567",
  handle: "ana.ok",
  nickname: "Ana 🥝 أنا",
  avatarUrl: "http://sim/avatar/1.svg",
  followers: 12,
  following: 34,
  isFollower: true,
  isSubscriber: true,
  isModerator: true,
  gifterLevel: 23,
};
const leo: Viewer = { id: "6912345678901234568", handle: "leo", nickname: "Leo" };

/** A room in which nothing is said but what a test says. */
async function quietRoom(name: string, options: { processInitialData?: boolean } = {}): Promise<Client> {
  simulator.script(name, { events: 0 });
  client = createClient(simulator, name, options);
  await client.connection.connect();
  await client.next("enterRoom");
  await eventually(() => expect(simulator.scriptOf(name)?.state).toBe("finished"));
  return client;
}

/** Says one message in a quiet room, and gives what the connector made of it. */
async function received(content: MessageContent, event: string, gzip = true): Promise<Wire> {
  const listener = await quietRoom(`solo-${event.toLowerCase()}`);
  const { room } = simulator.creator(`solo-${event.toLowerCase()}`);
  const before = listener.of(event).length;
  const message = { ...content, msgId: "7291284998477400837", createTimeMs: 1_700_000_000_123 };
  room?.publishFrame([message], Date.now(), { gzip });
  return listener.next(event, before + 1);
}

describe("what the unmodified connector makes of each message", () => {
  it("chat, with all that is known of its author", async () => {
    const chat = await received({ type: "chat", user: ana, text: "¿de dónde eres? 🇲🇽", language: "es" }, "chat");
    expect(chat.common).toMatchObject({
      msgId: "7291284998477400837",
      createTime: "1700000000123",
      method: "WebcastChatMessage",
    });
    expect(chat).toMatchObject({ content: "¿de dónde eres? 🇲🇽", contentLanguage: "es" });
    expect(chat.user).toMatchObject({ id: ana.id, idStr: ana.id, displayId: "ana.ok", nickname: ana.nickname, isFollower: true });
    expect(chat.user.avatarThumb.urlList).toEqual([ana.avatarUrl]);
    expect(chat.user.followInfo).toMatchObject({ followerCount: "12", followingCount: "34", followStatus: "1" });
    expect(chat.userIdentity).toMatchObject({ isFollowerOfAnchor: true, isSubscriberOfAnchor: true, isModeratorOfAnchor: true });
    const gifter = chat.user.badgeList.find((badge: Wire) => badge.sceneType === 8);
    expect(gifter.privilegeLogExtra.level).toBe("23");
  });

  it("a gift of a streak, and its end", async () => {
    const gift = { id: 5655, name: "Rose", diamonds: 1, streakable: true };
    const sent = { type: "gift", user: ana, gift, groupId: "1697634617495", repeatCount: 3 } as const;
    const open = await received({ ...sent, repeatEnd: false }, "gift");
    expect(open).toMatchObject({ giftId: "5655", groupId: "1697634617495", repeatCount: 3, repeatEnd: 0 });
    expect(open.gift).toMatchObject({ id: "5655", name: "Rose", diamondCount: 1, type: 1, combo: true });
    const over = await received({ ...sent, repeatEnd: true }, "gift", false);
    expect(over.repeatEnd).toBe(1);
  });

  it("a gift that cannot be repeated", async () => {
    const gift = { id: 6369, name: "Lion", diamonds: 29_999, streakable: false };
    const lion = await received({ type: "gift", user: ana, gift, groupId: "1", repeatCount: 1, repeatEnd: true }, "gift");
    expect(lion.gift).toMatchObject({ type: 2, diamondCount: 29_999, combo: false });
  });

  it("likes, joins and viewers", async () => {
    expect(await received({ type: "like", user: ana, count: 11, total: 1_816_524 }, "like")).toMatchObject({
      count: 11,
      total: "1816524",
    });
    expect(await received({ type: "member", user: ana, memberCount: 4230 }, "member")).toMatchObject({
      memberCount: 4230,
      action: 1,
    });
    expect(await received({ type: "member", user: ana, memberCount: 1, action: 3 }, "member")).toMatchObject({ action: 3 });
    const seen = await received(
      { type: "roomUser", viewers: 1650, viewersEver: 9000, top: [{ user: ana, score: 77 }] },
      "roomUser",
    );
    expect(seen).toMatchObject({ total: "1650", totalUser: "9000" });
    expect(seen.ranks[0]).toMatchObject({ score: "77", rank: "1", user: { id: ana.id } });
  });

  it("a follow and a share, each as itself", async () => {
    const follow = await received({ type: "follow", user: ana, followCount: 500 }, "follow");
    expect(follow).toMatchObject({ action: "1", followCount: "500", user: { displayId: "ana.ok" } });
    expect(await received({ type: "share", user: ana, shareCount: 60 }, "share")).toMatchObject({ action: "3", shareCount: 60 });
    expect(client?.of("social")).toEqual([]);
  });

  it("a subscription, a question, an emote", async () => {
    expect(await received({ type: "subscribe", user: ana, months: 7 }, "subNotify")).toMatchObject({ subMonth: "7" });
    const question = await received({ type: "question", user: ana, questionId: "42", text: "how?" }, "questionNew");
    expect(question.data).toMatchObject({ questionId: "42", content: "how?", user: { id: ana.id } });
    const emote = await received({ type: "emote", user: ana, emoteIds: ["1", "2"] }, "emote");
    expect(emote.emoteList.map((each: Wire) => each.emoteId)).toEqual(["1", "2"]);
  });

  it("a caption, a deletion, a treasure box", async () => {
    const caption = await received({ type: "caption", text: "hello all", language: "en", sentenceId: "9" }, "captionMessage");
    expect(caption).toMatchObject({ content: [{ lang: "en", content: "hello all" }], sentenceId: "9", definite: true });
    const deletion = await received({ type: "delete", msgIds: ["7291284998477400837"], userIds: [leo.id] }, "imDelete");
    expect(deletion).toMatchObject({ deleteMsgIds: ["7291284998477400837"], deleteUserIds: [leo.id] });
    const box = await received({ type: "envelope", user: ana, envelopeId: "e1", diamonds: 100, people: 10 }, "envelope");
    expect(box.envelopeInfo).toMatchObject({ envelopeId: "e1", diamondCount: 100, peopleCount: 10, sendUserId: ana.id });
  });

  it("a battle and its scores", async () => {
    const scores = [
      { hostId: ana.id, score: 500 },
      { hostId: leo.id, score: 2958 },
    ];
    const battle = await received(
      {
        type: "battle",
        battleId: "77",
        phase: "finish",
        startedAtMs: 1_696_446_840_111,
        durationSeconds: 301,
        hosts: [ana, leo],
        scores,
      },
      "linkMicBattle",
    );
    expect(battle).toMatchObject({ battleId: "77", action: 5, battleSettings: { startTimeMs: "1696446840111", duration: 301 } });
    expect(battle.battleResult[leo.id]).toMatchObject({ userId: leo.id, score: "2958", result: 1 });
    expect(battle.anchorsInfo[0].value.user).toMatchObject({ userId: ana.id, nickName: ana.nickname });
    const armies = await received(
      { type: "armies", battleId: "77", armies: scores.map((score) => ({ ...score, supporters: [{ user: ana, score: 5 }] })) },
      "linkMicArmies",
    );
    expect(armies.armies[leo.id]).toMatchObject({
      hostscore: "2958",
      anchorIdStr: leo.id,
      userArmies: [{ userId: ana.id, score: "5" }],
    });
  });

  it("a goal, a pin, a barrage, an introduction", async () => {
    const goal = await received(
      { type: "goal", goalId: "5", description: "roses", progress: 3, target: 50, user: ana },
      "goalUpdate",
    );
    expect(goal.goal).toMatchObject({ id: "5", description: "roses", subGoals: [{ progress: "3", target: "50" }] });
    const pinned = { type: "chat", user: leo, text: "keep this", msgId: "123", createTimeMs: 1 } as const;
    const pin = await received({ type: "pin", pinned, operator: ana }, "roomPin");
    expect(pin).toMatchObject({ pinMsgId: "123", operator: { id: ana.id }, chatMessage: { content: "keep this" } });
    expect((await received({ type: "barrage", user: ana, key: "k", text: "joined" }, "barrage")).content.key).toBe("k");
    expect(await received({ type: "intro", user: ana, text: "welcome" }, "liveIntro")).toMatchObject({ content: "welcome" });
  });

  it("a pause, a resumption, an end", async () => {
    await quietRoom("pauses");
    const creator = simulator.creator("pauses");
    creator.pause();
    expect(await client?.next("controlMessage", 1)).toMatchObject({ action: 1 });
    creator.resume();
    expect(await client?.next("controlMessage", 2)).toMatchObject({ action: 2 });
    creator.end();
    expect(await client?.next("streamEnd")).toMatchObject({ action: 3 });
    await client?.next("disconnected");
  });
});

describe("a connection", () => {
  it("is counted: sign call, socket, acknowledgements, room", async () => {
    client = await connect(simulator, "counted");
    await client.next("chat", 3);
    await eventually(() => {
      const counted = simulator.connections("counted");
      expect(counted).toMatchObject({ open: 1, opened: 1, signs: 1, entered: 1 });
      expect(counted.acks).toBeGreaterThan(0);
    });
    await client.close();
    await eventually(() => expect(simulator.connections("counted")).toMatchObject({ open: 0, opened: 1 }));
  });

  it("has its heartbeats answered", async () => {
    client = createClient(simulator, "heartbeats");
    client.connection.on("websocketConnected", (socket) => socket.sendHeartbeat());
    await client.connection.connect();
    await eventually(() => expect(simulator.connections("heartbeats").heartbeats).toBe(1));
  });

  it("is given what was said last, with the ids it had, and again when it comes back", async () => {
    await quietRoom("history");
    const ids = simulator.say("history", ...Array.from({ length: 30 }, (_, i) => ({ type: "chat", text: `line ${i}` }) as const));
    await client?.next("chat", 30);
    const again = await connect(simulator, "history");
    expect(again.of("chat").map((chat) => chat.common.msgId)).toEqual(ids.slice(-20));
    await again.close();
  });

  it("loses nothing between the sign reply and its socket", async () => {
    await quietRoom("handshake");
    const late = createClient(simulator, "handshake", { processInitialData: false });
    const { room } = simulator.creator("handshake");
    const sign = room?.sign.bind(room);
    if (!room || !sign) throw new Error("no room");
    // What is said right after the sign reply was made, while the client still opens its socket.
    room.sign = (nowMs) => {
      const reply = sign(nowMs);
      simulator.say("handshake", { type: "chat", text: "in between" });
      return reply;
    };
    await late.connection.connect();
    expect((await late.next("chat")).content).toBe("in between");
    await late.close();
  });

  it("finds a creator in any spelling, and nobody where nobody is", async () => {
    client = await connect(simulator, "MixedCase");
    expect(client.connection.roomId).toBe(simulator.creator("mixedcase").room?.roomId);
    await expect(createClient(simulator, "nobody-here").connection.connect()).rejects.toThrow("all sources");
  });

  it("waits in vain for who is offline, and gets a new room for each broadcast", async () => {
    const waiting = createClient(simulator, "offline-ola");
    await expect(waiting.connection.connect()).rejects.toThrow();
    const creator = simulator.creator("offline-ola");
    const first = creator.goLive().roomId;
    client = await connect(simulator, "offline-ola");
    expect(client.connection.roomId).toBe(first);
    creator.goLive();
    await client.next("streamEnd");
    const second = await connect(simulator, "offline-ola");
    expect(second.connection.roomId).not.toBe(first);
    await second.close();
    creator.end();
    await expect(createClient(simulator, "offline-ola").connection.connect()).rejects.toThrow("online");
  });
});

import type { LiveEvent } from "@frontrow/protocol/event";
import type { MessageContent, RoomMessage } from "@frontrow/simulator/wire/message";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "./stage.ts";

type Room = NonNullable<ReturnType<Stage["simulator"]["creator"]>["room"]>;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const viewer = { id: "6800000000000000123", handle: "ann", nickname: "Ann" };
const rose = { id: 5655, name: "Rose", diamonds: 1, streakable: true };
const lion = { id: 6369, name: "Lion", diamonds: 1_000, streakable: false };

const messageOf = (room: Room, content: MessageContent, skewMs = 0): RoomMessage => {
  const nowMs = Date.now() + skewMs;
  return { ...content, msgId: room.nextId(nowMs), createTimeMs: nowMs };
};
const chat = (text: string): MessageContent => ({ type: "chat", user: viewer, text });
const say = (room: Room, ...contents: MessageContent[]): RoomMessage[] => {
  const messages = contents.map((content) => messageOf(room, content));
  room.publish(messages, Date.now());
  return messages;
};

const totalsOf = (events: readonly LiveEvent[]) => ({
  chats: events.filter(({ type }) => type === "chat").length,
  follows: events.filter(({ type }) => type === "follow").length,
  likes: events.filter(({ type }) => type === "like").length,
  diamonds: events.reduce((sum, event) => sum + (event.type === "gift" && !event.streakOpen ? event.diamonds : 0), 0),
});

/** A live creator whom one worker watches, in whose room only the test speaks. */
async function watchQuiet(name: string): Promise<{ room: Room; reconnect(): Promise<void> }> {
  const creator = stage.simulator.creator(name);
  const room = creator.goLive({ play: () => 60_000 });
  room.repeats = [];
  await stage.watch(name);
  await stage.until(name, { state: "live" });
  await eventually(() => expect(stage.simulator.connections(name).entered).toBe(1));
  return {
    room,
    async reconnect() {
      const { entered } = stage.simulator.connections(name);
      creator.drop();
      await eventually(() => expect(stage.simulator.connections(name).entered).toBe(entered + 1));
      await stage.until(name, { state: "live" });
    },
  };
}

describe("a history of what is rare, after much of what is frequent", () => {
  const streak = (repeatCount: number, repeatEnd: boolean): MessageContent => ({
    type: "gift",
    user: viewer,
    gift: rose,
    groupId: "1",
    repeatCount,
    repeatEnd,
  });
  const rare: MessageContent[] = [
    ...["one", "two", "three", "four", "five"].map(chat),
    { type: "gift", user: viewer, gift: lion, groupId: "0", repeatCount: 1, repeatEnd: true },
    streak(50, true),
    { type: "follow", user: viewer, followCount: 1 },
  ];
  const likes = 4_000;

  it.each([["the same owner"], ["another owner"]])("counts nothing twice for %s, and what is new", async (who) => {
    const first = await stage.worker();
    const name = who.replaceAll(" ", "");
    const { room, reconnect } = await watchQuiet(name);
    const said = say(room, ...rare);
    for (let total = 1; total <= likes; total++) say(room, { type: "like", user: viewer, count: 1, total });
    await eventually(async () => expect(totalsOf(await stage.events(name)).likes).toBe(likes), 20_000);
    room.repeats = [...said, messageOf(room, chat("six"))];
    if (who === "the same owner") await reconnect();
    else {
      const { entered } = stage.simulator.connections(name);
      await stage.worker();
      await first.stop();
      await eventually(() => expect(stage.simulator.connections(name).entered).toBe(entered + 1));
    }
    say(room, chat("seven"));
    const events = await eventually(async () => {
      const found = await stage.events(name);
      expect(totalsOf(found).chats).toBeGreaterThan(6);
      return found;
    });
    expect(totalsOf(events)).toEqual({ chats: 7, follows: 1, likes, diamonds: 1_050 });
    expect(events.filter(({ type, late }) => late && type === "chat")).toMatchObject([{ text: "six" }]);
  });
});

describe("one message whose clock is off", () => {
  it.each([3_600_000, -3_600_000])("does not decide what is new of a history (%s ms)", async (skewMs) => {
    await stage.worker();
    const name = `clock${skewMs > 0 ? "ahead" : "behind"}`;
    const { room, reconnect } = await watchQuiet(name);
    say(room, chat("one"), chat("two"));
    const odd = messageOf(room, chat("odd"), skewMs);
    room.publish([odd], Date.now());
    const [three] = say(room, chat("three"));
    await eventually(async () => expect(totalsOf(await stage.events(name)).chats).toBe(4));
    room.repeats = [...(three ? [three] : []), ...["four", "five", "six"].map((text) => messageOf(room, chat(text)))];
    await reconnect();
    say(room, chat("seven"));
    await eventually(async () => {
      const texts = (await stage.events(name)).flatMap((event) => (event.type === "chat" ? [event.text] : [event.type]));
      expect(texts).toEqual(["one", "two", "odd", "three", "four", "five", "six", "seven"]);
    });
  });
});

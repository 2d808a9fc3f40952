import { describe, expect, it } from "vitest";
import { configSchema } from "../config.ts";
import type { RoomSettings } from "../rooms/settings.ts";
import type { Stage } from "../rooms/show.ts";
import type { MessageOf, RoomMessage } from "../wire/message.ts";
import { snowflake } from "../wire/snowflake.ts";
import { createAudience } from "./audience.ts";
import { defaultSettings, hostOf } from "./defaults.ts";
import { createPeople } from "./people.ts";

/** Ten simulated minutes of a creator's audience, looked at each `stepMs`. */
function broadcast(name: string, change: Partial<RoomSettings> = {}, stepMs = 400, minutes = 10): RoomMessage[] {
  const settings = { ...defaultSettings(name, configSchema.parse({})), ...change };
  const said: RoomMessage[] = [];
  let ids = 0;
  const stage = {
    connections: 1,
    publish: (messages: readonly RoomMessage[]) => void said.push(...messages),
  } as unknown as Stage;
  const show = createAudience({
    settings: () => settings,
    people: createPeople("test", () => "http://sim"),
    host: hostOf(name, "http://sim"),
    startedAtMs: 1_700_000_000_000,
    nextId: (atMs) => {
      ids += 1;
      return snowflake(atMs, ids);
    },
  });
  for (let atMs = 0; atMs <= minutes * 60_000; atMs += stepMs) show.play(stage, 1_700_000_000_000 + atMs);
  return said;
}

const only = <T extends RoomMessage["type"]>(messages: RoomMessage[], type: T): MessageOf<T>[] =>
  messages.filter((message): message is MessageOf<T> => message.type === type);

describe("createAudience", () => {
  it("says the same for the same seed, however often somebody looks", () => {
    expect(broadcast("alice", {}, 400, 2)).toEqual(broadcast("alice", {}, 6000, 2));
  });

  it("says something else for another name", () => {
    expect(broadcast("alice", {}, 400, 1)).not.toEqual(broadcast("bruno", {}, 400, 1));
  });

  it("keeps the rate that was asked for, from one a minute to hundreds a second", () => {
    for (const [eventsPerSecond, minutes] of [
      [1 / 60, 300],
      [10, 10],
      [400, 0.5],
    ] as const) {
      const said = broadcast("rate", { eventsPerSecond, isSteady: true }, 1000, minutes);
      const measured = said.length / (minutes * 60);
      expect(measured / eventsPerSecond).toBeGreaterThan(0.8);
      expect(measured / eventsPerSecond).toBeLessThan(1.3);
    }
  });

  it("goes forward in time and never repeats an id", () => {
    const said = broadcast("carla");
    expect(new Set(said.map(({ msgId }) => msgId)).size).toBe(said.length);
    const times = said.map(({ createTimeMs }) => createTimeMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("lets every streak grow and end once, with the count it had", () => {
    const said = broadcast("dora", {}, 400, 12);
    const streaks = new Map<string, MessageOf<"gift">[]>();
    for (const gift of only(said, "gift")) {
      const key = `${gift.user.id} ${gift.gift.id} ${gift.groupId}`;
      streaks.set(key, [...(streaks.get(key) ?? []), gift]);
    }
    const lastMs = said.at(-1)?.createTimeMs ?? 0;
    const over = [...streaks.values()].filter((gifts) => (gifts.at(-1)?.createTimeMs ?? 0) < lastMs - 60_000);
    expect(over.length).toBeGreaterThan(100);
    for (const gifts of over) {
      expect(gifts.filter(({ repeatEnd }) => repeatEnd)).toHaveLength(1);
      expect(gifts.at(-1)?.repeatEnd).toBe(true);
      const counts = gifts.map(({ repeatCount }) => repeatCount);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
    expect(over.some((gifts) => gifts.length > 5)).toBe(true);
  });

  it("counts likes up to the room's total", () => {
    const likes = only(broadcast("emil"), "like");
    likes.slice(1).forEach((like, index) => {
      expect(like.total).toBe((likes[index]?.total ?? 0) + like.count);
    });
  });

  it("has viewers that rise and fall, several languages, questions, and moods that turn", () => {
    const said = broadcast("fay", {}, 400, 40);
    const viewers = only(said, "roomUser").map((seen) => seen.viewers);
    expect(Math.max(...viewers) / Math.min(...viewers)).toBeGreaterThan(1.3);
    const chats = only(said, "chat");
    expect(new Set(chats.map(({ language }) => language)).size).toBeGreaterThan(1);
    expect(chats.some(({ text }) => /[?？؟]/.test(text))).toBe(true);
    for (const type of [
      "gift",
      "member",
      "follow",
      "share",
      "subscribe",
      "question",
      "emote",
      "delete",
      "battle",
      "raw",
    ] as const) {
      expect(only(said, type).length, type).toBeGreaterThan(0);
    }
  });

  it("puts stickers between words", () => {
    const placed = only(broadcast("alice"), "chat").flatMap(({ text, stickers = [] }) =>
      stickers.map(({ at }) => text[at] ?? "end"),
    );
    expect(new Set(placed)).toEqual(new Set([" ", "end"]));
  });

  it("speaks the languages that were chosen", () => {
    const chats = only(broadcast("gus", { languages: ["ja", "ar"] }), "chat");
    expect(new Set(chats.map(({ language }) => language))).toEqual(new Set(["ja", "ar"]));
  });
});

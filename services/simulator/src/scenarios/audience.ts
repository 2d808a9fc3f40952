import type { Show, Stage } from "../rooms/show.ts";
import type { RoomMessage } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import { createRandom } from "./random.ts";

/** A simple live audience. */
export function createAudience(options: {
  seed: string;
  startedAtMs: number;
  eventsPerSecond: () => number;
  frameIntervalMs: () => number;
}): Show {
  const random = createRandom(options.seed);
  const people: Viewer[] = Array.from({ length: 300 }, (_, i) => ({
    id: `69000000000000${1000 + i}`,
    handle: `viewer_${i}`,
    nickname: `Viewer ${i}`,
    gifterLevel: i % 30,
    isFollower: i % 3 === 0,
  }));
  let atMs = options.startedAtMs;
  let total = 1000;
  let viewers = 500;
  const next = (stage: Stage): RoomMessage => {
    const base = { msgId: stage.nextId(atMs), createTimeMs: Math.round(atMs) };
    const user = random.pick(people);
    const count = random.between(1, 15);
    const kind = random.weighted([
      ["chat", 8],
      ["like", 4],
      ["member", 8],
      ["gift", 2],
      ["roomUser", 1],
      ["follow", 0.5],
      ["share", 0.3],
    ] as const);
    switch (kind) {
      case "chat":
        return {
          ...base,
          type: "chat",
          user,
          text: random.pick(["hello", "love this!", "where are you from?", "🔥🔥🔥"]),
          language: "en",
        };
      case "like":
        total += count;
        return { ...base, type: "like", user, count, total };
      case "member":
        return { ...base, type: "member", user, memberCount: viewers };
      case "gift":
        return {
          ...base,
          type: "gift",
          user,
          gift: { id: 5655, name: "Rose", diamonds: 1, streakable: true },
          groupId: String(Math.floor(atMs)),
          repeatCount: 1,
          repeatEnd: true,
        };
      case "roomUser":
        viewers = Math.max(10, viewers + random.between(-20, 22));
        return { ...base, type: "roomUser", viewers, viewersEver: viewers * 3, top: [] };
      case "follow":
        return { ...base, type: "follow", user, followCount: 1000 };
      case "share":
        return { ...base, type: "share", user, shareCount: 10 };
    }
  };
  return {
    play(stage, nowMs) {
      const due: RoomMessage[] = [];
      for (;;) {
        const wait = random.wait(1000 / options.eventsPerSecond());
        if (atMs + wait > nowMs) break;
        atMs += wait;
        due.push(next(stage));
      }
      stage.publish(due, nowMs);
      return stage.connections > 0 ? options.frameIntervalMs() : 1000;
    },
  };
}

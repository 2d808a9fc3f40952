import { describe, expect, it } from "vitest";
import type { RoomMessage } from "../wire/message.ts";
import { History } from "./history.ts";

const messages = (from: number, to: number): RoomMessage[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    type: "control",
    action: "paused",
    msgId: String(from + index),
    createTimeMs: 1,
  }));
const idsOf = (said: readonly RoomMessage[]): string[] => said.map(({ msgId }) => msgId);

describe("History", () => {
  it("keeps the last messages, oldest first, and no more than it is told", () => {
    const history = new History(() => 3);
    for (let i = 1; i <= 500; i += 1) history.add(messages(i, i), 0);
    expect(idsOf(history.last())).toEqual(["498", "499", "500"]);
    expect(history.count).toBe(500);
  });

  it("keeps nothing when there is no history", () => {
    const history = new History(() => 0);
    history.add(messages(1, 100), 0);
    expect(history.last()).toEqual([]);
  });

  it("holds all that is said between a sign reply and its socket", () => {
    const history = new History(() => 2);
    history.add(messages(1, 10), 0);
    history.hold(0);
    const place = history.count;
    history.add(messages(11, 300), 100);
    expect(idsOf(history.since(place))).toEqual(idsOf(messages(11, 300)));
  });

  it("serves two handshakes that overlap from their own places", () => {
    const history = new History(() => 2);
    history.hold(0);
    history.add(messages(1, 5), 10);
    history.hold(20);
    const second = history.count;
    history.add(messages(6, 7), 30);
    expect(idsOf(history.since(0))).toEqual(idsOf(messages(1, 7)));
    expect(idsOf(history.since(second))).toEqual(["6", "7"]);
  });

  it("holds nothing for a socket that never comes", () => {
    const history = new History(() => 2);
    history.hold(0);
    history.add(messages(1, 1), 60_000);
    expect(history.since(0)).toEqual([]);
  });
});

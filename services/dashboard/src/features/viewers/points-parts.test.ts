import type { ViewerStats } from "@frontrow/protocol/insight";
import { expect, it } from "vitest";
import { chat } from "../../live/samples.ts";
import { pointsParts } from "./points-parts.ts";

const viewer = (more: Partial<ViewerStats>): ViewerStats => ({
  user: chat("x").user as ViewerStats["user"],
  points: 0,
  firstSeenMs: 0,
  lastSeenMs: 0,
  watchMs: 0,
  visits: 1,
  chats: 0,
  likes: 0,
  shares: 0,
  gifts: 0,
  diamonds: 0,
  followed: false,
  subscribed: false,
  ...more,
});

it("says what points are made of, and leaves out what gave none", () => {
  const parts = pointsParts(viewer({ points: 58, watchMs: 30 * 60_000, chats: 4, followed: true, diamonds: 1, likes: 4 }));
  expect(parts).toEqual([
    { name: "time watched", points: 30 },
    { name: "messages", points: 8 },
    { name: "likes", points: 2 },
    { name: "followed", points: 10 },
    { name: "diamonds", points: 8 },
  ]);
});

it("says nothing when the parts do not add up to the points", () => {
  expect(pointsParts(viewer({ points: 400, chats: 4 }))).toBeUndefined();
});

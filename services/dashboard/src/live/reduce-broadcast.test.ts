import type { LiveEvent } from "@frontrow/protocol/event";
import type { Curves, Insight } from "@frontrow/protocol/insight";
import { describe, expect, it } from "vitest";
import { BIG_GIFT_DIAMONDS } from "./notices.ts";
import { foldEvents, foldInsights, takeSnapshot, withCurves } from "./reduce-broadcast.ts";
import { chat, gift } from "./samples.ts";
import { emptySeries, STEP_MS } from "./series.ts";

const NOW = 1_800_000_000_000;
const empty = takeSnapshot(undefined, { type: "snapshot", session: "ses_a", epoch: 1, events: [] });
const metrics = (values: object): Insight => ({ type: "metrics", ...values }) as Insight;
const at = (atMs: number, more: object = {}) => metrics({ viewers: 5, viewersPeak: 9, atMs, ...more });

describe("a snapshot", () => {
  it("replaces rows of every kind, and what was behind is behind no more", () => {
    const held = { ...foldEvents(empty, [chat("a"), gift("s", 1)]).broadcast, isBehind: true };
    const next = takeSnapshot(held, { type: "snapshot", session: "ses_a", epoch: 1, events: [chat("b")] });
    expect([next.chat.rows.map(({ id }) => id), next.gifts.rows, next.isBehind]).toEqual([["b"], [], false]);
  });

  it("leaves no gap when nothing was missed, or nothing had been known", () => {
    const seen = foldInsights(empty, [at(NOW)]);
    const back = takeSnapshot(seen, { type: "snapshot", session: "ses_a", epoch: 1, events: [] });
    expect(foldInsights(back, [at(NOW + STEP_MS)]).series.gaps).toEqual([]);
    expect(foldInsights(empty, [at(NOW)]).series.gaps).toEqual([]);
  });

  it("leaves its gap once", () => {
    const back = takeSnapshot(foldInsights(empty, [at(NOW)]), { type: "snapshot", session: "ses_a", epoch: 1, events: [] });
    const missed = foldInsights(back, [at(NOW + 60_000)]);
    expect(missed.series.gaps).toHaveLength(1);
    expect(foldInsights(missed, [at(NOW + 90_000)]).series.gaps).toHaveLength(1);
  });

  it("goes on after the last step of curves that were drawn before a reload", () => {
    const series = { points: [{ atMs: 10_000 }, { atMs: 15_000 }], gaps: [] };
    expect(withCurves({ session: "ses_a", epoch: 1, series }).knownUntilMs).toBe(15_000 + STEP_MS);
    expect(withCurves({ session: "ses_a", epoch: 1, series: emptySeries }).knownUntilMs).toBeUndefined();
  });
});

describe("events", () => {
  it("are rows of chat, TikTok's own questions among them, and nothing else is", () => {
    const asked = { ...chat("b"), type: "question" } as const;
    const { broadcast } = foldEvents(empty, [chat("a"), asked, { ...chat("c"), type: "caption" } as never, gift("s", 1)]);
    expect(broadcast.chat.rows.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(broadcast.gifts.rows.map(({ id }) => id)).toEqual(["s"]);
  });

  it("leave alone what they are not about, so that nothing is drawn again", () => {
    const held = foldEvents(empty, [chat("a"), gift("s", 1)]).broadcast;
    const { broadcast } = foldEvents(held, [{ id: "l", type: "like", atMs: 1, sentAtMs: 1, count: 3 } as never]);
    expect(broadcast.chat).toBe(held.chat);
    expect(broadcast.gifts).toBe(held.gifts);
    expect(broadcast.series).toBe(held.series);
  });

  it("are what the host says, and the room is what the fold says", () => {
    const caption = { type: "caption", atMs: 1, sentAtMs: 1, language: "en", sentenceId: "1" } as const;
    const { broadcast } = foldEvents(empty, [
      { ...caption, id: "a", text: "so" },
      { ...caption, id: "b", text: "so we begin" },
    ]);
    expect(broadcast.caption?.text).toBe("so we begin");
    expect(foldEvents(broadcast, [chat("x")]).broadcast.caption).toBe(broadcast.caption);
    const room = { type: "room", atMs: 1, guests: [], goals: [], chests: [] } as const;
    expect(foldInsights(broadcast, [room as never]).room).toBe(room);
  });

  it("say that the host pauses and goes on, and so do the metrics, also to a page that was not there", () => {
    const pause = { id: "p", type: "streamPaused", atMs: 7, sentAtMs: 7 } as const;
    const resume = { id: "r", type: "streamResumed", atMs: 9, sentAtMs: 9 } as const;
    const paused = foldEvents(empty, [pause]).broadcast;
    expect(paused.pausedSinceMs).toBe(7);
    expect(foldEvents(paused, [{ ...pause, id: "again", atMs: 8 }]).broadcast.pausedSinceMs).toBe(7);
    expect(foldEvents(paused, [chat("a")]).broadcast.pausedSinceMs).toBe(7);
    expect(foldEvents(paused, [resume]).broadcast.pausedSinceMs).toBeUndefined();
    expect(foldInsights(empty, [at(NOW, { pausedSinceMs: NOW - 5 })]).pausedSinceMs).toBe(NOW - 5);
    expect(foldInsights(paused, [at(NOW)]).pausedSinceMs).toBe(7);
    expect(foldInsights(paused, [at(NOW, { pausedSinceMs: 0 })]).pausedSinceMs).toBeUndefined();
  });

  it("that are gaps are shaded on the curves", () => {
    const gap = { id: "g", type: "gap", atMs: 9, sentAtMs: 9, fromMs: 1_000, toMs: 2_000, reason: "upstream" } as const;
    expect(foldEvents(empty, [gap]).broadcast.series.gaps).toMatchObject([{ fromMs: 1_000, toMs: 2_000, reason: "upstream" }]);
  });

  it("that are moderation hide rows as they come", () => {
    const moderation: LiveEvent = { id: "m", type: "moderation", atMs: 9, sentAtMs: 9, eventIds: ["a"], userIds: [] };
    const { broadcast } = foldEvents(empty, [chat("a"), chat("b"), moderation]);
    expect(broadcast.chat.rows.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
  });

  it("are big gifts from a bound on", () => {
    const big = (id: string, diamonds: number) => foldEvents(empty, [gift(id, diamonds)]).bigGifts.map((row) => row.id);
    expect([big("less", BIG_GIFT_DIAMONDS - 1), big("just", BIG_GIFT_DIAMONDS)]).toEqual([[], ["just"]]);
  });
});

describe("insights", () => {
  it("change what they name, and keep the rest", () => {
    const first = foldInsights(empty, [at(NOW, { chats: 3 })]);
    const next = foldInsights(first, [metrics({ chats: 4 })]);
    expect(next.metrics).toEqual({ viewers: 5, viewersPeak: 9, chats: 4, atMs: NOW });
    expect([empty.isReady, next.isReady]).toEqual([false, true]);
  });

  it("without a time are of a broadcast of which nothing was counted yet", () => {
    const next = foldInsights(empty, [metrics({ chats: 0 })]);
    expect([next.metrics, next.isReady, next.series, next.session]).toEqual([{ chats: 0 }, false, emptySeries, "ses_a"]);
  });

  it("draw no viewers before TikTok has told of any", () => {
    expect(foldInsights(empty, [at(NOW, { viewers: 0, viewersPeak: 0 })]).series.points).toEqual([{ atMs: NOW }]);
    expect(foldInsights(empty, [at(NOW)]).series.points).toEqual([{ atMs: NOW, viewers: 5 }]);
  });

  it("bring the board and the server's curves", () => {
    const gifters = [{ user: gift("s", 1).user, diamonds: 5 }] as never[];
    const values = {
      viewers: [7],
      chatsPerMinute: [1],
      likesPerMinute: [0],
      diamondsPerMinute: [0],
      sentiment: [0],
      entertainment: [0],
    };
    const curves: Curves = { type: "curves", fromMs: 15_000, stepMs: 15_000, values, gaps: [] };
    const next = foldInsights(foldEvents(empty, [chat("a")]).broadcast, [{ type: "leaderboard", atMs: NOW, gifters }, curves]);
    expect(next.leaderboard).toBe(gifters);
    expect(next.series.points.map(({ viewers }) => viewers)).toEqual([7]);
    expect(next.chat.rows).toHaveLength(1);
  });
});

import type { Explained, Explanation } from "@frontrow/protocol/explanation";
import { explanationSchema } from "@frontrow/protocol/explanation";
import { expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import type { FoldItem } from "../fold.ts";
import { foldedWith } from "../testing/broadcast.ts";
import { chat, closed, gap, gift, opened, roomUser, START_MS, tick } from "../testing/events.ts";

function explained(metric: Explained, ...items: FoldItem[]): Explanation {
  const explanations = documentRules.explanations?.of(foldedWith(opened(), ...items).state);
  return explanationSchema.parse(explanations?.[metric]);
}

it("tells of gifts which streaks were merged, which never ended, what was dropped, and which gaps are inside", () => {
  const growing = [1, 2, 3].map((count) => gift(count * 1_000, { count, streakId: "s", streakOpen: true }));
  const ended = gift(4_000, { count: 3, streakId: "s", diamondsEach: 5 });
  const endless = gift(20_000, { count: 2, streakId: "t", streakOpen: true });
  const dropped: FoldItem = { type: "duplicates", atMs: START_MS + 5_000, dropped: { gift: 4, chat: 1 } };
  const items = [...growing, ended, dropped, gift(6_000, { late: true }), gap(9_000, 7_000, 9_000), endless, closed(21_000)];
  const gifts = explained("gifts", ...items);
  expect(gifts).toMatchObject({ value: 6, events: 3, late: 1, merged: 4, streaks: 3, expired: 1, duplicates: 4, gapMs: 2_000 });
  expect(gifts.gaps).toEqual([{ fromMs: START_MS + 7_000, toMs: START_MS + 9_000, reason: "upstream" }]);
  expect(gifts.latest.map(({ eventId, amount }) => [eventId, amount])[0]).toEqual([endless.id, 2]);
  expect(explained("diamonds", ...items).latest.map(({ amount }) => amount)).toEqual([2, 1, 15]);
});

it("tells of the mood which messages it is the mean of: those of the last five minutes, without late ones", () => {
  const moods = [0.5, -0.25, 0.75].map((sentiment, n) => chat(1_000 + n * 200_000, { sentiment }));
  const mood = explained("sentiment", ...moods, chat(402_000, { sentiment: -1, late: true }), tick(402_001));
  expect(mood).toMatchObject({ value: 0.25, events: 2, late: 0 });
  expect(mood.latest.map(({ amount }) => amount)).toEqual([0.75, -0.25, 0.5]);
});

it("tells of viewers which reports they are of, and of late ones nothing", () => {
  const viewers = explained("viewers", roomUser(1_000, 100), roomUser(2_000, 300), { ...roomUser(3_000, 900), late: true });
  expect(viewers).toMatchObject({ value: 300, events: 2, late: 0 });
  expect(viewers.latest.map(({ amount }) => amount)).toEqual([300, 100]);
});

import { explained } from "@frontrow/protocol/explanation";
import type { Breakdown } from "../src/live/commands.ts";
import type { ViewState } from "../src/live/view-state.ts";
import { SESSION } from "./broadcast.ts";

/** What a server would answer of a number on the page. */
export function explain({ broadcast }: ViewState, metric: string): Breakdown {
  const name = explained.find((each) => each === metric);
  if (!name) return { session: SESSION, scores: broadcast?.scores };
  const value = broadcast?.metrics[name];
  if (!broadcast || value === undefined) return { session: SESSION };
  const gives = name === "gifts" || name === "diamonds";
  const atMs = broadcast.metrics.atMs ?? 0;
  const rows = gives ? broadcast.gifts.rows : broadcast.chat.rows;
  const latest = rows.slice(-10).reverse();
  return {
    session: SESSION,
    explanation: {
      metric: name,
      value,
      atMs,
      events: Math.round(Math.abs(value)),
      late: Math.round(Math.abs(value) * 0.01),
      merged: gives ? Math.round(value * 2.3) : 0,
      streaks: gives ? Math.round(value * 0.4) : 0,
      expired: gives ? 2 : 0,
      duplicates: Math.round(Math.abs(value) * 0.004),
      gaps: broadcast.series.gaps.flatMap(({ reason, ...gap }) => (reason === "offline" ? [] : [{ ...gap, reason }])),
      gapMs: broadcast.metrics.gapMs ?? 0,
      latest: latest.map((row) => ({
        eventId: row.id,
        atMs: row.atMs,
        amount: "diamonds" in row && name === "diamonds" ? row.diamonds : "count" in row && gives ? row.count : 1,
        ...(row.user ? { name: row.user.nickname } : {}),
      })),
    },
  };
}

import { type MinuteMetric, minuteMetrics } from "@frontrow/protocol/library/timeline";
import { type Cell, csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells, timeColumns } from "./rows.ts";

/** Totals, of which a minute has its part too. */
const counted = new Set<MinuteMetric>([
  ...(["chats", "likes", "gifts", "diamonds", "shares", "follows", "joins", "subscribes", "questions"] as const),
]);
const columns = [
  ...timeColumns,
  ...minuteMetrics.flatMap((name) => (counted.has(name) ? [snake(name), `${snake(name)}_total`] : [snake(name)])),
];

/** Each minute in which something was recorded: what was in it, totals up to it, and what was at its end. `time` is that of its last item. */
export const minutes: Format = {
  extension: "csv",
  needs: { passes: 0, index: true },
  async *write(source) {
    yield csvHead(columns);
    const before = new Map<MinuteMetric, number>();
    const rows = source.index.minutes.map(({ atMs, metrics }): Cell[] => [
      ...timeCells(atMs, source.zeroMs),
      ...minuteMetrics.flatMap((name): Cell[] => {
        const value = metrics[name];
        if (!counted.has(name)) return [value];
        const gained = (value ?? 0) - (before.get(name) ?? 0);
        before.set(name, value ?? 0);
        return [gained, value];
      }),
    ]);
    if (rows.length > 0) yield csvRows(rows);
  },
};

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

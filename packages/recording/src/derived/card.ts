import { metricsOf } from "@frontrow/audience/metrics";
import { LANE_STEP_MS, type LaneStep } from "@frontrow/protocol/library/timeline";
import { recordingSummarySchema } from "@frontrow/protocol/recording";
import type { z } from "zod";
import { encodeJson } from "../json.ts";
import type { DerivedObject, IndexObserver, PassEnd } from "./derived.ts";

/** `card.json`: what a list says of a recording beside what its manifest has. */
export const cardSchema = recordingSummarySchema.pick({ totals: true, preview: true }).required();
export type RecordingCard = z.infer<typeof cardSchema>;

export class CardObserver implements IndexObserver {
  finish({ state, index, fromMs, toMs }: PassEnd): DerivedObject {
    const { chats, gifts, diamonds, follows, uniqueViewers, viewersPeak } = metricsOf(state);
    const card: RecordingCard = {
      totals: { chats, gifts, diamonds, follows, uniqueViewers, peakViewers: viewersPeak },
      preview: previewOf(index.lanes, fromMs, toMs),
    };
    return { name: "card.json", bytes: encodeJson(card) };
  }
}

/** Points of a preview at most: as many as a small picture has room for. */
const PREVIEW_POINTS = 60;

/** What the audience did from the begin to the end, in equal parts, as a share of the busiest part. */
export function previewOf(lanes: readonly LaneStep[], fromMs: number, toMs: number): number[] {
  const first = Math.floor(fromMs / LANE_STEP_MS);
  const steps = Math.floor(toMs / LANE_STEP_MS) - first + 1;
  const points = Array.from({ length: Math.min(PREVIEW_POINTS, steps) }, () => 0);
  for (const { atMs, chats = 0, gifts = 0, follows = 0, shares = 0 } of lanes) {
    const point = Math.floor(((atMs / LANE_STEP_MS - first) * points.length) / steps);
    if (point in points) points[point] = (points[point] ?? 0) + chats + gifts + follows + shares;
  }
  const most = Math.max(1, ...points);
  return points.map((did) => Math.round((100 * did) / most));
}

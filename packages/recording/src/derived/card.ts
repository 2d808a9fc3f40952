import { metricsOf } from "@frontrow/audience/metrics";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { LANE_STEP_MS, type LaneStep } from "@frontrow/protocol/library/timeline";
import { type RecordingId, recordingSummarySchema } from "@frontrow/protocol/recording";
import { z } from "zod";
import { decodeJson, encodeJson } from "../json.ts";
import { keys } from "../keys.ts";
import type { Manifest } from "../manifest.ts";
import { SCHEMA } from "../segment.ts";
import { derivedVersion, type PassEnd } from "./derived.ts";

const { broadcast, fromMs, toMs, items, totals, preview } = recordingSummarySchema.required().shape;
const cardSchema = z.object({
  schema: z.literal(SCHEMA),
  /** Of the recording's content, and of what was derived with this. */
  revision: z.number().int().nonnegative(),
  version: z.string(),
  ...{ broadcast, fromMs, toMs, items, totals, preview },
});
/** `card.json`: what a list says of a complete recording, so that it reads a page of a book rather than the book. */
export type RecordingCard = z.infer<typeof cardSchema>;

/** undefined: it grows, was not indexed yet, or the card cannot be read. */
export async function readCard(blob: ObjectStore, id: RecordingId): Promise<RecordingCard | undefined> {
  const bytes = await blob.get(keys.card(id));
  return bytes && decodeJson(bytes, cardSchema);
}

/** Whether what was derived with the card is what would be derived today. */
export const isCurrent = ({ version }: RecordingCard): boolean => version === derivedVersion;

export async function writeCard(blob: ObjectStore, { revision, broadcast }: Manifest, end: PassEnd): Promise<void> {
  const { id, state, index, fromMs, toMs } = end;
  const { chats, gifts, diamonds, follows, uniqueViewers, viewersPeak, viewersAverage } = metricsOf(state);
  const card: RecordingCard = {
    schema: SCHEMA,
    revision,
    version: derivedVersion,
    ...{ broadcast, fromMs, toMs },
    items: index.items,
    totals: { chats, gifts, diamonds, follows, uniqueViewers, peakViewers: viewersPeak, averageViewers: viewersAverage },
    preview: previewOf(index.lanes, end),
  };
  await blob.put(keys.card(id), encodeJson(card));
}

/** Points of a preview at most: as many as a small picture has room for. */
const PREVIEW_POINTS = 60;

/** What the audience did from the begin to the end, in parts of as many steps as possible, each a mean and a share of the busiest. */
function previewOf(lanes: readonly LaneStep[], { fromMs, toMs }: Pick<PassEnd, "fromMs" | "toMs">): number[] {
  const first = Math.floor(fromMs / LANE_STEP_MS);
  const steps = Math.floor(toMs / LANE_STEP_MS) - first + 1;
  const points = Math.min(PREVIEW_POINTS, steps);
  const beginOf = (point: number) => Math.floor((point * steps) / points);
  const did = Array.from({ length: points }, () => 0);
  for (const { atMs, chats = 0, gifts = 0, follows = 0, shares = 0 } of lanes) {
    const point = Math.ceil(((atMs / LANE_STEP_MS - first + 1) * points) / steps) - 1;
    if (point in did) did[point] = (did[point] ?? 0) + chats + gifts + follows + shares;
  }
  const means = did.map((sum, point) => sum / (beginOf(point + 1) - beginOf(point)));
  const most = Math.max(...means) || 1;
  return means.map((mean) => Math.round((100 * mean) / most));
}

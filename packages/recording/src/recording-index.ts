import { FOLD_VERSION } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { momentSchema, spikeSchema } from "@frontrow/protocol/insight";
import { laneStepSchema, minuteSchema, spanSchema } from "@frontrow/protocol/library/timeline";
import type { RecordingId } from "@frontrow/protocol/recording";
import { z } from "zod";
import { decodeJson } from "./json.ts";
import { keys } from "./keys.ts";
import { SCHEMA } from "./segment.ts";

/** `atMs` is the time of its last item. */
const indexedMinuteSchema = minuteSchema.extend({ item: z.number() });
export type Minute = z.infer<typeof indexedMinuteSchema>;

const indexedMomentSchema = z.object({
  /** How many items were folded when the fold noticed it. */
  item: z.number(),
  moment: z.discriminatedUnion("type", [momentSchema, spikeSchema]),
});
export type IndexedMoment = z.infer<typeof indexedMomentSchema>;

const removalSchema = z.object({ item: z.number(), eventIds: z.array(z.string()), userIds: z.array(z.string()) });
/** What moderation removed, at which item. */
export type Removal = z.infer<typeof removalSchema>;

export const recordingIndexSchema = z.object({
  schema: z.literal(SCHEMA),
  foldVersion: z.number(),
  items: z.number(),
  /** Spikes, milestones, raids …, in the order in which they were noticed. */
  moments: z.array(indexedMomentSchema),
  /** Each minute in which something was in the log. */
  minutes: z.array(indexedMinuteSchema),
  /** Time of which data is missing; overlapping ones are joined. */
  gaps: z.array(spanSchema),
  /** Time without a source. */
  closed: z.array(spanSchema),
  /** What is shown without its text, also before it was removed. */
  removed: z.array(removalSchema).default([]),
  lanes: z.array(laneStepSchema),
});
/** `index.json`: what is known of a whole recording. Derived from its items, and made again when the fold changes. */
export type RecordingIndex = z.infer<typeof recordingIndexSchema>;

/** undefined: there is none of today's fold. */
export async function readIndex(blob: ObjectStore, id: RecordingId, revision: number): Promise<RecordingIndex | undefined> {
  const bytes = await blob.get(keys.index(id, revision));
  const index = bytes && decodeJson(bytes, recordingIndexSchema);
  return index?.foldVersion === FOLD_VERSION ? index : undefined;
}

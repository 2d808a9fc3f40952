import type { FoldItem } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import { laneStepSchema, spanSchema } from "@frontrow/protocol/library/timeline";
import {
  type Archived,
  type RecordedBroadcast,
  type RecordingId,
  recordedBroadcastSchema,
  type SegmentSummary,
  segmentSchema,
} from "@frontrow/protocol/recording";
import { z } from "zod";
import { Glance } from "./glance.ts";
import { decodeJson, encodeJson } from "./json.ts";
import { keys } from "./keys.ts";
import { itemsOfEntry, placeOf } from "./log-items.ts";
import { dueTimes, packMembers } from "./members.ts";

/** Raise it when what was written before is read in another way; what older versions wrote stays readable. */
export const SCHEMA = 1;

export const sidecarSchema = z.object({
  schema: z.literal(SCHEMA),
  /** Of the recording's content: a later one replaces what it has the place of. */
  revision: z.number().int().nonnegative(),
  broadcast: recordedBroadcastSchema,
  segment: segmentSchema,
  lanes: z.array(laneStepSchema),
  /** Time of which data is missing, and when the source was opened and closed. Older ones do not say. */
  gaps: z.array(spanSchema).default([]),
  sources: z.array(z.object({ atMs: z.number(), isOpen: z.boolean() })).default([]),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

export interface SegmentToWrite {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly after: Archived;
  /** The entries of the log after it, in order, insights among them. */
  readonly entries: readonly LogEntry[];
}

/** Writes the segment, then its sidecar. The same entries after the same place give the same objects, whoever writes them. */
export function writeSegment(
  blob: ObjectStore,
  { recordingId, broadcast, after, entries }: SegmentToWrite,
): Promise<SegmentSummary> {
  const items = entries.flatMap(itemsOfEntry);
  const last = entries.at(-1);
  const position = last ? placeOf(last) : after.position;
  const values = items.map(({ value }) => value);
  const texts = items.map(({ text }) => text);
  return putSegment(blob, { recordingId, broadcast, revision: 0, after, position, values, texts });
}

export interface SegmentContent {
  readonly recordingId: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly revision: number;
  readonly after: Archived;
  readonly position: Archived["position"];
  readonly values: readonly FoldItem[];
  readonly texts: readonly string[];
}

export async function putSegment(blob: ObjectStore, content: SegmentContent): Promise<SegmentSummary> {
  const { recordingId, broadcast, revision, after, position, values, texts } = content;
  const times = dueTimes(values, after.toMs);
  const { bytes, members } = await packMembers(texts, times);
  const key = keys.segment(recordingId, after.position.id, position.id, revision);
  const upTo = { position, items: after.items + texts.length, toMs: times.at(-1) ?? after.toMs };
  const glance = new Glance();
  for (const [n, value] of values.entries()) glance.see(value, times[n] ?? value.atMs);
  const segment: SegmentSummary = { key, after, upTo, fromMs: times[0] ?? after.toMs, members };
  await blob.put(key, bytes);
  const sidecar: Sidecar = { schema: SCHEMA, revision, broadcast, segment, ...glance.seen };
  await blob.put(keys.sidecar(key), encodeJson(sidecar));
  return segment;
}

/** The sidecars of segments that are there, in no order. One that cannot be read is left out: others may cover its place. */
export async function readSidecars(blob: ObjectStore, id: RecordingId): Promise<Sidecar[]> {
  const found = new Set<string>();
  for await (const { key } of blob.list(keys.segments(id))) found.add(key);
  const wanted = [...found].filter((key) => key.endsWith(".ndjson.gz") && found.has(keys.sidecar(key))).map(keys.sidecar);
  const sidecars: Sidecar[] = [];
  for (let at = 0; at < wanted.length; at += READS_AT_ONCE) {
    const some = await Promise.all(wanted.slice(at, at + READS_AT_ONCE).map((key) => blob.get(key)));
    for (const bytes of some) {
      const sidecar = bytes && decodeJson(bytes, sidecarSchema);
      if (sidecar) sidecars.push(sidecar);
    }
  }
  return sidecars;
}
const READS_AT_ONCE = 16;

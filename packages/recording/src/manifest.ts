import { FOLD_VERSION } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import {
  NOTHING_ARCHIVED,
  type RecordedBroadcast,
  type RecordingId,
  recordedBroadcastSchema,
  type SegmentSummary,
  segmentSchema,
} from "@frontrow/protocol/recording";
import { z } from "zod";
import { chainOf } from "./chain.ts";
import { decodeJson, encodeJson } from "./json.ts";
import { keys } from "./keys.ts";
import { readSidecars, SCHEMA } from "./segment.ts";

/** `recording.json`: what a complete recording is made of. All else is derived from it. */
export const manifestSchema = z.object({
  schema: z.literal(SCHEMA),
  /** Grows when content is replaced: see `rewriteRecording`. */
  revision: z.number().int().nonnegative(),
  broadcast: recordedBroadcastSchema,
  /** Of the fold that counted while it was recorded. */
  foldVersion: z.number().int(),
  segments: z.array(segmentSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Writes `recording.json`: from here on the recording is complete, and Redis need not know of it. */
export async function finishRecording(
  blob: ObjectStore,
  id: RecordingId,
  segments: readonly SegmentSummary[],
  broadcast: RecordedBroadcast,
): Promise<void> {
  const known = await readManifest(blob, id);
  const before = typeof known === "object" ? known : { revision: 0, segments: [] };
  const all = continued(before.segments, segments);
  // It tells of less than there is now.
  if (all.length > before.segments.length) await blob.delete([keys.card(id)]);
  await writeManifest(blob, id, {
    schema: SCHEMA,
    revision: before.revision,
    broadcast,
    foldVersion: FOLD_VERSION,
    segments: all,
  });
}

/**
 * The segments of a recording that was complete, with those that were archived after it: a broadcast may be watched again. Those that it
 * names stay, since they may have been rewritten.
 */
export function continued(known: readonly SegmentSummary[], archived: readonly SegmentSummary[]): SegmentSummary[] {
  const items = itemsOf(known);
  return [...known, ...archived.filter(({ after, upTo }) => after.items >= items && upTo.items > items)];
}

export const writeManifest = (blob: ObjectStore, id: RecordingId, manifest: Manifest): Promise<void> =>
  blob.put(keys.recording(id), encodeJson(manifest));

/** `damaged`: there is one, which cannot be read. */
export async function readManifest(blob: ObjectStore, id: RecordingId): Promise<Manifest | "absent" | "damaged"> {
  const bytes = await blob.get(keys.recording(id));
  if (!bytes) return "absent";
  return decodeJson(bytes, manifestSchema) ?? "damaged";
}

/** Removes all of a recording: what names the rest goes first. */
export async function removeRecording(blob: ObjectStore, id: RecordingId): Promise<void> {
  await blob.delete([keys.recording(id)]);
  const rest: string[] = [];
  for await (const { key } of blob.list(keys.all(id))) rest.push(key);
  await blob.delete(rest);
}

/** The segments of a recording in order from its beginning, found again by their sidecars. */
export async function listSegments(blob: ObjectStore, id: RecordingId): Promise<SegmentSummary[]> {
  return (await rebuildManifest(blob, id))?.segments ?? [];
}

/** The same of a recording whose `recording.json` is missing; undefined: there is no segment that begins it. */
export async function rebuildManifest(blob: ObjectStore, id: RecordingId): Promise<Manifest | undefined> {
  const sidecars = await readSidecars(blob, id);
  // A rewrite that did not get to its end has left some of its segments: only one that is whole counts.
  const revisions = [...new Set(sidecars.map(({ revision }) => revision))].sort((a, b) => b - a);
  const chains = revisions.map((revision) => {
    const segments = sidecars.filter((sidecar) => sidecar.revision === revision).map(({ segment }) => segment);
    return { revision, segments: chainOf(segments, NOTHING_ARCHIVED.position) };
  });
  const longest = Math.max(0, ...chains.map(({ segments }) => itemsOf(segments)));
  const chain = chains.find(({ segments }) => segments.length > 0 && itemsOf(segments) === longest);
  const broadcast = sidecars.find(({ segment }) => segment === chain?.segments.at(-1))?.broadcast;
  return chain && broadcast && { schema: SCHEMA, broadcast, foldVersion: FOLD_VERSION, ...chain };
}

const itemsOf = (segments: readonly SegmentSummary[]): number => segments.at(-1)?.upTo.items ?? 0;

import type { FoldItem } from "@frontrow/audience/fold";
import { FOLD_VERSION } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { RecordingId, SegmentSummary } from "@frontrow/protocol/recording";
import { Archive } from "./archive.ts";
import { derivedFolder } from "./derived/derived.ts";
import { indexManifest } from "./index-recording.ts";
import { keys } from "./keys.ts";
import { type Manifest, readManifest, rebuildManifest, writeManifest } from "./manifest.ts";
import { MemberCache } from "./member-cache.ts";
import type { RecordedItem } from "./recorded-item.ts";
import { putSegment } from "./segment.ts";

/**
 * Replaces items of a complete recording by others of the same time, each in its place, and indexes it anew; returns how many changed.
 * All of it is written under new names; `recording.json` names them then, and what it named before goes. Whoever dies at any step leaves
 * the old recording or the new one, and doing it again comes to the same.
 */
export async function rewriteRecording(
  blob: ObjectStore,
  id: RecordingId,
  change: (item: FoldItem) => FoldItem,
): Promise<number> {
  const stored = await readManifest(blob, id);
  const before = typeof stored === "object" ? stored : await rebuildManifest(blob, id);
  if (!before) throw new FrontrowError("RECORDING_NOT_FOUND", "there is no such recording");
  const revision = before.revision + 1;
  const archive = new Archive(blob, new MemberCache(0), before.segments);
  let changed = 0;
  const segments: SegmentSummary[] = [];
  for (const { after, upTo } of before.segments) {
    const items: RecordedItem[] = [];
    for (let item = after.items; item < upTo.items; item = items.at(-1)?.next ?? upTo.items)
      items.push(...(await pageOf(archive, item)));
    const values = items.flatMap(inPlace).map((value) => {
      const other = change(value);
      if (other !== value) changed++;
      return checked(value, other);
    });
    const texts = values.map((value) => JSON.stringify(value));
    const content = { recordingId: id, broadcast: before.broadcast, revision, after, position: upTo.position, values, texts };
    segments.push(await putSegment(blob, content));
  }
  const manifest: Manifest = { ...before, revision, segments };
  await indexManifest(blob, id, manifest);
  await writeManifest(blob, id, manifest);
  await removeOthers(blob, id, manifest);
  return changed;
}

async function pageOf(archive: Archive, item: number): Promise<readonly RecordedItem[]> {
  const page = await archive.page(item);
  return page === "missing" ? archive.lost(item) : page;
}

/** A gap that stands for several items, and as many ticks as keep the ordinals of what follows. */
const inPlace = ({ value, item, next }: RecordedItem): FoldItem[] => [
  value,
  ...Array.from({ length: next - item - 1 }, (): FoldItem => ({ type: "tick", atMs: value.atMs })),
];

function checked(before: FoldItem, after: FoldItem): FoldItem {
  if (after.atMs !== before.atMs) throw new FrontrowError("INTERNAL", "an item of a recording keeps its time");
  return after;
}

/** What the recording does not name: its revision before, a rewrite that was given up, segments of a second archiver. */
async function removeOthers(blob: ObjectStore, id: RecordingId, { revision, segments }: Manifest): Promise<void> {
  const named = new Set([keys.recording(id), keys.card(id), keys.index(id, revision)]);
  for (const { key } of segments) named.add(key).add(keys.sidecar(key));
  const folders = [keys.keyframes(id, FOLD_VERSION, revision), derivedFolder(id, revision)];
  const isNamed = (key: string) => named.has(key) || folders.some((folder) => key.startsWith(folder));
  const others: string[] = [];
  for await (const { key } of blob.list(keys.all(id))) if (!isNamed(key)) others.push(key);
  await blob.delete(others);
}

import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RecordingId, RecordingSummary } from "@frontrow/protocol/recording";
import { readManifest } from "./manifest.ts";

/** Beside `src` and `dist`, so that both find it. Made by `tests/samples/make-samples.ts`. */
export const SAMPLES_FOLDER = new URL("../samples/", import.meta.url);

/** The recordings that ship with Frontrow, for everybody. */
const sampleIds: readonly RecordingId[] = ["ses_samplegames-1795201200000", "ses_sampletalk-1795359600000"].map(
  (id) => id as RecordingId,
);

/** Where a sample is; undefined for a recording that is none. */
export const sampleStoreOf = (id: RecordingId): ObjectStore | undefined =>
  sampleIds.includes(id) ? createObjectStore(SAMPLES_FOLDER.href) : undefined;

/** The samples as they stand in everybody's list. */
export async function listSamples(): Promise<RecordingSummary[]> {
  const blob = createObjectStore(SAMPLES_FOLDER.href);
  const manifests = await Promise.all(sampleIds.map(async (id) => ({ id, manifest: await readManifest(blob, id) })));
  return manifests.flatMap(({ id, manifest }) => {
    if (typeof manifest === "string") return []; // removed by who runs it
    const { broadcast, segments } = manifest;
    const { items = 0, toMs = 0 } = segments.at(-1)?.upTo ?? {};
    return [
      { recordingId: id, broadcast, fromMs: segments[0]?.fromMs ?? 0, toMs, items, isGrowing: false, isSample: true as const },
    ];
  });
}

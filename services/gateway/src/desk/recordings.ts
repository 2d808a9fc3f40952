import type { ObjectStore } from "@frontrow/blob/object-store";
import type { DeskId } from "@frontrow/protocol/ids";
import { type RecordedBroadcast, type RecordingId, type RecordingSummary, recordedSession } from "@frontrow/protocol/recording";
import { readManifest } from "@frontrow/recording/manifest";
import { listSamples } from "@frontrow/recording/samples";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { HeldRecording, RecordingStore } from "@frontrow/redis/recordings";
import pLimit from "p-limit";

/** What desks can replay: what each holds, and the samples. */
export interface DeskRecordings {
  /** The newest first, samples last. Rejects with RECORDING_UNAVAILABLE while nobody can tell. */
  list(deskId: DeskId): Promise<RecordingSummary[]>;
  /** Who streamed in a recording; undefined for one that the desk cannot replay. */
  broadcastOf(deskId: DeskId, recordingId: RecordingId): Promise<RecordedBroadcast | undefined>;
}

interface Dependencies {
  readonly recordings: Pick<RecordingStore, "ofDesk" | "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly blob: ObjectStore;
}

/** Recordings looked up at a time for one list. */
const AT_ONCE = 8;

export function createDeskRecordings({ recordings, metrics, blob }: Dependencies): DeskRecordings {
  /** Of a recording that Redis still knows: the broadcast goes on, or was over a while ago. */
  async function recent({ recordingId, broadcast, sinceMs }: HeldRecording): Promise<RecordingSummary | undefined> {
    const session = recordedSession(recordingId);
    const [record, stored] = await Promise.all([recordings.read(session), metrics.read(session, [])]);
    // A room that was opened again after its log went is another recording.
    if (record?.recordingId !== recordingId) return undefined;
    // What is not archived yet is in the log, as far as it was folded.
    const toMs = Math.max(sinceMs, record.archived?.toMs ?? 0, stored?.metrics.atMs ?? 0);
    const items = record.archived?.items ?? 0;
    return { recordingId, broadcast, fromMs: sinceMs, toMs, items, isGrowing: record.state === "growing" };
  }

  /** Of one that is complete; undefined when it is gone, or cannot be read. */
  async function complete({ recordingId, sinceMs }: HeldRecording): Promise<RecordingSummary | undefined> {
    const manifest = await readManifest(blob, recordingId);
    if (typeof manifest === "string") return undefined;
    const { broadcast, segments } = manifest;
    const { toMs = sinceMs, items = 0 } = segments.at(-1)?.upTo ?? {};
    return { recordingId, broadcast, fromMs: segments[0]?.fromMs ?? sinceMs, toMs, items, isGrowing: false };
  }

  return {
    async list(deskId) {
      const limit = pLimit(AT_ONCE);
      const held = await recordings.ofDesk(deskId);
      const own = await Promise.all(held.map((each) => limit(async () => (await recent(each)) ?? complete(each))));
      return [...own.filter((each) => each !== undefined), ...(await listSamples())];
    },
    async broadcastOf(deskId, recordingId) {
      const isIt = (each: { readonly recordingId: string }) => each.recordingId === recordingId;
      return ((await recordings.ofDesk(deskId)).find(isIt) ?? (await listSamples()).find(isIt))?.broadcast;
    },
  };
}

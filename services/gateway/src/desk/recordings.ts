import type { ObjectStore } from "@frontrow/blob/object-store";
import type { DeskId } from "@frontrow/protocol/ids";
import type { LibraryEntry } from "@frontrow/protocol/library/entry";
import { type RecordedBroadcast, type RecordingId, type RecordingSummary, recordedSession } from "@frontrow/protocol/recording";
import { readCard } from "@frontrow/recording/card";
import { readManifest } from "@frontrow/recording/manifest";
import { listSamples, sampleStoreOf } from "@frontrow/recording/samples";
import type { LibraryStore } from "@frontrow/redis/library";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { HeldRecording, RecordingStore } from "@frontrow/redis/recordings";
import pLimit from "p-limit";

/** A recording, and what the desk notes of it. */
export interface ShelvedRecording {
  readonly recording: RecordingSummary;
  readonly entry: LibraryEntry;
}

/** What desks can replay: what each holds, and the samples. */
export interface DeskRecordings {
  /** The newest first, samples last. Rejects with RECORDING_UNAVAILABLE while nobody can tell. */
  list(deskId: DeskId): Promise<RecordingSummary[]>;
  /** One of them; undefined for one that the desk does not hold, or that is gone. */
  read(deskId: DeskId, recordingId: RecordingId): Promise<ShelvedRecording | undefined>;
  /** Who streamed in a recording; undefined for one that the desk cannot replay. */
  broadcastOf(deskId: DeskId, recordingId: RecordingId): Promise<RecordedBroadcast | undefined>;
}

interface Dependencies {
  readonly recordings: Pick<RecordingStore, "ofDesk" | "read">;
  readonly shelves: Pick<LibraryStore, "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly blob: ObjectStore;
}

/** Recordings looked up at a time for one list. */
const AT_ONCE = 8;

export function createDeskRecordings({ recordings, shelves, metrics, blob }: Dependencies): DeskRecordings {
  /** Of a recording that Redis still knows: the broadcast goes on, or was over a while ago. */
  async function recent({ recordingId, broadcast, sinceMs }: HeldRecording): Promise<RecordingSummary | undefined> {
    const session = recordedSession(recordingId);
    const [record, stored] = await Promise.all([recordings.read(session), metrics.read(session, [])]);
    // A room that was opened again after its log went is another recording.
    if (record?.recordingId !== recordingId) return undefined;
    const isGrowing = record.state === "growing";
    const card = isGrowing ? undefined : await cardOf(blob, recordingId);
    // What is not archived yet is in the log, as far as it was folded.
    const toMs = Math.max(sinceMs, record.archived?.toMs ?? 0, stored?.metrics.atMs ?? 0);
    const items = record.archived?.items ?? 0;
    return { recordingId, broadcast, fromMs: sinceMs, toMs, items, isGrowing, ...card };
  }

  /** Of one that is complete; undefined when it is gone, or cannot be read. */
  async function complete({ recordingId, sinceMs }: HeldRecording): Promise<RecordingSummary | undefined> {
    const card = await cardOf(blob, recordingId);
    if (card) return { recordingId, isGrowing: false, ...card };
    const manifest = await readManifest(blob, recordingId);
    if (typeof manifest === "string") return undefined;
    const { broadcast, segments } = manifest;
    const { toMs = sinceMs, items = 0 } = segments.at(-1)?.upTo ?? {};
    return { recordingId, broadcast, fromMs: segments[0]?.fromMs ?? sinceMs, toMs, items, isGrowing: false };
  }

  const summaryOf = async (held: HeldRecording): Promise<RecordingSummary | undefined> => (await recent(held)) ?? complete(held);

  async function samples(): Promise<RecordingSummary[]> {
    const all = await listSamples();
    return Promise.all(
      all.map(async (sample) => {
        const id = sample.recordingId as RecordingId;
        const store = sampleStoreOf(id);
        return { ...sample, ...(store && (await cardOf(store, id))) };
      }),
    );
  }

  return {
    async list(deskId) {
      const limit = pLimit(AT_ONCE);
      const { held, entryOf } = await shelves.read(deskId);
      const own = held.map((each) =>
        limit(async () => {
          const summary = await summaryOf(each);
          return summary && withEntry(summary, each.entry, each.untilMs);
        }),
      );
      const [found, shared] = await Promise.all([Promise.all(own), samples()]);
      return [
        ...found.filter((each) => each !== undefined),
        ...shared.map((sample) => withEntry(sample, entryOf(sample.recordingId as RecordingId))),
      ];
    },
    async read(deskId, recordingId) {
      const { held, entryOf } = await shelves.read(deskId);
      const own = held.find((each) => each.recordingId === recordingId);
      const summary = own ? await summaryOf(own) : (await samples()).find((sample) => sample.recordingId === recordingId);
      const entry = entryOf(recordingId);
      return summary && { recording: withEntry(summary, entry, own?.untilMs), entry };
    },
    async broadcastOf(deskId, recordingId) {
      const isIt = (each: { readonly recordingId: string }) => each.recordingId === recordingId;
      return ((await recordings.ofDesk(deskId)).find(isIt) ?? (await listSamples()).find(isIt))?.broadcast;
    },
  };
}

/** What the card of a recording says of it; undefined before it is indexed. */
async function cardOf(blob: ObjectStore, recordingId: RecordingId) {
  const card = await readCard(blob, recordingId);
  if (!card) return undefined;
  const { broadcast, fromMs, toMs, items, totals, preview } = card;
  return { broadcast, fromMs, toMs, items, totals, preview };
}

function withEntry(summary: RecordingSummary, entry: LibraryEntry, untilMs?: number): RecordingSummary {
  const { name, isPinned, bookmarks, deletedAtMs } = entry;
  return {
    ...summary,
    ...(name ? { name } : {}),
    ...(isPinned ? { isPinned } : {}),
    ...(bookmarks.length > 0 ? { bookmarks: bookmarks.length } : {}),
    ...(untilMs === undefined || isPinned ? {} : { untilMs }),
    ...(deletedAtMs === undefined ? {} : { deletedAtMs }),
  };
}

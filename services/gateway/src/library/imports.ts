import type { ObjectStore } from "@frontrow/blob/object-store";
import { importRecording } from "@frontrow/export/import";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { RecordingId, RecordingSummary } from "@frontrow/protocol/recording";
import { removeRecording } from "@frontrow/recording/manifest";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { DeskChanges } from "../desk/changes.ts";
import type { GuestLimits } from "../desk/guest-limits.ts";
import { randomLetters } from "../desk/random-letters.ts";
import { refusal } from "../http/problem.ts";
import type { ReportOrders } from "./report-orders.ts";

/** Files that desks bring. */
export interface DeskImports {
  /** A new recording, which this desk alone holds. After a failure nothing of it is left. */
  import(deskId: DeskId, file: AsyncIterable<Uint8Array>, payer: string): Promise<RecordingSummary>;
}

interface Dependencies {
  readonly recordings: Pick<RecordingStore, "ofDesk" | "holdComplete" | "release">;
  readonly changes: Pick<DeskChanges, "noteData">;
  readonly guests: Pick<GuestLimits, "spendImport">;
  readonly orders: Pick<ReportOrders, "order">;
  readonly blob: ObjectStore;
  onError(error: unknown): void;
}

/** Recordings of a desk, from which on it brings no more. */
const MOST_HELD = 200;
/** Files read at a time by this process: each takes a part of a core for as long as it comes. */
const AT_ONCE = 2;
const RETRY_MS = 30_000;

export function createDeskImports(deps: Dependencies): DeskImports {
  const { recordings, changes, guests, orders, blob, onError } = deps;
  let reading = 0;

  /** Also the objects at once: a sweep would find them later. */
  async function forget(deskId: DeskId, recordingId: RecordingId): Promise<void> {
    await removeRecording(blob, recordingId).catch(onError);
    await recordings.release(deskId, recordingId).catch(onError);
  }

  async function read(deskId: DeskId, file: AsyncIterable<Uint8Array>): Promise<RecordingSummary> {
    let begun: RecordingId | undefined;
    try {
      return await importRecording(file, {
        blob,
        sessionId: `ses_${randomLetters()}` as SessionId,
        async onBegin(recordingId, broadcast, sinceMs) {
          begun = recordingId;
          await recordings.holdComplete(deskId, recordingId, broadcast, sinceMs);
        },
      });
    } catch (error) {
      if (begun) await forget(deskId, begun);
      throw error;
    }
  }

  return {
    async import(deskId, file, payer) {
      if (reading >= AT_ONCE)
        throw refusal("RATE_LIMITED", "Other files are being read just now. Try again in half a minute.", Date.now() + RETRY_MS);
      reading += 1;
      try {
        await guests.spendImport(payer, deskId);
        if ((await recordings.ofDesk(deskId)).length >= MOST_HELD) throw refusal("LIBRARY_FULL");
        const recording = await read(deskId, file);
        await orders.order({ type: "report", recordingId: recording.recordingId as RecordingId });
        await changes.noteData(deskId, "recordings", recording.recordingId as RecordingId);
        return recording;
      } finally {
        reading -= 1;
      }
    },
  };
}

import type { DeskId } from "@frontrow/protocol/ids";
import { isGrowing, isSameCreator, type RecordedBroadcast, recordedSession } from "@frontrow/protocol/recording";
import type { HeldRecording, RecordingStore } from "@frontrow/redis/recordings";

/** Recordings of one creator that are read together: more than a month has, of most creators. */
const MOST_READ = 50;

export type Creator = Pick<RecordedBroadcast, "handle" | "hostId">;

/** The complete recordings of a creator that a desk holds, the newest first, at most fifty. */
export async function completeOf(
  recordings: Pick<RecordingStore, "ofDesk" | "read">,
  deskId: DeskId,
  creator: Creator,
): Promise<HeldRecording[]> {
  const complete: HeldRecording[] = [];
  for (const held of await recordings.ofDesk(deskId)) {
    if (complete.length === MOST_READ) break;
    if (!isSameCreator(held.broadcast, creator)) continue;
    const record = await recordings.read(recordedSession(held.recordingId));
    if (!isGrowing(record, held.recordingId)) complete.push(held);
  }
  return complete;
}

import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RecordingId } from "@frontrow/protocol/recording";
import { removeRecording } from "@frontrow/recording/manifest";
import { INDEX_SHARDS } from "@frontrow/redis/keys";
import type { RecordingDesks, Scored } from "@frontrow/redis/recording-desks";
import type { RecordingRetentionChecks } from "@frontrow/redis/recording-retention";
import pLimit from "p-limit";

export interface RecordingSweepDeps {
  readonly desks: RecordingDesks;
  readonly checks: RecordingRetentionChecks;
  readonly blob: ObjectStore;
  /** By Redis' clock. */
  nowMs(): Promise<number>;
  /** When to look again at a broadcast that goes on, and may be held again; and at one whose last segment may be on its way still. */
  readonly againMs: number;
  /** Called when nothing of a recording is left, as nobody holds it. */
  onDeleted(recordingId: RecordingId): void;
  /** Called once a sweep in which recordings could not be looked after: the first of them, and how many there were. */
  onFailure(failure: { readonly error: unknown; readonly recordingId: string; readonly count: number }): void;
}

/** Recordings of a shard that one sweep looks at, desks of a recording that it asks, and recordings at the same time. */
const MOST_RECORDINGS = 32;
const MOST_DESKS = 100;
const AT_ONCE = 4;

/**
 * Gives a sweep, to be called again and again: it looks at recordings whose time has come, asks the desks that hold them, and deletes
 * the objects of those that no desk holds.
 *
 * Nothing is deleted for want of data: only what the index names is looked at, each desk is asked in its own slot, and that the last
 * one gave it up is noted. From the moment that nobody is found to hold a recording, new holds are refused until it is gone. A death between any two steps leaves it in the
 * index, for the next sweep, here or in another process; two at once do the same twice.
 */
export function createRecordingSweep(deps: RecordingSweepDeps): () => Promise<void> {
  const { desks, checks, blob, nowMs, againMs, onDeleted, onFailure } = deps;
  const limit = pLimit(AT_ONCE);

  async function askDesks(id: RecordingId, now: number): Promise<void> {
    for (const asked of await desks.toAsk(id, now, MOST_DESKS)) {
      const answer = await checks.ask(asked.id, id);
      if (answer === "over") await checks.releaseAtSession(asked.id, id);
      await desks.answer(id, asked, answer);
    }
  }

  async function sweepRecording(due: Scored<RecordingId>, now: number): Promise<void> {
    const { id } = due;
    await askDesks(id, now);
    const claim = await desks.claimDeletion(id);
    if (claim === "unknown") return desks.finish(due);
    if (claim !== "going") return desks.postpone(due, claim.nextMs);
    const known = await checks.forget(id);
    if (known.outcome === "open") {
      await desks.keepAfterAll(id);
      return desks.postpone(due, now + againMs);
    }
    if (known.outcome === "held") {
      await desks.keepAfterAll(id);
      for (const deskId of known.desks) await desks.note(id, deskId, now);
      return;
    }
    await removeRecording(blob, id);
    if (known.outcome === "forgotten") return desks.postpone(due, now + againMs);
    await desks.finish(due);
    onDeleted(id);
  }

  return async () => {
    const now = await nowMs();
    const failures: { readonly error: unknown; readonly recordingId: string }[] = [];
    for (let shard = 0; shard < INDEX_SHARDS; shard++) {
      const due = await desks.due(shard, now, MOST_RECORDINGS);
      const looked = due.map((each) =>
        limit(() => sweepRecording(each, now)).catch((error: unknown) => void failures.push({ error, recordingId: each.id })),
      );
      await Promise.all(looked);
    }
    const [first] = failures;
    if (first) onFailure({ ...first, count: failures.length });
  };
}

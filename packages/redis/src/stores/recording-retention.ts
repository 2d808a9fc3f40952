import type { DeskId } from "@frontrow/protocol/ids";
import { type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { deskKeys } from "./desks.ts";
import { MONTH, type RecordingRetention, releaseAtSession } from "./recordings.ts";

/**
 * `forgotten`: the session is over, and its recording is not gone on with. `elsewhere`: the session's slot knows nothing of it. `open`:
 * the broadcast goes on, somebody may hold it again. `held`: these hold it, by leases in the session's slot.
 */
export type Forgetting =
  | { readonly outcome: "forgotten" | "elsewhere" | "open" }
  | { readonly outcome: "held"; readonly desks: readonly DeskId[] };

/** What is asked before the objects of a recording are deleted: each desk's own slot, and the session's. */
export interface RecordingRetentionChecks {
  /** When to ask this desk again; `over`: it holds the recording no more, and has forgotten it. Safe to repeat. */
  ask(deskId: DeskId, recordingId: RecordingId): Promise<number | "over">;
  /** The session's part of what a desk gave up. Safe to repeat. */
  releaseAtSession(deskId: DeskId, recordingId: RecordingId): Promise<void>;
  /** Has the session forget the recording, if it is over and no desk holds it. Safe to repeat. */
  forget(recordingId: RecordingId): Promise<Forgetting>;
}

/** While a desk replays what it holds no more. */
const REPLAYED_ASK_MS = 60_000;

export function createRecordingRetention(
  client: RedisClient,
  retention: Partial<RecordingRetention> = {},
): RecordingRetentionChecks {
  const { leaseSeconds, deletedKeptMs } = { ...MONTH, ...retention };
  return {
    ask: (deskId, recordingId) => checkAtDesk(client, { deskId, recordingId, deletedKeptMs, leaseMs: leaseSeconds * 1_000 }),
    releaseAtSession: (deskId, recordingId) => releaseAtSession(client, deskId, recordingId),
    forget: (recordingId) => forgetRecording(client, { recordingId }),
  };
}

interface Asking {
  readonly deskId: DeskId;
  readonly recordingId: RecordingId;
  readonly deletedKeptMs: number;
  readonly leaseMs: number;
}

const checkAtDesk = defineScript<Asking, number | "over">("check-desk-recording.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ recordingId, deletedKeptMs, leaseMs }) => [recordingId, deletedKeptMs, leaseMs, REPLAYED_ASK_MS],
  reply(raw) {
    const [word, askAtMs] = raw as [string, string];
    return oneOf("held", "over")(word) === "held" ? Number(askAtMs) : "over";
  },
});

const forgetRecording = defineScript<{ recordingId: RecordingId }, Forgetting>("forget-recording.lua", {
  keys({ recordingId }) {
    const id = recordedSession(recordingId);
    return [keys.session(id), keys.recording(id), keys.holders(id), keys.segments(id)];
  },
  args: ({ recordingId }) => [recordingId.slice(recordingId.lastIndexOf("-") + 1)],
  reply(raw) {
    const [word, ...desks] = raw as string[];
    const outcome = oneOf("forgotten", "elsewhere", "open", "held")(word);
    return outcome === "held" ? { outcome, desks: desks as DeskId[] } : { outcome };
  },
});

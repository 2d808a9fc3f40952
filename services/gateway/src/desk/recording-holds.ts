import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { RecordedBroadcast } from "@frontrow/protocol/recording";
import type { RecordingStore } from "@frontrow/redis/recordings";

/** Holds recordings for the desks of this process: whoever has seen a part of a broadcast keeps the whole of it. */
export interface RecordingHolds {
  /** Holds what a desk watches now, and goes on to renew that. The same again changes nothing. */
  keep(deskId: DeskId, session: SessionId, broadcast: RecordedBroadcast): void;
  /** Renews nothing more for this desk. What it holds it keeps for as long as the lease is. */
  end(deskId: DeskId): void;
  close(): void;
}

interface Dependencies {
  readonly recordings: Pick<RecordingStore, "hold">;
  onError(error: unknown): void;
}

interface Hold {
  readonly session: SessionId;
  readonly broadcast: RecordedBroadcast;
  /** Both as text, to compare them. */
  readonly asked: string;
  dueAtMs: number;
}

const RENEWED_EVERY_MS = 3_600_000;
/** Also what a hold that failed waits for. */
const CHECKED_EVERY_MS = 60_000;

export function createRecordingHolds({ recordings, onError }: Dependencies): RecordingHolds {
  const holds = new Map<DeskId, Hold>();

  function renew(deskId: DeskId, hold: Hold): void {
    hold.dueAtMs = performance.now() + RENEWED_EVERY_MS;
    recordings.hold(deskId, hold.session, hold.broadcast).catch((error: unknown) => {
      hold.dueAtMs = 0;
      onError(error);
    });
  }

  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const [deskId, hold] of holds) if (hold.dueAtMs <= nowMs) renew(deskId, hold);
  }, CHECKED_EVERY_MS);
  timer.unref();

  return {
    keep(deskId, session, broadcast) {
      const asked = JSON.stringify([session, broadcast]);
      if (holds.get(deskId)?.asked === asked) return;
      const hold: Hold = { session, broadcast, asked, dueAtMs: 0 };
      holds.set(deskId, hold);
      renew(deskId, hold);
    },
    end(deskId) {
      holds.delete(deskId);
    },
    close() {
      clearInterval(timer);
    },
  };
}

/** Who streams, and what, as it is kept with a recording. */
export function broadcastOf({ handle, roomId = "", hostId, nickname, avatarUrl, title }: CreatorStatus): RecordedBroadcast {
  return {
    handle,
    roomId,
    ...(hostId ? { hostId } : {}),
    ...(nickname ? { nickname } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
    ...(title ? { title } : {}),
  };
}

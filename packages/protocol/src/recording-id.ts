import type { SessionId } from "./ids.ts";

// Without zod, because browsers load it.

/** A recording of one session: `ses_…-<sinceMs>`, the session and when it was first opened, as a room may have several. */
export type RecordingId = string & { readonly __brand: "RecordingId" };

export const recordingIdOf = (sessionId: SessionId, sinceMs: number): RecordingId => `${sessionId}-${sinceMs}` as RecordingId;

/** The session that was recorded. */
export const recordedSession = (id: RecordingId): SessionId => id.slice(0, id.lastIndexOf("-")) as SessionId;

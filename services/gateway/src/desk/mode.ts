import type { DeskState } from "@frontrow/protocol/desk";
import type { SessionId } from "@frontrow/protocol/ids";
import { type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import { refusal } from "../http/problem.ts";

type Viewing = Pick<DeskState, "replay">;

/** The session that a desk shows; `live` is the one that it shows in LIVE, if any. */
export const viewedSession = ({ replay }: Viewing, live: SessionId | undefined): SessionId | undefined =>
  replay ? (replay.session as SessionId) : live;

/** The session whose questions a desk shows: of a replay, that which was recorded. */
export const questionsSession = ({ replay }: Viewing, live: SessionId | undefined): SessionId | undefined =>
  replay ? recordedSession(replay.recordingId as RecordingId) : live;

/**
 * The session in which a desk resolves a question now. A replay is over and done with, unless the desk stepped back in a broadcast
 * that goes on: whoever is behind it may answer.
 */
export function sessionToAnswerIn(desk: Viewing, live: SessionId | undefined): SessionId | undefined {
  if (desk.replay && !desk.replay.isBehindLive) throw refusal("NOT_IN_LIVE");
  return questionsSession(desk, live);
}

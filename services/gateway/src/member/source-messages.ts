import type { CreatorStatus } from "@frontrow/protocol/creator";
import { errorCatalogue } from "@frontrow/protocol/errors";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { SessionId } from "@frontrow/protocol/ids";

/** What a client knows of the source that its desk watches. */
export interface KnownSource {
  readonly handle: string;
  /** Whether it knows that a creator of this name exists. */
  readonly isNamed: boolean;
  readonly status: CreatorStatus | undefined;
}

interface SourceUpdate {
  /** What the client knows once it has the messages. */
  readonly known: KnownSource;
  readonly messages: readonly ServerMessage[];
}

/** A watch begins: the client knows nothing but the name. */
export const nothingKnown = (handle: string): KnownSource => ({ handle, isNamed: false, status: undefined });

/**
 * The messages that bring a client from what it knows of its source to this status.
 *
 * A status is the latest state, not a history: states in between may be missing, and the messages make sense without them.
 */
export function sourceMessages(known: KnownSource, status: CreatorStatus): SourceUpdate {
  const { handle } = known;
  const isNamed = known.isNamed || (status.state !== "unknown" && status.state !== "failed");
  const naming: ServerMessage[] = isNamed && !known.isNamed ? [{ type: "usernameChanged", data: { username: handle } }] : [];
  const messages = [...naming, ...endMessages(known, status), ...stateMessages(known, status)];
  return { known: { handle, isNamed, status }, messages };
}

/** The end of what was live. */
function endMessages({ handle, status: before }: KnownSource, status: CreatorStatus): ServerMessage[] {
  if (status.state === "ended" && before?.state !== "ended") {
    return [{ type: "disconnected", data: { username: handle, reason: "ended" } }];
  }
  const dropped = before?.state === "live" && status.state !== "live" && status.state !== "ended";
  return dropped ? [{ type: "disconnected", data: { username: handle, reason: "dropped" } }] : [];
}

/** The source's state now, unless the client knows it. */
function stateMessages(known: KnownSource, status: CreatorStatus): ServerMessage[] {
  const { handle: username, status: before } = known;
  const { state, code, retryAtMs } = status;
  if (state === "live") {
    const isNew = before?.state !== "live" || before.sessionId !== status.sessionId;
    const session = status.sessionId ?? "";
    return isNew ? [{ type: "connected", data: { username, session, epoch: 1, roomId: status.roomId ?? "" } }] : [];
  }
  if (before?.state === state && before.code === code && before.retryAtMs === retryAtMs) return [];
  if (state === "failed" && (code === "CREATOR_UNKNOWN" || code === "BAD_USERNAME")) {
    return [{ type: "usernameChangeError", data: { error: errorCatalogue[code].advice, code } }];
  }
  const details = { ...(code ? { code } : {}), ...(retryAtMs ? { retryAtMs } : {}) };
  const messages: ServerMessage[] = [{ type: "connectionProgress", data: { username, state, ...details } }];
  if (code && code !== "CREATOR_OFFLINE") {
    const message = errorCatalogue[code].advice;
    messages.push({ type: "connectionError", data: { username, code, message, ...(retryAtMs ? { retryAtMs } : {}) } });
  }
  return messages;
}

/** Who streams, and what: to be sent again when it changes. */
export function sessionInfo(handle: string, status: CreatorStatus, session: SessionId, sinceMs: number): ServerMessage {
  const { roomId = "", renamedTo, nickname, avatarUrl, title } = status;
  const known = {
    ...(renamedTo ? { renamedTo } : {}),
    ...(nickname ? { nickname } : {}),
    ...(avatarUrl ? { avatarUrl } : {}),
    ...(title ? { title } : {}),
  };
  return { type: "sessionInfo", data: { session, username: handle, roomId, ...known, sinceMs } };
}

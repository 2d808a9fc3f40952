import type { CreatorStatus } from "@frontrow/protocol/creator";
import { errorCatalogue } from "@frontrow/protocol/errors";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { SessionId } from "@frontrow/protocol/ids";

/** What a client has been told of the source that its desk watches. */
export interface Told {
  readonly handle: string;
  /** It knows that a creator of this name exists. */
  readonly named: boolean;
  readonly status: CreatorStatus | undefined;
}

/** What is to be said, and what the client has been told once it has it. */
export interface Telling {
  readonly told: Told;
  readonly messages: readonly ServerMessage[];
}

/** A client that has been told nothing: a watch begins. */
export const untold = (handle: string): Told => ({ handle, named: false, status: undefined });

/**
 * What a client should hear of its source, given what it has heard.
 *
 * A status is the latest state, not a history: states in between may be missing, and the messages make sense without them.
 */
export function tellSource(told: Told, status: CreatorStatus): Telling {
  const named = told.named || (status.state !== "unknown" && status.state !== "failed");
  const messages = [...naming(told, named), ...ending(told, status), ...standing(told, status)];
  return { told: { handle: told.handle, named, status }, messages };
}

function naming(told: Told, named: boolean): ServerMessage[] {
  return named && !told.named ? [{ type: "usernameChanged", data: { username: told.handle } }] : [];
}

/** The end of what was live. */
function ending({ handle, status: before }: Told, status: CreatorStatus): ServerMessage[] {
  if (status.state === "ended" && before?.state !== "ended") {
    return [{ type: "disconnected", data: { username: handle, reason: "ended" } }];
  }
  const dropped = before?.state === "live" && status.state !== "live" && status.state !== "ended";
  return dropped ? [{ type: "disconnected", data: { username: handle, reason: "dropped" } }] : [];
}

/** How it stands now. */
function standing(told: Told, status: CreatorStatus): ServerMessage[] {
  const { handle: username, status: before } = told;
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

/** Who streams, and what: worth saying again when it changes. */
export function sessionInfo(handle: string, status: CreatorStatus, session: SessionId, sinceMs: number): ServerMessage {
  const { roomId = "", nickname, avatarUrl, title } = status;
  const known = { ...(nickname ? { nickname } : {}), ...(avatarUrl ? { avatarUrl } : {}), ...(title ? { title } : {}) };
  return { type: "sessionInfo", data: { session, username: handle, roomId, ...known, sinceMs } };
}

/**
 * The session to show for a status. A broadcast that ended stays on the screens that showed it until the next one; who
 * comes later is shown it only while it is the latest news.
 */
export function sessionToView(status: CreatorStatus | undefined, viewed: SessionId | undefined): SessionId | undefined {
  const session = status?.sessionId as SessionId | undefined;
  if (!status || !session) return undefined;
  const isNews = status.state === "live" || status.state === "reconnecting" || status.state === "ended";
  return isNews || session === viewed ? session : undefined;
}

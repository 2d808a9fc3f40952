import type { ServerMessage } from "@frontrow/protocol/frame";
import type { SourceStatus } from "./types.ts";

/** The desk watches nobody. */
export const nobody: SourceStatus = { state: "none" };

/** A watch has begun of which nothing is known yet. */
export const watching = (username: string): SourceStatus => ({ state: "unknown", username });

/** What is known of the source after a message; the same object when it says nothing new of it. */
export function foldStatus(status: SourceStatus, message: ServerMessage): SourceStatus {
  switch (message.type) {
    case "connectionProgress": {
      const { username, state, code, retryAtMs } = message.data;
      const known = username === status.username ? withoutTrouble(status) : {};
      return { ...known, username, state, ...(code ? { code } : {}), ...(retryAtMs ? { retryAtMs } : {}) };
    }
    case "usernameChanged":
      return message.data.username === status.username ? status : watching(message.data.username);
    case "usernameChangeError": {
      // A name that is none never got to be watched: what was watched goes on.
      if (message.data.code === "BAD_USERNAME") return status;
      return { ...withoutTrouble(status), state: "failed", code: message.data.code, message: message.data.error };
    }
    case "connected": {
      const { username, session, roomId } = message.data;
      const known = session === status.session ? withoutTrouble(status) : {};
      return { ...known, state: "live", username, session, roomId };
    }
    case "sessionInfo": {
      // Who has the old name again is not renamed any more.
      const { renamedTo: _, ...lasting } = status;
      return { ...lasting, ...message.data };
    }
    case "connectionError": {
      const { code, message: text, retryAtMs } = message.data;
      return { ...status, code, message: text, ...(retryAtMs ? { retryAtMs } : {}) };
    }
    case "disconnected": {
      const { reason } = message.data;
      if (reason === "ended") return { ...withoutTrouble(status), state: "ended" };
      return reason === "dropped" ? { ...withoutTrouble(status), state: "reconnecting" } : status;
    }
    case "streamDisconnected":
      return nobody;
    default:
      return status;
  }
}

function withoutTrouble(status: SourceStatus): SourceStatus {
  const { code: _code, message: _message, retryAtMs: _retryAtMs, ...rest } = status;
  return rest;
}

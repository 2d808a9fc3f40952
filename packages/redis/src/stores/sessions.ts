import { createHash } from "node:crypto";
import { type CreatorId, ID_LETTERS, type SessionId, type WorkerId } from "@frontrow/protocol/ids";
import type { SessionKind } from "@frontrow/protocol/session";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { recordOf, type Writer } from "../log/log.ts";

/** `ended`: the broadcast is over. `unwatched`: nobody watched any more. */
export type SessionState = "open" | "ended" | "unwatched";

export interface SessionRecord {
  readonly kind: SessionKind;
  readonly creatorId: CreatorId;
  readonly roomId: string;
  /** When it was opened first, by Redis' clock. */
  readonly sinceMs: number;
  readonly state: SessionState;
  readonly endedAtMs: number | undefined;
}

export interface Opening {
  readonly sessionId: SessionId;
  readonly creatorId: CreatorId;
  readonly roomId: string;
  readonly kind: SessionKind;
  /** The ingest claim of the creator: it holds for the creator's current session too. */
  readonly writer: Writer;
  readonly worker: WorkerId;
}

export interface SessionStore {
  /**
   * Opens a session with its log, for this writer; its sequence begins at 1 unless it was this session's writer already.
   * `opened`: nothing is in the log yet. `reopened`: something is. `fenced`: a later claim was here.
   */
  open(opening: Opening): Promise<"opened" | "reopened" | "fenced">;
  close(sessionId: SessionId, writer: Writer, state: Exclude<SessionState, "open">): Promise<"applied" | "fenced">;
  read(sessionId: SessionId): Promise<SessionRecord | undefined>;
  /**
   * Lets all that belongs to a closed session expire after `seconds`; opening it again keeps it. `recorded`: that begins when its
   * recording is complete. `open`: somebody opened it again.
   */
  expire(sessionId: SessionId, seconds: number): Promise<"applied" | "recorded" | "open">;
}

/** The id of a broadcast's session: the same room of the same creator is the same session, whoever opens it. */
export function sessionIdOf(creatorId: CreatorId, roomId: string): SessionId {
  const digest = createHash("sha256").update(`${creatorId}\n${roomId}`).digest();
  let bits = "";
  for (const byte of digest.subarray(0, 17)) bits += byte.toString(2).padStart(8, "0");
  const letters = bits.match(/.{5}/g)?.slice(0, 26) ?? [];
  return `ses_${letters.map((five) => ID_LETTERS[Number.parseInt(five, 2)]).join("")}` as SessionId;
}

export function createSessionStore(client: RedisClient): SessionStore {
  return {
    open: (opening) => openSession(client, opening),
    close: (sessionId, writer, state) => closeSession(client, { sessionId, writer, state }),
    async read(sessionId) {
      const hash = await retryUntilAnswered(client, () => client.hgetall(keys.session(sessionId)));
      return hash["state"] ? recordFrom(hash) : undefined;
    },
    expire: (sessionId, seconds) => expireSession(client, { sessionId, seconds }),
  };
}

const openSession = defineScript("open-session.lua", {
  keys: ({ sessionId }: Opening) => sessionKeys(sessionId),
  args: ({ writer, worker, kind, creatorId, roomId }) => [
    recordOf(writer),
    writer.fence,
    worker,
    ...["kind", kind, "creatorId", creatorId, "roomId", roomId],
  ],
  reply: oneOf("opened", "reopened", "fenced"),
});

const closeSession = defineScript("close-session.lua", {
  keys: ({ sessionId }: { sessionId: SessionId; writer: Writer; state: SessionState }) => [
    keys.session(sessionId),
    keys.owner(sessionId, "ingest"),
  ],
  args: ({ writer, state }) => [recordOf(writer), state],
  reply: oneOf("applied", "fenced"),
});

const expireSession = defineScript("expire-session.lua", {
  keys: ({ sessionId }: { sessionId: SessionId; seconds: number }) => sessionKeys(sessionId),
  args: ({ seconds }) => [seconds],
  reply: oneOf("applied", "recorded", "open"),
});

/** All that belongs to a session, in the order that scripts know. */
export const sessionKeys = (id: SessionId): string[] => [
  keys.session(id),
  keys.log(id),
  keys.head(id),
  keys.owner(id, "ingest"),
  keys.owner(id, "analytics"),
  keys.metrics(id),
  keys.keyframe(id),
  keys.recording(id),
  keys.holders(id),
  keys.segments(id),
];

function recordFrom(hash: Record<string, string>): SessionRecord {
  return {
    kind: hash["kind"] as SessionKind,
    creatorId: hash["creatorId"] as CreatorId,
    roomId: hash["roomId"] ?? "",
    sinceMs: Number(hash["sinceMs"]),
    state: hash["state"] as SessionState,
    endedAtMs: hash["endedAtMs"] ? Number(hash["endedAtMs"]) : undefined,
  };
}

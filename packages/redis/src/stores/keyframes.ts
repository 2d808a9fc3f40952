import type { Position } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { claimRoleOf, recordOf, type Writer } from "../log/log.ts";

export interface Keyframe {
  /** Of the last entry folded into it. */
  readonly position: Position;
  /** A fold of another version cannot restore it: fold again from the log's start, or from the recording. */
  readonly foldVersion: number;
  /** Small enough that neither writing nor reading one blocks: some 64 KB each. */
  readonly slices: readonly Uint8Array[];
}

export interface KeyframeStore {
  /** Replaces the session's keyframe: readers see the old one until the whole new one is there. */
  write(keyframe: Keyframe & { readonly sessionId: SessionId; readonly writer: Writer }): Promise<"applied" | "fenced">;
  read(sessionId: SessionId): Promise<Keyframe | undefined>;
}

interface Head {
  readonly position: Omit<Position, "log">;
  readonly foldVersion: number;
  readonly fields: readonly string[];
}

export function createKeyframeStore(client: RedisClient): KeyframeStore {
  return {
    async write({ sessionId, writer, position: { epoch, id, stamp }, foldVersion, slices }) {
      const fields = slices.map((_, number) => `${recordOf(writer)}/${id}/${number}`);
      const head = JSON.stringify({ position: { epoch, id, stamp }, foldVersion, fields } satisfies Head);
      for (;;) {
        for (const [number, slice] of slices.entries()) {
          const field = fields[number] ?? "";
          if ((await writeSlice(client, { sessionId, writer, field, slice })) === "fenced") return "fenced";
        }
        const outcome = await commit(client, { sessionId, writer, head, fields });
        // A fail-over between the slices and the head lost some of them.
        if (outcome !== "missing") return outcome;
      }
    },
    async read(sessionId) {
      for (;;) {
        const json = await retryUntilAnswered(client, () => client.hget(keys.keyframe(sessionId), "head"));
        if (!json) return undefined;
        const { position, foldVersion, fields } = JSON.parse(json) as Head;
        const slices =
          fields.length > 0
            ? await retryUntilAnswered(client, () => client.hmgetBuffer(keys.keyframe(sessionId), ...fields))
            : [];
        // One is gone when a newer keyframe took the place of this one in between: read that.
        if (slices.every((slice) => slice !== null)) return { position: { log: sessionId, ...position }, foldVersion, slices };
      }
    },
  };
}

const writeSlice = defineScript("write-keyframe-slice.lua", {
  keys: ({ sessionId, writer }: { sessionId: SessionId; writer: Writer; field: string; slice: Uint8Array }) => [
    keys.keyframe(sessionId),
    keys.owner(sessionId, claimRoleOf(writer)),
  ],
  args: ({ writer, field, slice }) => [recordOf(writer), field, Buffer.from(slice.buffer, slice.byteOffset, slice.byteLength)],
  reply: oneOf("applied", "fenced"),
});

const commit = defineScript("commit-keyframe.lua", {
  keys: ({ sessionId, writer }: { sessionId: SessionId; writer: Writer; head: string; fields: string[] }) => [
    keys.keyframe(sessionId),
    keys.owner(sessionId, claimRoleOf(writer)),
  ],
  args: ({ writer, head, fields }) => [recordOf(writer), head, ...fields],
  reply: oneOf("applied", "fenced", "missing"),
});

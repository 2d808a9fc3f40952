import type { DeskId } from "@frontrow/protocol/ids";
import type { ViewerNote } from "@frontrow/protocol/library/viewer";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";
import { deskKeys } from "./desks.ts";

/** Viewers of whom one desk may note something: at their longest the notes are 4 MB. */
const MOST_NOTED = 2_000;

/** What desks note of viewers. All of it is one desk's alone. */
export interface ViewerNoteStore {
  /** Of those of whom something is noted. */
  read(deskId: DeskId, userIds: readonly string[]): Promise<Map<string, ViewerNote>>;
  /** An empty note without tags removes what was there. Safe to repeat. */
  set(deskId: DeskId, userId: string, note: ViewerNote): Promise<"applied" | "unchanged" | "full" | "absent">;
}

export function createViewerNoteStore(client: RedisClient): ViewerNoteStore {
  return {
    async read(deskId, userIds) {
      if (userIds.length === 0) return new Map();
      const found = await retryUntilAnswered(client, () => client.hmget(keys.viewerNotes(deskId), ...userIds));
      const entries = userIds.flatMap((userId, n) => {
        const json = found[n];
        return json ? [[userId, JSON.parse(json) as ViewerNote] as const] : [];
      });
      return new Map(entries);
    },
    set: (deskId, userId, note) => noteViewer(client, { deskId, userId, note }),
  };
}

const noteViewer = defineScript<
  { deskId: DeskId; userId: string; note: ViewerNote },
  "applied" | "unchanged" | "full" | "absent"
>("note-viewer.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ userId, note: { note, tags } }) => [
    userId,
    note === "" && tags.length === 0 ? "" : JSON.stringify({ note, tags }),
    MOST_NOTED,
  ],
  reply: oneOf("applied", "unchanged", "full", "absent"),
});

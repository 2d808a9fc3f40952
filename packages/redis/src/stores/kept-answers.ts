import type { DeskState } from "@frontrow/protocol/desk";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript } from "../define-script.ts";
import { keys } from "../keys.ts";
import { deskKeys } from "./desks.ts";

type Answers = NonNullable<DeskState["answers"]>;

/** What desks did about the questions of recordings that they hold, after their list of answers has lost it. */
export interface KeptAnswersStore {
  /** Copies the answers of all desks that hold the recording. To be called when its broadcast is over; safe to repeat. */
  keep(recordingId: RecordingId): Promise<void>;
  read(deskId: DeskId, recordingId: RecordingId): Promise<Answers>;
}

export function createKeptAnswersStore(client: RedisClient): KeptAnswersStore {
  return {
    async keep(recordingId) {
      const sessionId = recordedSession(recordingId);
      const holders = await retryUntilAnswered(client, () => client.hkeys(keys.holders(sessionId)));
      // One field keeps the key there.
      for (const deskId of holders.filter((name) => name !== ""))
        await keepAnswers(client, { deskId: deskId as DeskId, recordingId, sessionId });
    },
    async read(deskId, recordingId) {
      const json = await retryUntilAnswered(client, () => client.hget(keys.keptAnswers(deskId), recordingId));
      const session = recordedSession(recordingId);
      const entries = Object.entries(json ? (JSON.parse(json) as Record<string, string>) : {});
      return Object.fromEntries(entries.map(([id, text]) => [id, answerIn(text, session)]));
    },
  };
}

function answerIn(text: string, session: SessionId): Answers[string] {
  const [status, atMs] = text.split(":");
  return { status: status === "ignored" ? "ignored" : "answered", atMs: Number(atMs), session };
}

const keepAnswers = defineScript<{ deskId: DeskId; recordingId: RecordingId; sessionId: SessionId }, number>("keep-answers.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ recordingId, sessionId }) => [recordingId, sessionId],
  reply: Number,
});

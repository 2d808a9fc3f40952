import type { ServerMessage } from "../socket/frame.ts";
import type { CoachLimit, DeskFact } from "./desk.ts";

/** Why a language model words no prompts for a while, for people. */
export const coachLimitSentences: Readonly<Record<CoachLimit["reason"], string>> = {
  desk: "This desk has used up its calls of the language model in this hour. Rules word the prompts until there are more.",
  guests: "Guests have used up their calls of the language model today. Rules word the prompts until there are more.",
  day: "All calls of the language model are used up today. Rules word the prompts until there are more.",
};

/**
 * The message that a fact of a desk's log is to its members: the plain dialect sends it, and a reader of the batched dialect
 * makes it from the entry. A watch begins with a source of which nothing is known yet.
 */
export function messageOfFact(fact: DeskFact): ServerMessage | undefined {
  switch (fact.type) {
    case "opened":
    case "replayCommanded":
      return undefined;
    case "watched":
      return { type: "connectionProgress", data: { username: fact.handle, state: "unknown" } };
    case "unwatched":
      return fact.reason === "reaped"
        ? { type: "disconnected", data: { username: fact.handle ?? "", reason: "reaped" } }
        : { type: "streamDisconnected", data: fact.handle ? { username: fact.handle } : {} };
    case "languageSet":
      return { type: "languageSet", data: { language: fact.language } };
    case "questionAnswered":
    case "questionIgnored":
    case "questionReopened":
      return { type: fact.type, data: { questionId: fact.questionId, atMs: fact.atMs } };
    case "coachSet":
      return { type: "coachSet", data: { usesModel: fact.usesModel } };
    case "coachLimited": {
      const { reason, retryAtMs } = fact;
      return { type: "coachLimited", data: { code: "RATE_LIMITED", reason, message: coachLimitSentences[reason], retryAtMs } };
    }
    case "modeSet": {
      const { mode, replay } = fact;
      return { type: "modeChanged", data: { mode, ...(replay ? { session: replay.session, replay } : {}) } };
    }
    case "recordingSet":
      return { type: "recordingSet", data: { records: fact.records } };
    case "dataChanged": {
      const { data, recordingId } = fact;
      return { type: "dataChanged", data: { data, ...(recordingId ? { recordingId } : {}) } };
    }
    case "promptWorded":
      return { type: "promptWorded", data: { promptId: fact.promptId, text: fact.text, language: fact.language } };
  }
}

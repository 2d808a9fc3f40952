import type { ServerMessage } from "../socket/frame.ts";
import type { DeskFact } from "./desk.ts";

/**
 * The message that a fact of a desk's log is to its members: the plain dialect sends it, and a reader of the batched dialect
 * makes it from the entry. A watch begins with a source of which nothing is known yet.
 */
export function messageOfFact(fact: DeskFact): ServerMessage | undefined {
  switch (fact.type) {
    case "opened":
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
    case "promptWorded":
      return { type: "promptWorded", data: { promptId: fact.promptId, text: fact.text, language: fact.language } };
  }
}

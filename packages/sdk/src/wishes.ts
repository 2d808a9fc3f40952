import type { ServerMessage } from "@frontrow/protocol/frame";
import { normaliseHandle } from "@frontrow/protocol/handle";
import type { Frame } from "./frames.ts";
import type { Language } from "./types.ts";

interface Wish {
  readonly command: { readonly commandId: string };
  /** Whether a message answers it. */
  isAnswer(message: ServerMessage): boolean;
}

type Kind = "source" | "language" | "coach" | `question:${string}`;

/** All that is remembered is sent at once when the link is back, and the server takes forty messages in one go. */
const MOST_QUESTIONS = 30;

/**
 * What the user asked for and the server has not confirmed yet. The last wish of a kind counts; it is sent again after
 * every cut, with the same id, so that the server does it once.
 */
export class Wishes {
  readonly #newId: () => string;
  readonly #pending = new Map<Kind, Wish>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  watch(username: string): object {
    const handle = normaliseHandle(username);
    return this.#add("source", { type: "changeUsername", username }, ({ type, data }) => {
      if (type === "usernameChangeError") return true;
      const names = type === "connectionProgress" || type === "usernameChanged" || type === "connected";
      return names && data.username === handle;
    });
  }

  unwatch(): object {
    return this.#add("source", { type: "disconnectStream" }, ({ type }) => type === "streamDisconnected");
  }

  setLanguage(language: Language): object {
    return this.#add("language", { type: "setLanguage", language }, ({ type }) => type === "languageSet");
  }

  setCoach(usesModel: boolean): object {
    return this.#add("coach", { type: "setCoach", usesModel }, ({ type }) => type === "coachSet");
  }

  /** Of one question, the last wish counts. */
  settleQuestion(type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion", questionId: string): object {
    const kind = `question:${questionId}` as const;
    const [oldest, ...others] = [...this.#pending.keys()].filter((each) => each !== kind && each.startsWith("question:"));
    if (oldest && others.length + 1 >= MOST_QUESTIONS) this.#pending.delete(oldest);
    // Whatever the answer says of it is how it stands.
    return this.#add(kind, { type, questionId }, ({ type: answer, data }) => {
      const isOfQuestion = answer === "questionAnswered" || answer === "questionIgnored" || answer === "questionReopened";
      return isOfQuestion && data.questionId === questionId;
    });
  }

  get pending(): readonly object[] {
    return [...this.#pending.values()].map(({ command }) => command);
  }

  /** Notes what a frame confirms or refuses. */
  take(frame: Frame): void {
    for (const [kind, wish] of this.#pending) if (answers(frame, wish)) this.#pending.delete(kind);
  }

  #add(kind: Kind, command: { type: string; [field: string]: string | boolean }, isAnswer: Wish["isAnswer"]): object {
    const wish = { command: { ...command, commandId: this.#newId() }, isAnswer };
    // In the order in which they were made last.
    this.#pending.delete(kind);
    this.#pending.set(kind, wish);
    return wish.command;
  }
}

function answers(frame: Frame, { command, isAnswer }: Wish): boolean {
  if (frame.kind === "desk") return frame.items.some((fact) => "commandId" in fact && fact.commandId === command.commandId);
  if (frame.kind !== "message") return false;
  const { message } = frame;
  return message.type === "error" ? message.data.commandId === command.commandId : isAnswer(message);
}

import type { ServerMessage } from "@frontrow/protocol/frame";
import { normaliseHandle } from "@frontrow/protocol/handle";
import type { Frame } from "./frames.ts";
import type { Language } from "./types.ts";

/** A command as it goes over the socket, with the id by which the server does it once. */
export type SentCommand = { readonly type: string; readonly commandId: string } & Readonly<Record<string, string | boolean>>;

interface PendingCommand {
  readonly command: SentCommand;
  /** Whether a message says that the command was done, or that another of its kind has taken its place. */
  isConfirmedBy(message: ServerMessage): boolean;
}

/** Commands of one kind replace each other: only the last one counts. */
type Kind = "source" | "language" | "coach" | `question:${string}`;

/** The outbox is sent in one go after a reconnect, and the server takes forty messages at once: thirty questions leave room. */
const MAX_QUESTIONS = 30;

/**
 * Commands that wait to be confirmed by the server, the last of each kind. After a reconnect they are sent again with the same
 * id, so that the server does each once.
 */
export class Outbox {
  readonly #newId: () => string;
  readonly #pending = new Map<Kind, PendingCommand>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  watch(username: string): SentCommand {
    const handle = normaliseHandle(username);
    return this.#add("source", { type: "changeUsername", username }, ({ type, data }) => {
      if (type === "usernameChangeError") return true;
      const namesCreator = type === "connectionProgress" || type === "usernameChanged" || type === "connected";
      return namesCreator && data.username === handle;
    });
  }

  unwatch(): SentCommand {
    return this.#add("source", { type: "disconnectStream" }, ({ type }) => type === "streamDisconnected");
  }

  setLanguage(language: Language): SentCommand {
    return this.#add("language", { type: "setLanguage", language }, ({ type }) => type === "languageSet");
  }

  setCoach(usesModel: boolean): SentCommand {
    return this.#add("coach", { type: "setCoach", usesModel }, ({ type }) => type === "coachSet");
  }

  /** The last command about a question counts; above the limit the question that was marked longest ago is forgotten. */
  markQuestion(type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion", questionId: string): SentCommand {
    const kind = `question:${questionId}` as const;
    const [oldest, ...others] = [...this.#pending.keys()].filter((each) => each !== kind && each.startsWith("question:"));
    if (oldest && others.length + 1 >= MAX_QUESTIONS) this.#pending.delete(oldest);
    // Any status that the server reports of the question is newer than this command.
    return this.#add(kind, { type, questionId }, ({ type: answer, data }) => {
      const isOfQuestion = answer === "questionAnswered" || answer === "questionIgnored" || answer === "questionReopened";
      return isOfQuestion && data.questionId === questionId;
    });
  }

  /** Oldest first. */
  get pending(): readonly SentCommand[] {
    return [...this.#pending.values()].map(({ command }) => command);
  }

  /** Drops the commands that a frame confirms or refuses. */
  acknowledge(frame: Frame): void {
    for (const [kind, pending] of this.#pending) if (isAcknowledged(pending, frame)) this.#pending.delete(kind);
  }

  #add(
    kind: Kind,
    fields: { type: string; [field: string]: string | boolean },
    isConfirmedBy: PendingCommand["isConfirmedBy"],
  ): SentCommand {
    const command = { ...fields, commandId: this.#newId() };
    // Deleted first, so that the map stays in the order in which commands were given last.
    this.#pending.delete(kind);
    this.#pending.set(kind, { command, isConfirmedBy });
    return command;
  }
}

function isAcknowledged({ command, isConfirmedBy }: PendingCommand, frame: Frame): boolean {
  if (frame.kind === "desk") return frame.items.some((fact) => "commandId" in fact && fact.commandId === command.commandId);
  if (frame.kind !== "message") return false;
  const { message } = frame;
  return message.type === "error" ? message.data.commandId === command.commandId : isConfirmedBy(message);
}

import type { ServerMessage } from "@frontrow/protocol/frame";
import { normaliseHandle } from "@frontrow/protocol/handle";
import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand, ReplaySeek } from "@frontrow/protocol/replay";
import type { Frame } from "./frames.ts";
import { isReached, mergedSeek, replayKindOf, replayStatesIn } from "./replay-commands.ts";
import type { Language, ModeRequest } from "./types.ts";

/** A command as it goes over the socket, with the id by which the server does it once. */
export type SentCommand = { readonly type: string; readonly commandId: string } & Readonly<Record<string, unknown>>;

interface PendingCommand {
  readonly command: SentCommand;
  /** Whether a message says that the command was done, or that another of its kind has taken its place. */
  isConfirmedBy?(message: ServerMessage): boolean;
  /** Whether a state of the replay says so. */
  isReachedIn?(state: ReplayState): boolean;
  /** Of a seek: it is done when something else than this is on view, and not when the desk's log has it. */
  readonly seek?: { readonly from: string | undefined; readonly sentAtMs: number };
}

/** Commands of one kind replace each other: only the last one counts. */
type Kind = "source" | "language" | "coach" | "recording" | "mode" | `question:${string}` | `replay:${string}`;

/** The outbox is sent in one go after a reconnect, and the server takes forty messages at once: these leave room for the rest. */
const MAX_QUESTIONS = 20;
const MAX_STEPS = 5;
/** A seek that shows nothing for as long holds the next one back no more. */
const SEEK_TIMEOUT_MS = 5_000;
const SEEK = "replay:seek";

/**
 * Commands that wait to be confirmed by the server, the last of each kind. After a reconnect they are sent again with the same
 * id, so that the server does each once.
 *
 * Of seeks one is under way, as each brings a whole screen; the newest that is asked for meanwhile follows it.
 */
export class Outbox {
  readonly #newId: () => string;
  readonly #now: () => number;
  readonly #pending = new Map<Kind, PendingCommand>();
  #nextSeek: ReplaySeek | undefined;
  /** Session and epoch of the last snapshot. */
  #view: string | undefined;

  constructor(newId: () => string, now: () => number) {
    this.#newId = newId;
    this.#now = now;
  }

  watch(username: string): SentCommand {
    const handle = normaliseHandle(username);
    const isConfirmedBy = ({ type, data }: ServerMessage) => {
      if (type === "usernameChangeError") return true;
      const namesCreator = type === "connectionProgress" || type === "usernameChanged" || type === "connected";
      return namesCreator && data.username === handle;
    };
    return this.#add("source", { type: "changeUsername", username }, { isConfirmedBy });
  }

  unwatch(): SentCommand {
    return this.#add("source", { type: "disconnectStream" }, { isConfirmedBy: ({ type }) => type === "streamDisconnected" });
  }

  setLanguage(language: Language): SentCommand {
    return this.#add("language", { type: "setLanguage", language }, { isConfirmedBy: ({ type }) => type === "languageSet" });
  }

  setCoach(usesModel: boolean): SentCommand {
    return this.#add("coach", { type: "setCoach", usesModel }, { isConfirmedBy: ({ type }) => type === "coachSet" });
  }

  setRecording(records: boolean): SentCommand {
    return this.#add("recording", { type: "setRecording", records }, { isConfirmedBy: ({ type }) => type === "recordingSet" });
  }

  /** What was asked of the replay before is of one that is left. */
  setMode(request: ModeRequest): SentCommand {
    this.#dropReplayCommands();
    const isConfirmedBy = ({ type, data }: ServerMessage) => type === "modeChanged" && data.mode === request.mode;
    return this.#add("mode", { type: "setMode", ...request }, { isConfirmedBy });
  }

  /** Undefined while a seek has to wait for the one that is under way. */
  replay(command: ReplayCommand): SentCommand | undefined {
    if (command.action === "seek") {
      this.#nextSeek = mergedSeek(this.#nextSeek, command.value);
      return this.#takeSeek();
    }
    const commandId = this.#newId();
    if (command.action === "step") this.#makeRoom("replay:step:", MAX_STEPS);
    return this.#add(
      `replay:${replayKindOf(command, commandId)}`,
      { type: "replay", ...command },
      { isReachedIn: (state) => isReached(command, state) },
      commandId,
    );
  }

  /** The last command about a question counts; above the limit the question that was marked longest ago is forgotten. */
  markQuestion(type: "answerQuestion" | "ignoreQuestion" | "reopenQuestion", questionId: string): SentCommand {
    const kind = `question:${questionId}` as const;
    this.#pending.delete(kind);
    this.#makeRoom("question:", MAX_QUESTIONS);
    // Any status that the server reports of the question is newer than this command.
    const isConfirmedBy = ({ type: answer, data }: ServerMessage) => {
      const isOfQuestion = answer === "questionAnswered" || answer === "questionIgnored" || answer === "questionReopened";
      return isOfQuestion && data.questionId === questionId;
    };
    return this.#add(kind, { type, questionId }, { isConfirmedBy });
  }

  /** Oldest first. */
  get pending(): readonly SentCommand[] {
    return [...this.#pending.values()].map(({ command }) => command);
  }

  /** Drops the commands that a frame confirms or refuses; what is to be sent now that a seek is done. */
  acknowledge(frame: Frame): SentCommand | undefined {
    // A replay that was left by somebody else takes what was asked of it along; after our own change all is of the new one.
    if (changesMode(frame) && !this.#pending.has("mode")) this.#dropReplayCommands();
    if (frame.kind === "message" && frame.message.type === "history") {
      this.#view = `${frame.message.data.session}:${frame.message.data.epoch}`;
    }
    const states = replayStatesIn(frame);
    for (const [kind, pending] of this.#pending) {
      const isDone = pending.seek ? this.#isSeekDone(pending, frame, states) : isAcknowledged(pending, frame, states);
      if (isDone) this.#pending.delete(kind);
    }
    return this.#takeSeek();
  }

  /** A seek that met trouble shows nothing new: the state of the replay says what is wrong. */
  #isSeekDone({ command, seek }: PendingCommand, frame: Frame, states: readonly ReplayState[]): boolean {
    return this.#view !== seek?.from || isRefused(command, frame) || states.some(({ code }) => code !== undefined);
  }

  #takeSeek(): SentCommand | undefined {
    const value = this.#nextSeek;
    const underWay = this.#pending.get(SEEK)?.seek;
    if (!value || (underWay && this.#now() - underWay.sentAtMs < SEEK_TIMEOUT_MS)) return undefined;
    this.#nextSeek = undefined;
    const seek = { from: this.#view, sentAtMs: this.#now() };
    return this.#add(SEEK, { type: "replay", action: "seek", value }, { seek });
  }

  #dropReplayCommands(): void {
    this.#nextSeek = undefined;
    for (const kind of [...this.#pending.keys()]) if (kind.startsWith("replay:")) this.#pending.delete(kind);
  }

  /** Forgets the oldest of the kinds that begin so, until one more of them fits. */
  #makeRoom(kinds: string, most: number): void {
    const held = [...this.#pending.keys()].filter((kind) => kind.startsWith(kinds));
    for (const oldest of held.slice(0, Math.max(0, held.length - most + 1))) this.#pending.delete(oldest);
  }

  #add(
    kind: Kind,
    fields: { readonly type: string; readonly [field: string]: unknown },
    confirmation: Omit<PendingCommand, "command">,
    commandId = this.#newId(),
  ): SentCommand {
    const command = { ...fields, commandId };
    // Deleted first, so that the map stays in the order in which commands were given last.
    this.#pending.delete(kind);
    this.#pending.set(kind, { command, ...confirmation });
    return command;
  }
}

function isAcknowledged(pending: PendingCommand, frame: Frame, states: readonly ReplayState[]): boolean {
  const { command } = pending;
  if (states.some((state) => pending.isReachedIn?.(state))) return true;
  if (frame.kind === "desk") return frame.items.some((fact) => "commandId" in fact && fact.commandId === command.commandId);
  return isRefused(command, frame) || (frame.kind === "message" && (pending.isConfirmedBy?.(frame.message) ?? false));
}

const isRefused = ({ commandId }: SentCommand, frame: Frame): boolean =>
  frame.kind === "message" && frame.message.type === "error" && frame.message.data.commandId === commandId;

const changesMode = (frame: Frame): boolean =>
  frame.kind === "desk"
    ? frame.items.some(({ type }) => type === "modeSet")
    : frame.kind === "message" && frame.message.type === "modeChanged";

import type { DeskFact } from "@frontrow/protocol/desk";
import { itemsOf, type Position, positionOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import type { LogStore } from "@frontrow/redis/log";
import type { Follow, LogReader } from "@frontrow/redis/log-reader";

export interface CommandHandlers {
  /** A command to this replay, in the order of the desk's log; `at` is its position there. */
  onCommand(command: ReplayCommand, at: Position): void;
  /** The desk may view something else now. */
  onModeSet(): void;
  onFailed(error: unknown): void;
}

/** The facts of a desk's log that concern one replay, from a position on. */
export class CommandFollower {
  readonly #sessionId: SessionId;
  readonly #handlers: CommandHandlers;
  readonly #deps: { readonly reader: LogReader; readonly log: Pick<LogStore, "tail"> };
  #follow: Follow | undefined;
  #isClosed = false;

  constructor(
    sessionId: SessionId,
    from: Position,
    handlers: CommandHandlers,
    deps: { readonly reader: LogReader; readonly log: Pick<LogStore, "tail"> },
  ) {
    this.#sessionId = sessionId;
    this.#handlers = handlers;
    this.#deps = deps;
    this.#begin(from);
  }

  /** Resolves when all commands that were given before have been delivered. */
  get caughtUp(): Promise<void> {
    return this.#follow?.caughtUp ?? Promise.resolve();
  }

  close(): void {
    this.#isClosed = true;
    this.#follow?.close();
  }

  #begin(from: Position): void {
    this.#follow = this.#deps.reader.follow(from, {
      onEntry: (entry) => {
        if (entry.kind !== "desk") return;
        for (const fact of itemsOf({ kind: "desk", data: entry.data })) this.#onFact(fact, positionOf(entry));
      },
      // What was said in between is gone with the log: the replay goes on as it is.
      onResync: () => void this.#beginAtEnd(from).catch((error: unknown) => this.#handlers.onFailed(error)),
      onFailed: (error) => this.#handlers.onFailed(error),
    });
  }

  async #beginAtEnd({ log }: Position): Promise<void> {
    const tail = await this.#deps.log.tail(log);
    if (this.#isClosed) return;
    this.#handlers.onModeSet();
    if (tail) this.#begin(tail);
  }

  #onFact(fact: DeskFact, at: Position): void {
    if (fact.type === "replayCommanded" && fact.session === this.#sessionId) this.#handlers.onCommand(fact.command, at);
    else if (fact.type === "modeSet" && fact.replay?.session !== this.#sessionId) this.#handlers.onModeSet();
  }
}

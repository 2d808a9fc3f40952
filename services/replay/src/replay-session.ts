import type { Claim, Owned, OwnedHooks } from "@frontrow/ownership/ownership";
import type { Position } from "@frontrow/protocol/entry";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ReplayCommand } from "@frontrow/protocol/replay";
import type { DeskStore } from "@frontrow/redis/desks";
import type { LogStore } from "@frontrow/redis/log";
import type { LogReader } from "@frontrow/redis/log-reader";
import type { ReplayStore } from "@frontrow/redis/replays";
import { backoffMs } from "@frontrow/runtime/backoff";
import type { Logger } from "@frontrow/runtime/logger";
import { CommandFollower } from "./command-follower.ts";
import type { PlayWheel } from "./play-wheel.ts";
import { afterCommand, afterMove, isSampled, type Move } from "./playback.ts";
import { noteOf, ReplayPlayer, type ReplayPlayerDeps, type WriteOutcome } from "./replay-player.ts";

export interface ReplaySessionDeps extends ReplayPlayerDeps {
  readonly replays: ReplayStore;
  readonly desks: Pick<DeskStore, "read" | "change" | "gateways">;
  readonly reader: LogReader;
  readonly log: Pick<LogStore, "tail">;
  readonly wheel: PlayWheel<ReplaySession>;
  readonly logger: Pick<Logger, "warn">;
  readonly settings: { readonly graceMs: number; readonly restMs: number };
}

/** How often a replay that does not play looks after itself. */
const QUIET_MS = 1_000;
/** A loop begins anew at most so often, however short it is at its speed. */
const LOOP_EVERY_MS = 1_000;
const TOUCH_EVERY_MS = 3_600_000;
const RETRIES = { firstMs: 500, maxMs: 10_000, jitter: 0.25 };

interface Given {
  readonly command: ReplayCommand;
  readonly at: Position;
}

/**
 * One replay: restore what is stored → follow the desk's commands → play → hand over.
 *
 * All that changes it happens in turns, one at a time: commands first, then a move if one is due, else a step. A move that is
 * under way when a newer one comes is given up. Turns begin when the wheel calls, or a command comes.
 */
export class ReplaySession implements Owned {
  readonly #sessionId: SessionId;
  readonly #claim: Claim;
  readonly #hooks: OwnedHooks;
  readonly #deps: ReplaySessionDeps;
  #player: ReplayPlayer | undefined;
  #follower: CommandFollower | undefined;
  #deskId: DeskId | undefined;
  #given: Given[] = [];
  #moves: readonly Move[] = [];
  #moving: AbortController | undefined;
  #turn: Promise<void> | undefined;
  #isStopped = false;
  /** What is stored is not what is said: a new owner says where the replay stands. */
  #isChanged = true;
  #mayHaveLeft = false;
  #unwantedSinceMs: number | undefined;
  #pausedSinceMs: number | undefined;
  #loopedMs = Number.NEGATIVE_INFINITY;
  #touchedMs = 0;
  #failures = 0;
  #retryAtMs = 0;
  #signalEnd: () => void = () => {};
  #signalFailure: (error: unknown) => void = () => {};

  constructor(claim: Claim, hooks: OwnedHooks, deps: ReplaySessionDeps) {
    this.#sessionId = claim.id as SessionId;
    this.#claim = claim;
    this.#hooks = hooks;
    this.#deps = deps;
    hooks.onUnwanted(() => {
      this.#unwantedSinceMs ??= deps.monotonic();
    });
  }

  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#signalEnd = resolve;
      this.#signalFailure = reject;
      void this.onTime();
    });
  }

  async handOver(): Promise<void> {
    this.#isStopped = true;
    this.#moving?.abort();
    await this.#turn;
    // The position as it is now, so that nobody sees again what was shown.
    if (this.#player?.playback.state === "playing" && this.#moves.length === 0) await this.#player.play(false);
    this.#end();
  }

  lost(): void {
    this.#isStopped = true;
    this.#moving?.abort();
    this.#end();
  }

  /** The wheel's call; resolves when the turn is over. Never rejects. */
  onTime(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    this.#turn ??= this.#takeTurn().finally(() => {
      this.#turn = undefined;
      if (!this.#isStopped) this.#deps.wheel.schedule(this, this.#given.length > 0 ? 0 : this.#delayMs());
    });
    return this.#turn;
  }

  #delayMs(): number {
    const untilRetryMs = this.#retryAtMs - this.#deps.monotonic();
    if (untilRetryMs > 0) return Math.min(QUIET_MS, untilRetryMs);
    if (this.#player?.playback.state !== "playing") return QUIET_MS;
    return Math.min(QUIET_MS, this.#player.delayMs);
  }

  /** Never rejects. */
  async #takeTurn(): Promise<void> {
    try {
      const player = this.#player ?? (await this.#restore());
      if (!player || (await this.#isOver())) return this.#end();
      if (this.#obey(player) && (await this.#leave(player))) return;
      if (this.#deps.monotonic() < this.#retryAtMs && this.#given.length === 0) return;
      this.#onWritten(await this.#step(player));
      this.#failures = 0;
    } catch (error) {
      await this.#onError(error);
    }
  }

  async #restore(): Promise<ReplayPlayer | undefined> {
    const { replays, reader, log } = this.#deps;
    const stored = await replays.read(this.#sessionId);
    if (!stored || this.#isStopped) return undefined;
    await this.#touch();
    // Lost meanwhile: nobody would end what is begun from here on.
    if (this.#isStopped) return undefined;
    this.#deskId = stored.deskId;
    this.#given = [];
    const player = new ReplayPlayer(this.#sessionId, this.#claim.writer, stored, this.#deps);
    this.#moves = player.firstMove ? [player.firstMove] : [];
    this.#isChanged = true;
    this.#follower?.close();
    const handlers = {
      onCommand: (command: ReplayCommand, at: Position) => this.#onCommand({ command, at }),
      onModeSet: () => {
        this.#mayHaveLeft = true;
        void this.onTime();
      },
      onFailed: (error: unknown) => this.#fail(error),
    };
    this.#follower = new CommandFollower(this.#sessionId, stored.record.obeyed, handlers, { reader, log });
    await this.#follower.caughtUp;
    this.#player = player;
    return player;
  }

  #onCommand(given: Given): void {
    this.#given.push(given);
    const { action } = given.command;
    if (action === "seek" || action === "step" || action === "stop") this.#moving?.abort();
    void this.onTime();
  }

  /** Does what was commanded since the last turn, but for going anywhere; whether the replay is to stop. */
  #obey(player: ReplayPlayer): boolean {
    let stops = false;
    for (const { command, at } of this.#given.splice(0)) {
      const { playback, move } = afterCommand(player.playback, command, this.#deps.monotonic());
      player.playback = playback;
      player.obeyed = at;
      if (move) this.#moves = afterMove(this.#moves, move);
      stops ||= command.action === "stop";
      this.#isChanged = true;
      this.#retryAtMs = 0;
    }
    return stops;
  }

  async #step(player: ReplayPlayer): Promise<WriteOutcome> {
    if (this.#moves.length > 0) return this.#move(player);
    const { playback } = player;
    if (playback.state !== "playing" && !this.#isChanged) {
      this.#rest(player);
      return "applied";
    }
    this.#pausedSinceMs = undefined;
    const outcome = await player.play(this.#isChanged);
    if (outcome !== "applied") return outcome;
    this.#isChanged = false;
    if (player.hasCaughtUp && (await this.#goLive("caughtUp"))) return outcome;
    // It slowed down at the newest moment: rows that were left out on the way are shown.
    if (isSampled(playback) && !isSampled(player.playback)) {
      this.#moves = [{ type: "here" }];
      return this.#move(player);
    }
    return player.isAtLoopEnd ? this.#loop(player) : outcome;
  }

  async #loop(player: ReplayPlayer): Promise<WriteOutcome> {
    const nowMs = this.#deps.monotonic();
    if (nowMs - this.#loopedMs < LOOP_EVERY_MS) return "applied";
    this.#loopedMs = nowMs;
    const { loop } = player.playback;
    if (loop) this.#moves = afterMove(this.#moves, { type: "seek", to: { atMs: loop.fromMs } });
    return this.#move(player);
  }

  async #move(player: ReplayPlayer): Promise<WriteOutcome> {
    const moving = new AbortController();
    this.#moving = moving;
    try {
      if (this.#goesToEdge() && (await this.#goLive("caughtUp"))) {
        this.#moves = [];
        return await player.play(true);
      }
      const outcome = await player.move(this.#moves, moving.signal);
      if (outcome === "applied") {
        this.#moves = [];
        this.#isChanged = false;
      }
      return outcome;
    } catch (error) {
      // A newer one came: it goes on from the moves before it, or makes them void.
      if (moving.signal.aborted) return "applied";
      throw error;
    } finally {
      this.#moving = undefined;
    }
  }

  #goesToEdge(): boolean {
    const last = this.#moves.at(-1);
    return last?.type === "seek" && "edge" in last.to;
  }

  #onWritten(outcome: WriteOutcome): void {
    if (outcome === "fenced") {
      this.lost();
      this.#hooks.fenced();
    } else if (outcome === "restart") this.#player = undefined;
  }

  /** After a minute nobody moves it soon: what is in memory can be made again. */
  #rest(player: ReplayPlayer): void {
    const nowMs = this.#deps.monotonic();
    this.#pausedSinceMs ??= nowMs;
    if (nowMs - this.#pausedSinceMs >= this.#deps.settings.restMs) player.rest();
  }

  async #onError(error: unknown): Promise<void> {
    if (this.#isStopped) return;
    const player = this.#player;
    const { observe, logger, monotonic } = this.#deps;
    const isRecording = error instanceof FrontrowError && error.code.startsWith("RECORDING_");
    observe.failed(isRecording ? "recording" : "store");
    // A command that cannot be done is done with: its next owner would fail at it again, for ever.
    const isCommand = this.#moves.length > 0 && !isRetry(error);
    if (!player || !(isRecording || isCommand)) return this.#fail(error);
    const retryMs = backoffMs(this.#failures, RETRIES);
    if (this.#failures === 0) logger.warn({ err: error, sessionId: this.#sessionId, retryMs }, "replay could not go on");
    player.onFailure();
    const isFinal = !isRetry(error);
    if (isFinal) this.#moves = [];
    else this.#retryAtMs = monotonic() + retryMs;
    try {
      if (isFinal || this.#failures === 0) this.#onWritten(await player.say(noteOf(asFrontrowError(error)), isFinal));
    } catch (failure) {
      return this.#fail(failure);
    }
    this.#failures += 1;
    // What was said of the failure is taken back once it is over.
    this.#isChanged = !isFinal;
  }

  /** Ends the work: it is released, and ordered again after a while. */
  #fail(error: unknown): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#close();
    this.#signalFailure(error);
  }

  /** `stop` ends the replay: its desk is LIVE again. True when it is no longer ours to play. */
  async #leave(player: ReplayPlayer): Promise<boolean> {
    this.#onWritten(await player.play(true));
    await this.#goLive("command");
    return this.#isStopped;
  }

  /** Whether the desk is LIVE now: if this replay was begun by stepping back in what it watches, or is stopped. */
  async #goLive(reason: "command" | "caughtUp"): Promise<boolean> {
    const { desks } = this.#deps;
    if (!this.#deskId) return false;
    if (reason === "caughtUp" && !(await desks.read(this.#deskId))?.state.replay?.isBehindLive) return false;
    const change = { type: "setMode", mode: "LIVE", reason, ifSession: this.#sessionId } as const;
    const { outcome } = await desks.change(this.#deskId, change);
    this.#mayHaveLeft = true;
    return outcome === "applied";
  }

  /** Whether nobody looks at this replay any more. */
  async #isOver(): Promise<boolean> {
    const nowMs = this.#deps.monotonic();
    if (nowMs - this.#touchedMs > TOUCH_EVERY_MS) await this.#touch();
    const isUnwanted = this.#unwantedSinceMs !== undefined && nowMs - this.#unwantedSinceMs >= this.#deps.settings.graceMs;
    if (!this.#mayHaveLeft && !isUnwanted) return false;
    this.#mayHaveLeft = false;
    this.#unwantedSinceMs = undefined;
    if (!this.#deskId) return true;
    if (!(await isViewed(this.#deskId, this.#sessionId, this.#deps.desks))) return true;
    return isUnwanted && (await this.#deps.desks.gateways(this.#deskId)).length === 0;
  }

  async #touch(): Promise<void> {
    await this.#deps.replays.touch(this.#sessionId);
    this.#touchedMs = this.#deps.monotonic();
  }

  #end(): void {
    this.#isStopped = true;
    this.#close();
    this.#signalEnd();
  }

  #close(): void {
    this.#deps.wheel.delete(this);
    this.#follower?.close();
    this.#player?.rest();
    this.#player = undefined;
  }
}

const isRetry = (error: unknown): boolean => error instanceof FrontrowError && error.disposition === "retry";

const asFrontrowError = (error: unknown): FrontrowError =>
  error instanceof FrontrowError ? error : new FrontrowError("INTERNAL", "the replay could not do that", { cause: error });

/** Whether a desk is in REPLAY, with this replay. */
export async function isViewed(deskId: DeskId, sessionId: SessionId, desks: Pick<DeskStore, "read">): Promise<boolean> {
  const state = (await desks.read(deskId))?.state;
  return state?.mode === "REPLAY" && state.replay?.session === sessionId;
}

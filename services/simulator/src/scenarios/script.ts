import type { Show, Stage } from "../rooms/show.ts";
import type { MessageContent, RoomMessage } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import type { People } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { scriptContent } from "./script-content.ts";
import type { ScriptOptions } from "./script-options.ts";
import { type TruthMessage, type TruthTotals, totalsOf, truthOf } from "./truth.ts";

type ScriptState = "waiting" | "playing" | "finished";

/** A broadcast whose every message is known. */
export interface Script extends Show {
  readonly state: ScriptState;
  /** Resolves when the last message was said. */
  readonly finished: Promise<void>;
  /** What was said so far. */
  readonly messages: readonly TruthMessage[];
  /** What exact counting gives of what was said so far. */
  totals(): TruthTotals;
  /** Lets a script begin that waits for it. */
  begin(): void;
}

const TICK_MS = 20;
/** Nothing is left to say: the room only wants to know that it goes on. */
const AFTER_END_MS = 1_000;
/** As fast as possible means: until this much waits in a socket, or this much of a tick is used. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const BUSY_MS = 10;
/** Around a drop nothing is said, so that what is missed falls clearly into the time away. */
const QUIET_MS = 100;

export const createScript = (options: ScriptOptions, who: { people: People; host: Viewer }): Script =>
  new PlayedScript(options, who);

class PlayedScript implements Script {
  readonly messages: TruthMessage[] = [];
  readonly finished: Promise<void>;
  readonly #options: ScriptOptions;
  readonly #random: Random;
  readonly #content: Iterator<MessageContent>;
  /** Those that are still to come, in order. */
  readonly #drops: ScriptOptions["drops"];
  #state: ScriptState = "waiting";
  #isWaiting: boolean;
  #isHeld: boolean;
  #quiet: { untilMs: number; next: "drop" | "miss"; missed: number } | undefined;
  #pace: { fromMs: number; from: number } | undefined;
  #finish = (): void => {};

  constructor(options: ScriptOptions, { people, host }: { people: People; host: Viewer }) {
    this.#options = options;
    this.#random = createRandom(options.seed);
    this.#content = scriptContent(options, this.#random, people, host.nickname);
    this.#drops = options.drops.toSorted((a, b) => a.afterEvents - b.afterEvents);
    this.#isWaiting = options.waitsForConnection && options.events > 0;
    this.#isHeld = options.waitsForBegin;
    this.finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
  }

  get state(): ScriptState {
    return this.#state;
  }

  totals(): TruthTotals {
    return totalsOf(this.messages);
  }

  begin(): void {
    this.#isHeld = false;
  }

  play(stage: Stage, nowMs: number): number | "end" {
    if (this.#state === "finished") return AFTER_END_MS;
    if (this.#quiet) {
      if (nowMs >= this.#quiet.untilMs) this.#endQuiet(stage, nowMs, this.#quiet);
      return TICK_MS;
    }
    if (this.#isHeld || (this.#isWaiting && stage.connections === 0)) return TICK_MS;
    this.#isWaiting = false;
    this.#state = "playing";
    const { eventsPerSecond, events, endsBroadcast } = this.#options;
    if (eventsPerSecond === undefined) this.#sayFast(stage, nowMs);
    else this.#sayPaced(stage, nowMs, eventsPerSecond);
    if (this.messages.length < events) {
      this.#beginDrop(nowMs);
      return TICK_MS;
    }
    this.#state = "finished";
    this.#finish();
    return endsBroadcast ? "end" : AFTER_END_MS;
  }

  #sayPaced(stage: Stage, nowMs: number, eventsPerSecond: number): void {
    this.#pace ??= { fromMs: nowMs + this.#phaseMs(eventsPerSecond), from: this.messages.length };
    const due = this.#pace.from + Math.floor(((nowMs - this.#pace.fromMs) * eventsPerSecond) / 1000);
    // A slow script waits until a whole frame is due.
    const whole = () => Math.min(this.#options.messagesPerFrame, this.#untilStop());
    while (this.#untilStop() > 0 && due - this.messages.length >= whole())
      this.#sayFrame(stage, nowMs, Math.min(due - this.messages.length, this.#untilStop()));
  }

  /** Of a random of its own, so that what is said stays the same. */
  #phaseMs(eventsPerSecond: number): number {
    const { randomPhase, seed, messagesPerFrame } = this.#options;
    return randomPhase
      ? createRandom(`phase ${seed}`).unit() * Math.max(TICK_MS, (messagesPerFrame * 1000) / eventsPerSecond)
      : 0;
  }

  #sayFast(stage: Stage, nowMs: number): void {
    const startedMs = performance.now();
    while (this.#untilStop() > 0 && stage.bufferedBytes < MAX_BUFFERED_BYTES && performance.now() - startedMs < BUSY_MS) {
      this.#sayFrame(stage, nowMs, this.#untilStop());
    }
  }

  /** How many messages may be said before the next drop or the end. */
  #untilStop(): number {
    return Math.min(this.#drops[0]?.afterEvents ?? Number.POSITIVE_INFINITY, this.#options.events) - this.messages.length;
  }

  #sayFrame(stage: Stage, nowMs: number, limit: number): void {
    const { messagesPerFrame, swappedFrames, duplicateFrames } = this.#options;
    const first = this.#take(stage, nowMs, Math.min(messagesPerFrame, limit));
    const overtaking = this.#random.chance(swappedFrames)
      ? this.#take(stage, nowMs, Math.min(messagesPerFrame, limit - first.length))
      : [];
    for (const frame of [overtaking, first]) {
      if (frame.length === 0) continue;
      stage.publishFrame(frame, nowMs, { gzip: this.#gzip(), times: this.#random.chance(duplicateFrames) ? 2 : 1 });
    }
  }

  #gzip(): boolean {
    const { gzip } = this.#options;
    return gzip === "mixed" ? this.#random.chance(0.5) : gzip === "always";
  }

  #take(stage: Stage, nowMs: number, limit: number): RoomMessage[] {
    const taken: RoomMessage[] = [];
    while (taken.length < limit) {
      const next = this.#content.next();
      if (next.done) break;
      const message = stamp(next.value, stage, nowMs);
      taken.push(message);
      this.messages.push(truthOf(message));
    }
    return taken;
  }

  #beginDrop(nowMs: number): void {
    const [drop] = this.#drops;
    if (!drop || this.messages.length < drop.afterEvents) return;
    this.#drops.shift();
    this.#quiet = { untilMs: nowMs + QUIET_MS, next: "drop", missed: drop.missed };
  }

  /** Drops and misses, one after the other with silence between. */
  #endQuiet(stage: Stage, nowMs: number, { next, missed }: { next: "drop" | "miss"; missed: number }): void {
    if (next === "drop") {
      stage.hangUp();
      this.#quiet = { untilMs: nowMs + QUIET_MS, next: "miss", missed };
      return;
    }
    this.#quiet = undefined;
    const lost = this.#take(stage, nowMs, missed);
    if (lost.length > 0) stage.publishFrame(lost, nowMs, { gzip: true });
    this.#isWaiting = this.#options.waitsForConnection;
    this.#pace = undefined;
  }
}

/** To spread the content and add to it takes ten times as long: see docs/performance-history.md. */
const stamp = (content: MessageContent, stage: Stage, nowMs: number): RoomMessage =>
  Object.assign({ msgId: stage.nextId(nowMs), createTimeMs: nowMs }, content);

import type { Show, Stage } from "../rooms/show.ts";
import type { MessageContent, RoomMessage } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import type { People } from "./people.ts";
import { createRandom } from "./random.ts";
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
}

const TICK_MS = 20;
/** As fast as possible means: until this much waits in a socket, or this much of a tick is used. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
const BUSY_MS = 10;
/** Around a drop nothing is said, so that what is missed falls clearly into the time away. */
const QUIET_MS = 100;

export function createScript(options: ScriptOptions, { people, host }: { people: People; host: Viewer }): Script {
  const random = createRandom(options.seed);
  const content = scriptContent(options, random, people, host.nickname);
  const drops = options.drops.toSorted((a, b) => a.afterEvents - b.afterEvents);
  const messages: TruthMessage[] = [];
  let state: ScriptState = "waiting";
  let isWaiting = options.waitsForConnection && options.events > 0;
  let quiet: { untilMs: number; next: "drop" | "miss"; missed: number } | undefined;
  let pace: { fromMs: number; from: number } | undefined;
  let finish = (): void => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const take = (stage: Stage, nowMs: number, limit: number): RoomMessage[] => {
    const taken: RoomMessage[] = [];
    while (taken.length < limit) {
      const next = content.next();
      if (next.done) break;
      const message = stamp(next.value, stage, nowMs);
      taken.push(message);
      messages.push(truthOf(message));
    }
    return taken;
  };

  const gzip = (): boolean => (options.gzip === "mixed" ? random.chance(0.5) : options.gzip === "always");

  const sayFrame = (stage: Stage, nowMs: number, limit: number): void => {
    const first = take(stage, nowMs, Math.min(options.messagesPerFrame, limit));
    const overtaking = random.chance(options.swappedFrames)
      ? take(stage, nowMs, Math.min(options.messagesPerFrame, limit - first.length))
      : [];
    for (const frame of [overtaking, first]) {
      if (frame.length === 0) continue;
      stage.publishFrame(frame, nowMs, { gzip: gzip(), times: random.chance(options.duplicateFrames) ? 2 : 1 });
    }
  };

  /** How many messages may be said before the next drop or the end. */
  const untilStop = (): number => Math.min(drops[0]?.afterEvents ?? Number.POSITIVE_INFINITY, options.events) - messages.length;

  const sayPaced = (stage: Stage, nowMs: number, eventsPerSecond: number): void => {
    pace ??= { fromMs: nowMs, from: messages.length };
    const due = pace.from + Math.floor(((nowMs - pace.fromMs) * eventsPerSecond) / 1000);
    // A slow script waits until a whole frame is due.
    const whole = () => Math.min(options.messagesPerFrame, untilStop());
    while (untilStop() > 0 && due - messages.length >= whole())
      sayFrame(stage, nowMs, Math.min(due - messages.length, untilStop()));
  };

  const sayFast = (stage: Stage, nowMs: number): void => {
    const startedMs = performance.now();
    while (untilStop() > 0 && stage.bufferedBytes < MAX_BUFFERED_BYTES && performance.now() - startedMs < BUSY_MS) {
      sayFrame(stage, nowMs, untilStop());
    }
  };

  /** Drops and misses, one after the other with silence between. */
  const endQuiet = (stage: Stage, nowMs: number): void => {
    const ending = quiet;
    quiet = undefined;
    if (ending?.next === "drop") {
      stage.hangUp();
      quiet = { untilMs: nowMs + QUIET_MS, next: "miss", missed: ending.missed };
      return;
    }
    const missed = take(stage, nowMs, ending?.missed ?? 0);
    if (missed.length > 0) stage.publishFrame(missed, nowMs, { gzip: true });
    isWaiting = options.waitsForConnection;
    pace = undefined;
  };

  return {
    get state() {
      return state;
    },
    finished,
    messages,
    totals: () => totalsOf(messages),
    play(stage, nowMs) {
      if (state === "finished") return 1_000;
      if (quiet) {
        if (nowMs >= quiet.untilMs) endQuiet(stage, nowMs);
        return TICK_MS;
      }
      if (isWaiting && stage.connections === 0) return TICK_MS;
      isWaiting = false;
      state = "playing";
      if (options.eventsPerSecond === undefined) sayFast(stage, nowMs);
      else sayPaced(stage, nowMs, options.eventsPerSecond);
      if (messages.length >= options.events) {
        state = "finished";
        finish();
        return options.endsBroadcast ? "end" : 1_000;
      }
      const drop = drops[0];
      if (drop && messages.length >= drop.afterEvents) {
        drops.shift();
        quiet = { untilMs: nowMs + QUIET_MS, next: "drop", missed: drop.missed };
      }
      return TICK_MS;
    },
  };
}

const stamp = (content: MessageContent, stage: Stage, nowMs: number): RoomMessage => ({
  ...content,
  msgId: stage.nextId(nowMs),
  createTimeMs: nowMs,
});

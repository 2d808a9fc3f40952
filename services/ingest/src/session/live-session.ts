import type { LiveEvent, Person, Tick } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { ImageUrlOf } from "@frontrow/protocol/image-hosts";
import type { Control } from "@frontrow/protocol/session";
import type { AppendQueue } from "../append/append-queue.ts";
import type { EventClock } from "../clock/event-clock.ts";
import { TickRule } from "../clock/tick-rule.ts";
import type { IngestMetrics } from "../metrics.ts";
import { notAnnotated } from "../normalize/annotation.ts";
import { type Annotate, createContext, type NormalizeContext } from "../normalize/context.ts";
import { keepAllowedImages } from "../normalize/image.ts";
import { normalize } from "../normalize/normalize.ts";
import type { IgnoreReason } from "../normalize/outcome.ts";
import type { SourceMessage } from "../source/messages.ts";
import { Duplicates } from "./duplicates.ts";
import { HistoryFilter, type Repeated, type Verdict } from "./history-filter.ts";
import { type Gap, gapEvent, Outage } from "./outage.ts";
import type { ReadBack } from "./read-back.ts";
import { SeenReport } from "./seen-report.ts";

/** Who streams, as far as it is known, and since when by TikTok's word. */
export type KnownHost = Partial<Person> & { readonly startedAtMs?: number };

export interface LiveSessionDeps {
  readonly sessionId: SessionId;
  readonly roomId: string;
  /** When the session was opened first. */
  readonly openedAtMs: number;
  /** What is in its log already, by whichever owner. */
  readonly readBack: ReadBack;
  /** Why there was no source between the last entry and now. */
  readonly absence: "upstream" | "unwatched";
  readonly queue: AppendQueue;
  readonly clock: EventClock;
  readonly annotate: Annotate;
  /** Who streams, as far as it is known when the session is opened; see `knowHost`. */
  readonly host: KnownHost;
  readonly imageUrlOf: ImageUrlOf;
  readonly metrics: IngestMetrics;
}

/** Silence after a connection was made, or history alone, after which an outage counts as a gap. */
const SILENCE_MS = 5_000;

/**
 * One broadcast on its way into its log: what is new of it becomes an event, in order, and what is missing becomes a gap.
 *
 * History that a connection begins with is appended as `late` when it is new, and covers the outage when it is not. What is
 * older than the session is context only: it is not appended, because no reader may count it.
 */
export class LiveSession {
  readonly sessionId: SessionId;
  readonly roomId: string;
  readonly queue: AppendQueue;
  readonly #clock: EventClock;
  readonly #context: NormalizeContext;
  #host: KnownHost;
  /** The same for what came before: its text was annotated then. */
  readonly #repeated: NormalizeContext;
  readonly #imageUrlOf: ImageUrlOf;
  readonly #metrics: IngestMetrics;
  readonly #history: HistoryFilter;
  readonly #outage = new Outage();
  readonly #ticks = new TickRule();
  readonly #duplicates = new Duplicates();
  readonly #seenReport = new SeenReport();
  /** Nobody has written here before. */
  readonly #isNew: boolean;
  /** `sourceOpened` stands in the log, and no `sourceClosed` after it. */
  #isOpen = false;
  #isConnected = false;
  /** As far as the events say that were appended here. */
  #isPaused = false;
  #lastEventAtMs = 0;
  /** The source's word that the broadcast is over, until it is certain. */
  #announcedEnd: Extract<LiveEvent, { type: "streamEnd" }> | undefined;

  constructor(deps: LiveSessionDeps) {
    const { sessionId, roomId, openedAtMs, readBack, absence, queue, clock, annotate, host, imageUrlOf, metrics } = deps;
    this.sessionId = sessionId;
    this.roomId = roomId;
    this.queue = queue;
    this.#clock = clock;
    this.#host = host;
    this.#context = createContext(annotate, host);
    this.#repeated = { ...this.#context, annotate: notAnnotated };
    this.#imageUrlOf = imageUrlOf;
    this.#metrics = metrics;
    this.#history = new HistoryFilter(readBack, openedAtMs);
    this.#isNew = readBack.isEmpty;
    if (this.#isNew) return;
    this.#lastEventAtMs = readBack.lastAtMs;
    clock.advanceTo(readBack.lastAtMs);
    this.#outage.begin(readBack.lastAtMs, absence);
  }

  /** Takes the messages of one frame. They share one moment of event time. */
  receive(messages: readonly SourceMessage[]): void {
    const atMs = this.#clock.now();
    const verdicts = messages.some(({ isHistory }) => isHistory) ? this.#judgeHistory(messages, atMs) : undefined;
    for (const message of messages) this.#accept(message, atMs, verdicts?.get(message));
  }

  /** Takes over what was found out about who streams. A broadcast has one host: another id is somebody else's. */
  knowHost(host: KnownHost): void {
    const before = this.#host;
    if (host.id && before.id && host.id !== before.id) return;
    this.#host = { ...before, ...host };
    this.#context.host.learn(host);
    const isNews = this.#host.id !== before.id || this.#host.startedAtMs !== before.startedAtMs;
    if (isNews && this.#isOpen) this.#appendControl(this.#openedFact(this.#clock.now()));
  }

  /** `isPaused`: the host pauses, as the room said just before. */
  onConnected(isPaused = false): void {
    const atMs = this.#clock.now();
    this.#isConnected = true;
    this.#announcedEnd = undefined;
    this.#appendOpened(atMs);
    this.#outage.onConnected(atMs);
    // The message that says so came before us, or while we were away.
    if (isPaused && !this.#isPaused) this.#appendPaused(atMs);
  }

  /** `silentForMs`: the age of the last sign of life. */
  onDisconnected(silentForMs: number): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#history.onDisconnected();
    const lastSignMs = Math.max(this.#lastEventAtMs, Math.floor(this.#clock.now() - silentForMs));
    this.#outage.begin(lastSignMs, "upstream");
  }

  /** Event time has just jumped by so much, as this machine slept: what was said meanwhile is missing. */
  onSlept(lostMs: number): void {
    if (!this.#isConnected) return; // the outage that is on has it
    const atMs = this.#clock.now();
    this.#outage.begin(atMs - lostMs, "upstream");
    this.#appendGap(this.#outage.endAt(atMs), atMs);
  }

  /** Call about once a second: event time goes on when nothing happens, as long as there is a connection. */
  onSecond(): void {
    if (!this.#isConnected) return;
    const atMs = this.#clock.now();
    this.#appendGap(this.#outage.endIfSilent(atMs, SILENCE_MS), atMs);
    this.#appendControl(this.#duplicates.takeIfDue(atMs));
    const isReportDue = this.#seenReport.isDue(atMs);
    if (!isReportDue && !this.#ticks.isDue(atMs)) return;
    this.#ticks.onTick(atMs);
    const tick: Tick = isReportDue ? { type: "tick", atMs, seen: this.#history.toFact(atMs) } : { type: "tick", atMs };
    if (isReportDue) this.#seenReport.onReported(atMs);
    this.queue.push("tick", JSON.stringify(tick), atMs);
  }

  /** Appends the last word of this source: the broadcast is over, or nobody watches. */
  close(reason: "ended" | "unwatched"): void {
    const atMs = this.#clock.now();
    if (!this.#isOpen && this.#isNew) return; // there never was a connection: the log stays empty
    // Nothing is missing after the source's own last word.
    if (!this.#announcedEnd) this.#appendGap(this.#outage.endAt(atMs), atMs);
    if (reason === "ended") this.#appendEvent(this.#endEvent(atMs));
    this.#appendControl(this.#duplicates.takeAll(atMs));
    this.#appendControl({ type: "sourceClosed", atMs, reason });
    this.#isConnected = false;
    this.#isOpen = false;
  }

  /** Appends what was only counted until now, because another owner goes on from here. */
  handOver(): void {
    if (this.#isOpen) this.#appendControl(this.#duplicates.takeAll(this.#clock.now()));
  }

  /** Appends the name of the creator's next broadcast: the last entry of this log. */
  nameSuccessor(sessionId: SessionId): void {
    this.#appendControl({ type: "successor", atMs: this.#clock.now(), sessionId });
  }

  /** All of a frame at once, before any of it is remembered. */
  #judgeHistory(messages: readonly SourceMessage[], atMs: number): ReadonlyMap<SourceMessage, Verdict> {
    const repeated = messages.flatMap((message): Repeated[] => {
      const event = message.isHistory ? this.#normalize(message, atMs, this.#repeated) : "emptyMessage";
      return typeof event === "string" ? [] : [{ message, type: event.type }];
    });
    const { verdicts, covers } = this.#history.judge(repeated);
    if (covers) this.#outage.cover();
    return new Map(repeated.map(({ message }, index) => [message, verdicts[index] ?? "new"]));
  }

  /** `verdict`: what history is; undefined for what is sent now, and for what says nothing. */
  #accept(message: SourceMessage, atMs: number, verdict: Verdict | undefined): void {
    if (verdict === "seen" || this.#history.isSeen(message)) {
      this.#metrics.duplicate();
      this.#countDuplicate(message, atMs);
      return;
    }
    const event = this.#normalize(message, atMs, verdict === "context" ? this.#repeated : this.#context);
    if (typeof event === "string") {
      this.#metrics.ignored(event);
      return;
    }
    if (event.type === "streamEnd") {
      // Not appended before it is certain, and not before what comes after it in the same frame.
      this.#announcedEnd = event;
      return;
    }
    if (verdict === "context") {
      this.#history.addContext(message, event);
      this.#metrics.context();
      return;
    }
    this.#history.add(message, event);
    this.#seenReport.onEvent(event);
    this.#appendOpened(atMs);
    if (message.isHistory) event.late = true;
    else this.#appendGap(this.#outage.endAt(atMs), atMs);
    this.#appendEvent(event);
  }

  /** Counts by what it would have been. */
  #countDuplicate(message: SourceMessage, atMs: number): void {
    const event = this.#normalize(message, atMs, this.#repeated);
    if (typeof event !== "string") this.#duplicates.count(event.type);
  }

  /** A message that nobody expected costs one message, not the process. */
  #normalize(message: SourceMessage, atMs: number, context: NormalizeContext): LiveEvent | IgnoreReason {
    try {
      const event = normalize(message, atMs, context);
      return typeof event === "string" ? event : keepAllowedImages(event, this.#imageUrlOf);
    } catch {
      this.#metrics.unreadable({ reason: "message" });
      return "emptyMessage";
    }
  }

  #appendEvent(event: LiveEvent): void {
    this.#lastEventAtMs = event.atMs;
    if (event.type === "streamPaused") this.#isPaused = true;
    else if (event.type === "streamResumed") this.#isPaused = false;
    this.#ticks.onEvent(event.atMs);
    this.#metrics.event(event.type, event.late === true);
    this.queue.push("events", JSON.stringify(event), event.atMs);
  }

  #appendPaused(atMs: number): void {
    this.#appendEvent({ type: "streamPaused", id: `paused:${atMs}:${this.sessionId}`, atMs, sentAtMs: atMs });
  }

  #appendGap(gap: Gap | undefined, atMs: number): void {
    if (!gap) return;
    this.#metrics.gap(gap);
    this.#appendEvent(gapEvent(gap, atMs));
  }

  #appendOpened(atMs: number): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#history.onOpened(atMs);
    this.#appendControl(this.#openedFact(atMs));
  }

  #openedFact(atMs: number): Control {
    const { id, startedAtMs } = this.#host;
    const known = { ...(id ? { hostId: id } : {}), ...(startedAtMs ? { startedAtMs } : {}) };
    return { type: "sourceOpened", atMs, roomId: this.roomId, ...known };
  }

  #appendControl(item: Control | undefined): void {
    if (item) this.queue.push("control", JSON.stringify(item), item.atMs);
  }

  #endEvent(atMs: number): LiveEvent {
    return this.#announcedEnd
      ? { ...this.#announcedEnd, atMs }
      : { type: "streamEnd", id: `end:${this.sessionId}`, atMs, sentAtMs: atMs, reason: "ended" };
  }
}

import type { LiveEvent, LiveEventType, SeenFact } from "@frontrow/protocol/event";
import { chestIdentity, identityOf } from "../normalize/identity.ts";
import { idTextOf, sentAtMsOf } from "../normalize/values.ts";
import type { SourceMessage } from "../source/messages.ts";
import { compareIds, comparePlaces, firstOf, isOrdered, type Place } from "./place.ts";
import type { ReadBack } from "./read-back.ts";
import { SeenMessages } from "./seen-messages.ts";

/** What a message of a history is to the session: new, seen before, or from before the session. */
export type Verdict = "new" | "seen" | "context";

/** A message of a history that is an event. */
export interface Repeated {
  readonly message: SourceMessage;
  readonly type: LiveEventType;
}

/** Messages whose ids tell where in TikTok's order the session begins, and that show how our clocks differ. */
const START_MESSAGES = 9;
const SKEW_MESSAGES = 31;

/** What is counted: a history without them leaves an outage uncovered. The rest says how things are, and the next one says it again. */
const COUNTED: readonly LiveEventType[] = [
  ...(["chat", "emote", "question", "gift", "envelope"] as const),
  ...(["like", "member", "follow", "share", "subscribe"] as const),
];

/**
 * Tells what of a source's messages is new to the session's log.
 *
 * What is sent now is seen when its id is, or that of the thing it is about. History (what TikTok repeats when a connection
 * begins) is also seen where it stands before the mark of its type: see `SeenWindow`. What stands before the session's own
 * beginning is context. Order is told by a message's id and by its time; where the two disagree, its neighbours decide.
 */
export class HistoryFilter {
  readonly #seen: SeenMessages;
  /** When its source was opened first: what TikTok sends then is what came before. */
  #openedAtMs: number;
  /** Where a memory begins that was read from the middle of a log: what stands before is taken for seen. */
  readonly #horizon: Place | undefined;
  /** Nobody has written to the log before, and this owner's first connection is still on: all history is context. */
  #isFirstConnection: boolean;
  #startId: string | undefined;
  /** Undefined once the start is certain. */
  #startIds: string[] | undefined;
  #skewsMs: number[];

  constructor(readBack: ReadBack, openedAtMs: number) {
    const { seen, isEmpty, isComplete, events } = readBack;
    this.#openedAtMs = seen?.fact.openedAtMs ?? readBack.openedAtMs ?? openedAtMs;
    this.#isFirstConnection = isEmpty;
    this.#startIds = seen || !isComplete ? undefined : [];
    this.#startId = seen?.fact.startId;
    this.#skewsMs = [...(seen?.fact.skewsMs ?? [])];
    this.#seen = SeenMessages.restore(seen?.fact, seen?.atMs ?? 0);
    for (const event of events) {
      this.#seen.add(event.type, idsOfEvent(event), event.sentAtMs);
      if (!event.late) this.#noteLive(event.id, event.atMs - event.sentAtMs);
    }
    if (!isEmpty) this.#startIds = undefined;
    this.#horizon = isComplete ? undefined : firstOf(events.slice(0, START_MESSAGES));
  }

  onOpened(atMs: number): void {
    if (this.#isFirstConnection) this.#openedAtMs = atMs;
  }

  onDisconnected(): void {
    this.#isFirstConnection = false;
    this.#startIds = undefined;
  }

  isSeen(message: SourceMessage): boolean {
    return this.#seen.has(idsOf(message));
  }

  /** Remembers a message as this event. */
  add(message: SourceMessage, { type, atMs }: LiveEvent): void {
    const sentAtMs = sentAtMsIn(message);
    this.#seen.add(type, idsOf(message), sentAtMs);
    if (message.isHistory) return;
    this.#noteLive(orderIdOf(message), sentAtMs === undefined ? undefined : atMs - sentAtMs);
  }

  /**
   * What each message of a history is, before any of them is added. `covers`: it reaches back to what was seen last before
   * it, so nothing in between is missing.
   */
  judge(history: readonly Repeated[]): { readonly verdicts: readonly Verdict[]; readonly covers: boolean } {
    const places = history.map(({ message }) => ({ id: orderIdOf(message), sentAtMs: sentAtMsIn(message) }));
    if (this.#isFirstConnection) {
      const verdicts = history.map(({ message }) => (this.isSeen(message) ? "seen" : "context") satisfies Verdict);
      const ids = places.flatMap(({ id }) => (isOrdered(id) ? [id] : [])).toSorted(compareIds);
      // The session begins behind its first history, one id that is far ahead left out.
      const last = ids.at(ids.length < 3 ? -1 : -2);
      if (last !== undefined) this.#startAfter(last);
      return { verdicts, covers: false };
    }
    const isKnown = history.map(({ message }) => this.isSeen(message));
    const opinions = history.map(({ type }, index) => this.#opinionOn(type, places[index] as Place));
    const verdicts = opinions.map((opinion, index): Verdict => {
      if (isKnown[index]) return "seen";
      return opinion.together ?? neighbourOf(opinions, isKnown, index) ?? opinion.first ?? "new";
    });
    return { verdicts, covers: isKnown.includes(true) && this.#reachesBack(places) };
  }

  /** A new session's context may come once more as if it were new. Later, a long history must not push out what it repeats. */
  addContext(message: SourceMessage, event: LiveEvent): void {
    if (this.#isFirstConnection) this.add(message, event);
  }

  /** For the log. */
  toFact(atMs: number): SeenFact {
    const startId = this.#startId;
    return {
      ...(startId !== undefined && { startId }),
      openedAtMs: this.#openedAtMs,
      skewsMs: this.#skewsMs,
      types: this.#seen.toFact(atMs),
    };
  }

  #opinionOn(type: LiveEventType, { id, sentAtMs }: Place): Opinion {
    const mark = this.#seen.of(type)?.mark;
    const horizon = this.#horizon;
    const byId = isOrdered(id) ? opinionByOrder(id, [mark?.id, horizon?.id], this.#startId, compareIds) : undefined;
    const byTime =
      sentAtMs === undefined
        ? undefined
        : opinionByOrder(sentAtMs, [mark?.sentAtMs, horizon?.sentAtMs], this.#startMs(), (one, other) => one - other);
    const first = byId ?? byTime;
    const isAgreed = byId === undefined || byTime === undefined || (byId === "new") === (byTime === "new");
    return { first, together: isAgreed ? first : undefined };
  }

  /** A history without gaps holds what was seen last of each type, unless that is older than all of it. */
  #reachesBack(places: readonly Place[]): boolean {
    const first = firstOf(places);
    const ids = new Set(places.map(({ id }) => id));
    return this.#seen.lastOf(COUNTED).every((last) => ids.has(last.id) || (first && comparePlaces(last, first) < 0));
  }

  /** The session's beginning by TikTok's clock. */
  #startMs(): number {
    const sorted = this.#skewsMs.toSorted((one, other) => one - other);
    // Of the middle of several: one clock that is off decides nothing. Of two, the one that is less off.
    const skewMs =
      sorted.length < 3 ? sorted.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] : sorted[(sorted.length - 1) >> 1];
    return this.#openedAtMs - (skewMs ?? 0);
  }

  /** Without a history the session begins about where its first messages stand. */
  #noteLive(id: string, skewMs: number | undefined): void {
    if (skewMs !== undefined) this.#skewsMs.push(skewMs);
    if (this.#skewsMs.length > SKEW_MESSAGES) this.#skewsMs.shift();
    if (!this.#startIds || !isOrdered(id)) return;
    this.#startIds = [...this.#startIds, id].toSorted(compareIds);
    const isCertain = this.#startIds.length >= START_MESSAGES;
    if (this.#startIds.length >= 3) this.#startId = this.#startIds[(this.#startIds.length - 1) >> 2];
    if (isCertain) this.#startIds = undefined;
  }

  #startAfter(id: string): void {
    if (this.#startIds || this.#startId === undefined || compareIds(id, this.#startId) > 0) this.#startId = id;
    this.#startIds = undefined;
  }
}

/** What a message's id and its time say of it. */
interface Opinion {
  /** Undefined when they disagree, or there is neither. */
  readonly together: Verdict | undefined;
  /** Of the id, or of the time where the id says nothing. */
  readonly first: Verdict | undefined;
}

function opinionByOrder<T>(
  value: T,
  marks: readonly (T | undefined)[],
  start: T | undefined,
  compare: (one: T, other: T) => number,
): Verdict {
  if (start !== undefined && compare(value, start) < 0) return "context";
  return marks.some((mark) => mark !== undefined && compare(value, mark) <= 0) ? "seen" : "new";
}

/** What the next message that is certain says of this one, or the one before: a history is in order. */
function neighbourOf(opinions: readonly Opinion[], isKnown: readonly boolean[], index: number): Verdict | undefined {
  const opinionAt = (at: number) => (isKnown[at] ? "seen" : opinions[at]?.together);
  for (let at = index + 1; at < opinions.length; at++) if (opinionAt(at)) return opinionAt(at);
  for (let at = index - 1; at >= 0; at--) if (opinionAt(at) === "new") return "new";
  return undefined;
}

function sentAtMsIn({ body }: SourceMessage): number | undefined {
  const sentAtMs = sentAtMsOf(body.common?.createTime, Number.NaN);
  return Number.isNaN(sentAtMs) ? undefined : sentAtMs;
}

/** TikTok's own id of a message, which tells its place in the order, where it is known by what it is about instead. */
function orderIdOf(message: SourceMessage): string {
  const messageId = message.body.common?.msgId ?? "";
  return identityOf(message) !== undefined && isOrdered(messageId) ? messageId : message.id;
}

/** All that a message is known by, first what tells its place in the order. */
function idsOf(message: SourceMessage): string[] {
  const name = identityOf(message) ?? questionOf(message);
  return name === undefined ? [message.id] : [...new Set([orderIdOf(message), message.id, name])];
}

/** The question that a message asks: TikTok tells of it again under new message ids. */
function questionOf(message: SourceMessage): string | undefined {
  if (message.method !== "WebcastQuestionNewMessage") return undefined;
  const id = idTextOf(message.body.data?.questionId);
  return id === "" ? undefined : `question:${id}`;
}

function idsOfEvent(event: LiveEvent): string[] {
  const chest = event.type === "envelope" ? chestIdentity(event.envelopeId, event.hidden === true) : undefined;
  return chest === undefined ? [event.id] : [event.id, chest];
}

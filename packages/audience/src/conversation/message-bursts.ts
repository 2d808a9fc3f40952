import type { Conversation } from "@frontrow/protocol/insight";
import type { Terms } from "./rising-terms.ts";

// A burst is one message that many people send within a minute: a campaign, a chant, or spam. In the document it is a wave.

const WITHIN_MS = 60_000;
const MIN_MESSAGES = 4;
const MIN_SENDERS = 3;
/** Occurrences that are kept of one sender: a burst needs several senders. */
const KEPT_PER_SENDER = 2;
/** Different messages in each of two generations of candidates, which last a minute each, or until they are full. */
const MAX_PENDING = 2_048;
const MAX_BURSTS = 20;
/** Senders of a burst that are counted. */
const MAX_SENDERS = 1_000;
const MAX_CHARS = 100;
const SHOWN = 5;
const SHOWN_MS = 300_000;

/** One occurrence of a message, and the terms of it that were counted. */
export interface Occurrence {
  readonly eventId: string;
  readonly atMs: number;
  readonly sender: number;
  readonly counted: Terms;
}
interface MessageBurst {
  /** Events of the messages with which it began. */
  readonly eventIds: readonly string[];
  readonly text: string;
  readonly sinceMs: number;
  lastAtMs: number;
  count: number;
  senders: Set<number>;
}

/** By key: messages that may become a burst, and bursts. */
export interface MessageBurstsState {
  pending: Map<number, Occurrence[]>;
  pendingBefore: Map<number, Occurrence[]>;
  minute: number;
  readonly bursts: Map<number, MessageBurst>;
}

export const createMessageBursts = (): MessageBurstsState => ({
  pending: new Map(),
  pendingBefore: new Map(),
  minute: 0,
  bursts: new Map(),
});

/** Adds a message to its burst; returns false where there is none. A burst lasts until a minute has passed without the message. */
export function joinBurst({ bursts }: MessageBurstsState, key: number, atMs: number, sender: number): boolean {
  const burst = bursts.get(key);
  if (!burst || atMs - burst.lastAtMs > WITHIN_MS) return false;
  burst.count++;
  burst.lastAtMs = atMs;
  if (burst.senders.size < MAX_SENDERS) burst.senders.add(sender);
  return true;
}

/**
 * Records a message that is in no burst. The fourth occurrence within a minute, by three senders at least, makes one: then all of
 * its occurrences are returned, this one included.
 */
export function recordOccurrence(
  state: MessageBurstsState,
  key: number,
  text: string,
  occurrence: Occurrence,
): readonly Occurrence[] | undefined {
  const before = recentOf(state, key, occurrence.atMs);
  const occurrences = before ? [...withoutOldest(before, occurrence.sender), occurrence] : [occurrence];
  if (occurrences.length < MIN_MESSAGES || sendersOf(occurrences).size < MIN_SENDERS) {
    state.pending.set(key, occurrences);
    return undefined;
  }
  state.pending.delete(key);
  const { atMs } = occurrence;
  const shown = text.trim().slice(0, MAX_CHARS);
  state.bursts.delete(key);
  state.bursts.set(key, {
    eventIds: occurrences.map(({ eventId }) => eventId),
    text: shown,
    sinceMs: occurrences[0]?.atMs ?? atMs,
    lastAtMs: atMs,
    count: occurrences.length,
    senders: sendersOf(occurrences),
  });
  if (state.bursts.size > MAX_BURSTS) state.bursts.delete(smallestOf(state.bursts));
  return occurrences;
}

/** Drops the bursts that have not been shown since `atMs`. */
export function expireBursts(state: MessageBurstsState, atMs: number): void {
  for (const [key, burst] of state.bursts) if (burst.lastAtMs <= atMs - SHOWN_MS) state.bursts.delete(key);
}

/** Retracts the bursts that began with one of these events: moderation removed it, and all of them have its text. */
export function retractBursts({ bursts }: MessageBurstsState, eventIds: readonly string[]): void {
  for (const [key, burst] of bursts) if (burst.eventIds.some((id) => eventIds.includes(id))) bursts.delete(key);
}

/** The bursts of the last five minutes, the largest first. */
export const burstsOf = ({ bursts }: MessageBurstsState, untilMs: number): Conversation["waves"] =>
  [...bursts.values()]
    .filter(({ lastAtMs }) => lastAtMs > untilMs - SHOWN_MS)
    .sort((a, b) => b.count - a.count || a.sinceMs - b.sinceMs || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ eventIds: _eventIds, senders, ...burst }) => ({ ...burst, people: senders.size }));

const sendersOf = (occurrences: readonly Occurrence[]): Set<number> => new Set(occurrences.map(({ sender }) => sender));

function recentOf(state: MessageBurstsState, key: number, atMs: number): readonly Occurrence[] | undefined {
  const minute = Math.floor(atMs / WITHIN_MS);
  if (minute !== state.minute || state.pending.size >= MAX_PENDING) {
    // Candidates of before the previous minute are too old to be part of a burst.
    state.pendingBefore = minute > state.minute + 1 ? new Map() : state.pending;
    state.pending = new Map();
    state.minute = minute;
  }
  const occurrences = state.pending.get(key) ?? state.pendingBefore.get(key);
  return occurrences?.filter((occurrence) => atMs - occurrence.atMs <= WITHIN_MS);
}

function withoutOldest(occurrences: readonly Occurrence[], sender: number): readonly Occurrence[] {
  const theirs = occurrences.filter((occurrence) => occurrence.sender === sender);
  return theirs.length < KEPT_PER_SENDER ? occurrences : occurrences.filter((occurrence) => occurrence !== theirs[0]);
}

/** The smallest burst; of equals the one that has been silent longest. */
function smallestOf(bursts: ReadonlyMap<number, MessageBurst>): number {
  const [smallest] = [...bursts].sort(([, a], [, b]) => a.count - b.count || a.lastAtMs - b.lastAtMs);
  return (smallest as [number, MessageBurst])[0];
}

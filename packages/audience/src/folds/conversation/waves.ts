import type { Conversation } from "@frontrow/protocol/insight";
import type { Terms } from "./trends.ts";

const WITHIN_MS = 60_000;
const LEAST_MESSAGES = 4;
const LEAST_PEOPLE = 3;
/** More of one person's repeats are not needed to tell a wave. */
const KEPT_A_PERSON = 2;
/** Different messages that are waited for in each of two generations, a minute each unless it is full before. */
const MAX_WAITING = 2_048;
const MAX_WAVES = 20;
/** In a wave at most so many people are told apart. */
const MAX_PEOPLE = 1_000;
const MAX_CHARS = 100;
const SHOWN = 5;
const SHOWN_MS = 300_000;

/** One sending of a message, and what was counted of it before others said the same. */
export interface Sending {
  readonly eventId: string;
  readonly atMs: number;
  readonly person: number;
  readonly counted: Terms;
}
interface Wave {
  /** Of the messages that it began with. */
  readonly eventIds: readonly string[];
  readonly text: string;
  readonly sinceMs: number;
  lastAtMs: number;
  count: number;
  people: Set<number>;
}

/** Messages by key that many may be about to send, and those that many do. */
export interface WavesState {
  waiting: Map<number, Sending[]>;
  waitingBefore: Map<number, Sending[]>;
  minute: number;
  readonly waves: Map<number, Wave>;
}

export const createWaves = (): WavesState => ({ waiting: new Map(), waitingBefore: new Map(), minute: 0, waves: new Map() });

/** Whether a message is part of a wave; it goes on for as long as no more than a minute passes without it. */
export function joinWave({ waves }: WavesState, key: number, atMs: number, person: number): boolean {
  const wave = waves.get(key);
  if (!wave || atMs - wave.lastAtMs > WITHIN_MS) return false;
  wave.count++;
  wave.lastAtMs = atMs;
  if (wave.people.size < MAX_PEOPLE) wave.people.add(person);
  return true;
}

/**
 * Notes a message that is in no wave. When it is the fourth in a minute, by three people or more, they are one: then it
 * gives back all its sendings, this one included.
 */
export function noteSending(state: WavesState, key: number, text: string, sending: Sending): readonly Sending[] | undefined {
  const before = recentOf(state, key, sending.atMs);
  const sent = before ? [...withoutOldest(before, sending.person), sending] : [sending];
  if (sent.length < LEAST_MESSAGES || peopleOf(sent).size < LEAST_PEOPLE) {
    state.waiting.set(key, sent);
    return undefined;
  }
  state.waiting.delete(key);
  const { atMs } = sending;
  const shown = text.trim().slice(0, MAX_CHARS);
  state.waves.delete(key);
  state.waves.set(key, {
    eventIds: sent.map(({ eventId }) => eventId),
    text: shown,
    sinceMs: sent[0]?.atMs ?? atMs,
    lastAtMs: atMs,
    count: sent.length,
    people: peopleOf(sent),
  });
  if (state.waves.size > MAX_WAVES) state.waves.delete(leastOf(state.waves));
  return sent;
}

/** Event time has come to `atMs`. */
export function forgetWaves(state: WavesState, atMs: number): void {
  for (const [key, wave] of state.waves) if (wave.lastAtMs <= atMs - SHOWN_MS) state.waves.delete(key);
}

/** Moderation took a message off the screen that one began with: so is what all of them say. */
export function withdrawWaves({ waves }: WavesState, eventIds: readonly string[]): void {
  for (const [key, wave] of waves) if (wave.eventIds.some((id) => eventIds.includes(id))) waves.delete(key);
}

/** Those of the last five minutes, the largest first. */
export const wavesOf = ({ waves }: WavesState, untilMs: number): Conversation["waves"] =>
  [...waves.values()]
    .filter(({ lastAtMs }) => lastAtMs > untilMs - SHOWN_MS)
    .sort((a, b) => b.count - a.count || a.sinceMs - b.sinceMs || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ eventIds: _eventIds, people, ...wave }) => ({ ...wave, people: people.size }));

const peopleOf = (sent: readonly Sending[]): Set<number> => new Set(sent.map(({ person }) => person));

function recentOf(state: WavesState, key: number, atMs: number): readonly Sending[] | undefined {
  const minute = Math.floor(atMs / WITHIN_MS);
  if (minute !== state.minute || state.waiting.size >= MAX_WAITING) {
    // What waited longer than a whole minute comes too late to be part of anything.
    state.waitingBefore = minute > state.minute + 1 ? new Map() : state.waiting;
    state.waiting = new Map();
    state.minute = minute;
  }
  const sent = state.waiting.get(key) ?? state.waitingBefore.get(key);
  return sent?.filter((sending) => atMs - sending.atMs <= WITHIN_MS);
}

function withoutOldest(sent: readonly Sending[], person: number): readonly Sending[] {
  const theirs = sent.filter((sending) => sending.person === person);
  return theirs.length < KEPT_A_PERSON ? sent : sent.filter((sending) => sending !== theirs[0]);
}

/** The smallest, of equals the one that was silent longest. */
function leastOf(waves: ReadonlyMap<number, Wave>): number {
  const [least] = [...waves].sort(([, a], [, b]) => a.count - b.count || a.lastAtMs - b.lastAtMs);
  return (least as [number, Wave])[0];
}

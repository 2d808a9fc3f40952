import type { EventOf } from "@frontrow/protocol/event";
import type { Room } from "@frontrow/protocol/insight";

const SHOWN = 5;
/** Chests that are known, hidden ones among them: TikTok repeats each under new message ids. */
const MAX_KNOWN = 50;
/** Time after its opening for which a chest is shown, unless it is hidden before. */
const OPEN_MS = 60_000;
/** The same from its first message, where that does not say when it opens, or says a moment that is far away. */
const UNTIMED_MS = 600_000;

interface Chest {
  readonly chest: Room["chests"][number];
  /** Hidden, or opened long enough ago. */
  isGone: boolean;
  goneAtMs: number;
}

/** Treasure chests by their id, in the order of their last messages. */
export type ChestsState = Map<string, Chest>;

export const createChests = (): ChestsState => new Map();

/** Folds a message about a chest; returns whether what is shown changed. */
export function foldChest(state: ChestsState, event: EventOf<"envelope">): boolean {
  const { envelopeId, user, diamonds, people, opensAtMs, hidden, atMs } = event;
  const held = state.get(envelopeId);
  // What was hidden does not come back: its first message may be repeated after that.
  if (held?.isGone) return false;
  const isGone = hidden === true;
  const goneAtMs = held?.goneAtMs ?? Math.min((opensAtMs ?? atMs + UNTIMED_MS) + OPEN_MS, atMs + UNTIMED_MS);
  const chest = {
    envelopeId,
    ...(user ? { user } : held?.chest.user ? { user: held.chest.user } : {}),
    diamonds: diamonds || (held?.chest.diamonds ?? 0),
    people: people || (held?.chest.people ?? 0),
    ...(opensAtMs === undefined ? {} : { opensAtMs }),
  };
  state.delete(envelopeId);
  state.set(envelopeId, { chest, isGone: isGone || goneAtMs <= atMs, goneAtMs });
  if (state.size > MAX_KNOWN) state.delete(state.keys().next().value as string);
  return !isGone || held !== undefined;
}

/** At the end of an interval: takes away what can no longer be opened; returns whether there was any. */
export function expireChests(state: ChestsState, atMs: number): boolean {
  let hasExpired = false;
  for (const chest of state.values()) {
    if (chest.isGone || chest.goneAtMs > atMs) continue;
    chest.isGone = true;
    hasExpired = true;
  }
  return hasExpired;
}

/** The next to open first. */
export const chestsOf = (state: ChestsState): Room["chests"] =>
  [...state.values()]
    .filter(({ isGone }) => !isGone)
    .sort((a, b) => a.goneAtMs - b.goneAtMs)
    .slice(0, SHOWN)
    .map(({ chest }) => chest);

import type { EventOf, Person } from "@frontrow/protocol/event";
import type { Room } from "@frontrow/protocol/insight";

const MAX_KNOWN = 200;
const SHOWN = 20;

interface Guest {
  guest: Person;
  isOnStage: boolean;
  diamonds: number;
  gifts: number;
  /** TikTok's clock at the last message that says whether they are on stage. */
  sentAtMs: number;
}

/** Guests on stage, and those who received gifts, by id. */
export type GuestsState = Map<string, Guest>;

export const createGuests = (): GuestsState => new Map();

/** A guest came on stage, or left it; returns whether that changed anything. Of a list, who is not on it left too. */
export function foldGuest(state: GuestsState, event: EventOf<"guest">): boolean {
  const { guest, onStage } = event;
  const others = onStage ? [...state.values()].filter((known) => known.isOnStage && !onStage.includes(known.guest.id)) : [];
  // Each is asked: none may be left out because one before it has changed.
  return [guest, ...others.map((known) => known.guest)]
    .map((person) => move(state, person, person === guest && event.state === "joined", event))
    .includes(true);
}

function move(state: GuestsState, guest: Person, isOnStage: boolean, { late, sentAtMs }: EventOf<"guest">): boolean {
  const held = state.get(guest.id);
  if (late && held && sentAtMs < held.sentAtMs) return false;
  if (!held && !isOnStage) return false;
  const known = held ?? add(state, guest);
  const hasChanged = known.isOnStage !== isOnStage || !held;
  rename(known, guest);
  known.isOnStage = isOnStage;
  known.sentAtMs = sentAtMs;
  if (!isOnStage && known.gifts === 0) state.delete(guest.id);
  return hasChanged;
}

/** Gifts that a guest received. */
export function creditGuest(
  state: GuestsState,
  receiver: Person,
  { gifts, diamonds }: { gifts: number; diamonds: number },
): void {
  const known = state.get(receiver.id) ?? add(state, receiver);
  rename(known, receiver);
  known.gifts += gifts;
  known.diamonds += diamonds;
}

/** The source is closed: nobody is known to be on stage. */
export function clearStage(state: GuestsState): void {
  for (const [id, guest] of state) {
    guest.isOnStage = false;
    if (guest.gifts === 0) state.delete(id);
  }
}

/** Most diamonds first; where there are too many, those on stage are kept. */
export const guestsOf = (state: GuestsState): Room["guests"] =>
  [...state.values()]
    .sort((a, b) => Number(b.isOnStage) - Number(a.isOnStage) || byDiamonds(a, b))
    .slice(0, SHOWN)
    .sort(byDiamonds)
    .map(({ sentAtMs: _sentAtMs, ...shown }) => shown);

function add(state: GuestsState, guest: Person): Guest {
  if (state.size >= MAX_KNOWN) {
    const [least] = [...state.values()].sort((a, b) => Number(a.isOnStage) - Number(b.isOnStage) || byDiamonds(b, a));
    if (least) state.delete(least.guest.id);
  }
  const added: Guest = { guest, isOnStage: false, diamonds: 0, gifts: 0, sentAtMs: 0 };
  state.set(guest.id, added);
  return added;
}

/** Some messages have no more than the guest's id. */
function rename(known: Guest, { id, handle, nickname, avatarUrl }: Person): void {
  const { guest } = known;
  known.guest = {
    id,
    handle: handle || guest.handle,
    nickname: nickname || guest.nickname,
    avatarUrl: avatarUrl || guest.avatarUrl,
  };
}

const byDiamonds = (a: Guest, b: Guest): number => b.diamonds - a.diamonds || (a.guest.id < b.guest.id ? -1 : 1);

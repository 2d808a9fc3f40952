import type { EventOf } from "@frontrow/protocol/event";
import type { Room } from "@frontrow/protocol/insight";
import { type BattlesState, shownBattle } from "../moments/battles.ts";
import { type ChestsState, chestsOf, createChests, expireChests, foldChest } from "./chests.ts";
import { clearStage, createGuests, foldGuest, type GuestsState, guestsOf } from "./guests.ts";

const MAX_GOALS = 8;
/** Time for which the result of a poll is shown, and time without votes after which an open one is over. */
const POLL_RESULT_MS = 60_000;
const POLL_SILENT_MS = 600_000;

/** Something that stands on the screen, and TikTok's clock at its last message. */
interface Shown<T> {
  readonly shown: T;
  readonly sentAtMs: number;
  readonly atMs: number;
}

/** What stands on the screen and the stage, but for the battle, which the moments know. */
export interface RoomState {
  /** TikTok's id of the creator; "" where it is not known. */
  hostId: string;
  readonly guests: GuestsState;
  readonly chests: ChestsState;
  /** By id, the one that changed last is the last. */
  readonly goals: Map<string, Shown<Room["goals"][number]>>;
  /** `shown` is undefined once it was taken away. */
  pin: Shown<Room["pin"]> | undefined;
  poll: Shown<NonNullable<Room["poll"]>> | undefined;
  changedAtMs: number;
  /** Grows with each change. */
  version: number;
}

export const createRoom = (): RoomState => ({
  hostId: "",
  guests: createGuests(),
  chests: createChests(),
  goals: new Map(),
  pin: undefined,
  poll: undefined,
  changedAtMs: 0,
  version: 0,
});

type RoomEvent = EventOf<"guest" | "envelope" | "goal" | "pin" | "poll">;

/** Folds what changes the screen or the stage. A late message changes nothing that is known from a newer one. */
export function foldRoom(state: RoomState, event: RoomEvent): void {
  if (fold(state, event)) changeRoom(state, event.atMs);
}

export function changeRoom(state: RoomState, atMs: number): void {
  state.changedAtMs = atMs;
  state.version++;
}

/** At the end of an interval: takes away what time alone takes from the screen. */
export function expireRoom(state: RoomState, atMs: number): void {
  const hasExpired = expireChests(state.chests, atMs);
  const { poll } = state;
  const isPollOver = poll && atMs - poll.atMs >= (poll.shown.isOpen ? POLL_SILENT_MS : POLL_RESULT_MS);
  if (isPollOver) state.poll = undefined;
  if (hasExpired || isPollOver) changeRoom(state, atMs);
}

/** The source is closed: of what is on the screen nothing is known any more. Goals and gifts of guests remain. */
export function clearRoom(state: RoomState, atMs: number): void {
  clearStage(state.guests);
  state.chests.clear();
  state.pin = undefined;
  state.poll = undefined;
  if (state.version > 0) changeRoom(state, atMs);
}

/** Moderation takes the pinned message away, too. */
export function retractPin(state: RoomState, { eventIds, userIds, atMs }: EventOf<"moderation">): void {
  const pin = state.pin?.shown;
  if (!pin || !(eventIds.includes(pin.pinnedId) || (pin.user && userIds.includes(pin.user.id)))) return;
  state.pin = { shown: undefined, sentAtMs: state.pin?.sentAtMs ?? 0, atMs };
  changeRoom(state, atMs);
}

export function roomOf(state: RoomState, battles: BattlesState): Room {
  const battle = shownBattle(battles, state.hostId);
  return {
    type: "room",
    atMs: Math.max(state.changedAtMs, battles.changedAtMs),
    guests: guestsOf(state.guests),
    ...(battle ? { battle } : {}),
    goals: [...state.goals.values()].map(({ shown }) => shown),
    ...(state.pin?.shown ? { pin: state.pin.shown } : {}),
    ...(state.poll ? { poll: state.poll.shown } : {}),
    chests: chestsOf(state.chests),
  };
}

function fold(state: RoomState, event: RoomEvent): boolean {
  switch (event.type) {
    case "guest":
      return foldGuest(state.guests, event);
    case "envelope":
      return foldChest(state.chests, event);
    case "goal":
      return foldGoal(state, event);
    case "pin":
      return foldPin(state, event);
    case "poll":
      return foldPoll(state, event);
  }
}

function foldGoal({ goals }: RoomState, event: EventOf<"goal">): boolean {
  const { goalId, description, progress, target, atMs, sentAtMs } = event;
  const held = goals.get(goalId);
  if (isOlder(event, held)) return false;
  const shown = {
    goalId,
    description: description || (held?.shown.description ?? ""),
    progress,
    target: target || (held?.shown.target ?? 0),
  };
  goals.delete(goalId);
  goals.set(goalId, { shown, atMs, sentAtMs });
  if (goals.size > MAX_GOALS) goals.delete(goals.keys().next().value as string);
  return true;
}

function foldPin(state: RoomState, event: EventOf<"pin">): boolean {
  const { pinnedId, user, text, unpinned, atMs, sentAtMs } = event;
  const { pin } = state;
  if (isOlder(event, pin)) return false;
  // Another message was pinned meanwhile.
  if (unpinned && pin?.shown && pinnedId && pin.shown.pinnedId !== pinnedId) return false;
  const shown = unpinned ? undefined : { pinnedId, ...(user ? { user } : {}), text };
  state.pin = { shown, atMs, sentAtMs };
  return shown !== undefined || pin?.shown !== undefined;
}

function foldPoll(state: RoomState, event: EventOf<"poll">): boolean {
  const { pollId, title, options, atMs, sentAtMs } = event;
  if (isOlder(event, state.poll)) return false;
  const held = state.poll?.shown.pollId === pollId ? state.poll.shown : undefined;
  // A poll that is closed stays so: a count of votes may overtake its end.
  const isOpen = event.state !== "close" && held?.isOpen !== false;
  if (held && !held.isOpen && !isOpen && event.state !== "close") return false;
  const texts = (at: number): string => held?.options[at]?.text ?? "";
  const shown = {
    pollId,
    isOpen,
    title: title || (held?.title ?? ""),
    options:
      options.length > 0 ? options.map(({ text, votes }, at) => ({ text: text || texts(at), votes })) : (held?.options ?? []),
  };
  state.poll = { shown, atMs, sentAtMs };
  return true;
}

/** A late message that is older than what is known. On time, what came last holds: clocks may be wrong. */
const isOlder = ({ late, sentAtMs }: RoomEvent, held: Shown<unknown> | undefined): boolean =>
  late === true && held !== undefined && sentAtMs < held.sentAtMs;

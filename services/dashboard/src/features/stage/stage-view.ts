import type { Room } from "@frontrow/protocol/insight";
import { clock, compact } from "../../ui/format.ts";
import { nameOf } from "../people/name.ts";

type Battle = NonNullable<Room["battle"]>;

export interface BattleSide {
  readonly names: string;
  readonly avatarUrl: string;
  readonly score: number;
  /** Of all points, 0…1; even shares while nobody has any. */
  readonly share: number;
  readonly isOwn: boolean;
}

export interface BattleView {
  readonly sides: readonly BattleSide[];
  /** How it stands or ended, in words. */
  readonly word: string;
  readonly tone: "good" | "bad" | "neutral";
  /** "02:13", while it runs and its end is known. */
  readonly left: string | undefined;
}

/** A battle at a glance; `nowMs` is the clock of the broadcast. */
export function battleView({ state, sides, endsAtMs }: Battle, nowMs: number): BattleView {
  const all = sides.reduce((sum, { score }) => sum + score, 0);
  const best = Math.max(...sides.map(({ score }) => score));
  const leaders = sides.filter(({ score }) => score === best);
  const own = sides.find(({ isOwn }) => isOwn);
  const isOver = state === "finish";
  const views = sides.map(({ hosts, score, isOwn }) => ({
    names: hosts.map(nameOf).join(", ") || (isOwn ? "This broadcast" : "Opponent"),
    avatarUrl: hosts[0]?.avatarUrl ?? "",
    score,
    share: all > 0 ? score / all : 1 / sides.length,
    isOwn,
  }));
  const [leader] = leaders;
  const leaderName = views[sides.indexOf(leader ?? (sides[0] as Battle["sides"][number]))]?.names ?? "";
  return { sides: views, left: isOver ? undefined : timeLeft(endsAtMs, nowMs), ...standing() };

  function standing(): Pick<BattleView, "word" | "tone"> {
    if (leaders.length !== 1) return { word: isOver ? "Draw" : "Even", tone: "neutral" };
    const second = Math.max(0, ...sides.filter((side) => side !== leader).map(({ score }) => score));
    if (!own) return { word: isOver ? `${leaderName} won` : `${leaderName} leads`, tone: "neutral" };
    const by = compact(own === leader ? best - second : best - own.score);
    if (own === leader) return { word: isOver ? `Won by ${by}` : `Ahead by ${by}`, tone: "good" };
    return { word: isOver ? `Lost by ${by}` : `Behind by ${by}`, tone: "bad" };
  }
}

/** Time until `atMs` as a clock, without hours where there are none; undefined where it is not known. */
export function timeLeft(atMs: number | undefined, nowMs: number): string | undefined {
  if (atMs === undefined) return undefined;
  // Up: a countdown says 00:01 until the very end.
  const text = clock(Math.ceil((atMs - nowMs) / 1_000) * 1_000);
  return text.startsWith("00:") ? text.slice(3) : text;
}

/** How long it stays when nothing new is heard. */
export const CAPTION_MS = 5 * 60_000;

/** Whether there is anything on the stage: without, there is no panel. */
export const isEmpty = (room: Room | undefined): boolean =>
  !room ||
  (room.guests.length === 0 && room.goals.length === 0 && room.chests.length === 0 && !room.battle && !room.pin && !room.poll);

/** The stage on one line: what is there, the most pressing first. */
export function stageSummary(room: Room | undefined, nowMs: number): readonly string[] {
  if (!room) return [];
  const { battle, chests, poll, goals, guests, pin } = room;
  const onStage = guests.filter(({ isOnStage }) => isOnStage).length;
  const [goal] = goals;
  const [chest] = chests;
  const view = battle && battleView(battle, nowMs);
  return [
    ...(view ? [[`Battle: ${view.word}`, view.left].filter(Boolean).join(", ")] : []),
    ...(chest ? [`Chest ${chestText(chest.opensAtMs, nowMs)}`] : []),
    ...(poll ? [poll.isOpen ? "Poll" : "Poll closed"] : []),
    ...(onStage > 0 ? [onStage === 1 ? "1 guest" : `${onStage} guests`] : []),
    ...(goal ? [`Goal ${percentOf(goal.progress, goal.target)}`] : []),
    ...(pin ? ["Pinned"] : []),
  ];
}

/** When a chest opens, in words. */
export function chestText(opensAtMs: number | undefined, nowMs: number): string {
  if (opensAtMs === undefined) return "";
  return opensAtMs > nowMs ? `opens in ${timeLeft(opensAtMs, nowMs)}` : "open now";
}

/** Rounded down: a goal is only reached when it is. */
export const percentOf = (part: number, whole: number): string =>
  `${whole > 0 ? Math.floor((part / whole) * 100) : part > 0 ? 100 : 0} %`;

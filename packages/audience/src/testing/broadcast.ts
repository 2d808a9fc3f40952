import type { Insight } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import { type FoldItem, foldItems } from "../fold.ts";
import { createFold, type FoldState } from "../state.ts";
import { chat, like, roomUser, social } from "./events.ts";

/** A room in which the same happens all the time, a minute. */
export interface Steady {
  readonly chats?: number;
  readonly likes?: number;
  readonly joins?: number;
  readonly viewers?: number | undefined;
  readonly mood?: number;
  /** Of how many people those are. */
  readonly people?: number;
}

const VIEWERS_EVERY_MS = 5_000;

/** What happens in such a room between two moments, evenly, in order. */
export function steady(fromMs: number, toMs: number, room: Steady): FoldItem[] {
  const { chats = 0, likes = 0, joins = 0, viewers, mood = 0, people = 20 } = room;
  const items: FoldItem[] = [
    ...evenly(fromMs, toMs, chats, (at, n) => chat(at, { user: userNamed(`u${n % people}`), sentiment: mood })),
    ...evenly(fromMs, toMs, likes / 10, (at, n) => like(at, 10, 0, { user: userNamed(`u${n % people}`) })),
    ...evenly(fromMs, toMs, joins, (at, n) => social("member", at, `u${n % people}`)),
    ...(viewers === undefined ? [] : evenly(fromMs, toMs, 60_000 / VIEWERS_EVERY_MS, (at) => roomUser(at, viewers))),
  ];
  return items.sort((a, b) => a.atMs - b.atMs);
}

function evenly(fromMs: number, toMs: number, aMinute: number, make: (afterMs: number, n: number) => FoldItem): FoldItem[] {
  const items: FoldItem[] = [];
  for (let n = 0; aMinute > 0 && fromMs + (n * 60_000) / aMinute < toMs; n++) {
    items.push(make(Math.floor(fromMs + (n * 60_000) / aMinute), n));
  }
  return items;
}

/** What is known after these, and what was said meanwhile. */
export function foldedWith(...items: FoldItem[]): { state: FoldState; insights: Insight[] } {
  const state = createFold();
  const insights: Insight[] = [];
  foldItems(state, items, insights);
  return { state, insights };
}

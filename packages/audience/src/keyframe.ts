import type { ChatState } from "./folds/chat.ts";
import type { GapsState } from "./folds/gaps.ts";
import type { Streak } from "./folds/gifts.ts";
import type { LeaderboardState } from "./folds/leaderboard.ts";
import type { LikesState } from "./folds/likes.ts";
import type { SocialState } from "./folds/social.ts";
import type { ViewersState } from "./folds/viewers.ts";
import { addHash, hashesOf, idSetFor } from "./id-set.ts";
import { createFold, FOLD_VERSION, type FoldState } from "./state.ts";
import { restoreWindow, type SavedWindow, saveWindow } from "./window.ts";

/** The fold's whole state as bytes, in slices that are small enough to send one by one without anybody waiting. */
export interface Keyframe {
  readonly foldVersion: number;
  readonly slices: readonly Uint8Array[];
}

const ROWS_A_SLICE = 1_000;
const HASH_WORDS_A_SLICE = 16_384;

type GifterRow = readonly [id: string, diamonds: number, gifts: number];
type EndedRow = readonly [id: string, booked: number];
type StreakRow = readonly [id: string, streak: Streak];

/** First slice: what is small, and how many slices of each kind follow. */
interface Head {
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly isSourceOpen: boolean;
  readonly chats: ChatState["chats"];
  readonly mood: SavedWindow;
  readonly rates: SavedWindow;
  readonly gifts: number;
  readonly diamonds: number;
  readonly likes: LikesState;
  readonly viewers: Omit<ViewersState, "fromMs"> & { readonly fromMs?: number | undefined };
  readonly social: SocialState;
  readonly gaps: GapsState;
  readonly leaderboard: Omit<LeaderboardState, "totals">;
  readonly ids: number;
  readonly generation: number;
  readonly slices: { readonly gifters: number; readonly open: number; readonly ended: number; readonly endedBefore: number };
}

/** Takes a keyframe: a copy, which later folding does not change. */
export function takeKeyframe(state: FoldState): Keyframe {
  const gifters = rows<GifterRow>([...state.leaderboard.totals].map(([id, { diamonds, gifts }]) => [id, diamonds, gifts]));
  const open = rows<StreakRow>([...state.gifts.open]);
  const ended = rows<EndedRow>([...state.gifts.ended.current]);
  const endedBefore = rows<EndedRow>([...state.gifts.ended.previous]);
  const { top, changedAtMs, version } = state.leaderboard;
  const head: Head = {
    sinceMs: state.sinceMs,
    nowMs: state.nowMs,
    isSourceOpen: state.isSourceOpen,
    chats: state.chat.chats,
    mood: saveWindow(state.chat.mood),
    rates: saveWindow(state.rates),
    gifts: state.gifts.gifts,
    diamonds: state.gifts.diamonds,
    likes: state.likes,
    viewers: state.viewers,
    social: state.social,
    gaps: state.gaps,
    leaderboard: { top, changedAtMs, version },
    ids: state.seen.ids.size,
    generation: state.gifts.ended.generation,
    slices: { gifters: gifters.length, open: open.length, ended: ended.length, endedBefore: endedBefore.length },
  };
  return {
    foldVersion: FOLD_VERSION,
    slices: [encode(head), ...gifters, ...open, ...ended, ...endedBefore, ...hashSlices(hashesOf(state.seen.ids))],
  };
}

/** The state that a keyframe was taken of; undefined when it is of another version of the fold, or not whole. */
export function restoreKeyframe({ foldVersion, slices }: Keyframe): FoldState | undefined {
  const [first, ...rest] = slices;
  if (foldVersion !== FOLD_VERSION || !first) return undefined;
  const head = decode<Head>(first);
  const take = <Row>(count: number): Row[] => rest.splice(0, count).flatMap((slice) => decode<Row[]>(slice));

  const state = createFold();
  state.sinceMs = head.sinceMs;
  state.nowMs = head.nowMs;
  state.isSourceOpen = head.isSourceOpen;
  state.chat.chats = head.chats;
  restoreWindow(state.chat.mood, head.mood);
  restoreWindow(state.rates, head.rates);
  Object.assign(state.likes, head.likes);
  Object.assign(state.viewers, head.viewers);
  Object.assign(state.social, head.social);
  Object.assign(state.gaps, head.gaps);
  Object.assign(state.leaderboard, head.leaderboard);
  for (const [id, diamonds, gifts] of take<GifterRow>(head.slices.gifters)) state.leaderboard.totals.set(id, { diamonds, gifts });
  state.gifts.gifts = head.gifts;
  state.gifts.diamonds = head.diamonds;
  for (const [id, streak] of take<StreakRow>(head.slices.open)) state.gifts.open.set(id, { ...streak, user: streak.user });
  state.gifts.ended.generation = head.generation;
  state.gifts.ended.current = new Map(take<EndedRow>(head.slices.ended));
  state.gifts.ended.previous = new Map(take<EndedRow>(head.slices.endedBefore));
  // Found again when time is next told: no streak can have become idle unnoticed.
  state.gifts.nextIdleMs = state.gifts.open.size > 0 ? 0 : Number.POSITIVE_INFINITY;

  const ids = idSetFor(head.ids);
  for (const slice of rest) {
    const words = new Uint32Array(new Uint8Array(slice).buffer); // a copy: a slice may be part of a larger buffer
    for (let at = 0; at + 1 < words.length; at += 2) addHash(ids, words[at] as number, words[at + 1] as number);
  }
  if (ids.size !== head.ids) return undefined;
  state.seen.ids = ids;
  return state;
}

function rows<Row>(all: readonly Row[]): Uint8Array[] {
  const slices: Uint8Array[] = [];
  for (let at = 0; at < all.length; at += ROWS_A_SLICE) slices.push(encode(all.slice(at, at + ROWS_A_SLICE)));
  return slices;
}

/** Little-endian, as every machine that Node runs on is. */
function hashSlices(hashes: Uint32Array): Uint8Array[] {
  const slices: Uint8Array[] = [];
  for (let at = 0; at < hashes.length; at += HASH_WORDS_A_SLICE) {
    const part = hashes.subarray(at, at + HASH_WORDS_A_SLICE);
    slices.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  return slices;
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

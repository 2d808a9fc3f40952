import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FoldItem } from "@frontrow/audience/fold";
import { countsOf, viewerOf } from "@frontrow/audience/report";
import type { FoldState } from "@frontrow/audience/state";
import type { LiveEvent, User } from "@frontrow/protocol/event";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Viewers of one recording that are remembered. */
export const MOST_VIEWERS = 20_000;
/** Parts of the object, by the viewer's id: who looks for one viewer reads one, and who merges recordings has one of each in memory. */
export const VIEWER_PARTS = 16;

/** Somebody who did something in a recording: wrote, gave, asked, followed, shared or subscribed. */
export interface RecordedViewer {
  /** As they were seen last, without the picture: its address is half of what is kept, and holds for some days only. */
  readonly user: User;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  readonly chats: number;
  readonly shares: number;
  readonly gifts: number;
  readonly diamonds: number;
  readonly questions: number;
}

interface Candidate {
  user: User;
  questions: number;
}

const acts: ReadonlySet<FoldItem["type"]> = new Set(["chat", "emote", "gift", "question", "follow", "share", "subscribe"]);

/**
 * Who did something, while somebody folds a recording. What each did is counted by the fold, whose table names nobody: so whoever is
 * forgotten for want of room and comes again has all of it.
 */
export class ViewersPass {
  readonly #candidates = new Map<string, Candidate>();

  /** After the item was folded. */
  note(value: FoldItem, state: FoldState): void {
    if (!acts.has(value.type)) return;
    const event = value as LiveEvent;
    const user = viewerOf(state, event);
    if (!user) return;
    const asks = event.type === "question" || (event.type === "chat" && event.question) ? 1 : 0;
    const known = this.#candidates.get(user.id);
    if (known) {
      known.user = user;
      known.questions += asks;
      return;
    }
    this.#candidates.set(user.id, { user, questions: asks });
    if (this.#candidates.size > 2 * MOST_VIEWERS) this.#forgetLeast(state);
  }

  /** Most diamonds first, then most messages. */
  viewers(state: FoldState): RecordedViewer[] {
    const viewers = [...this.#candidates.values()].flatMap(({ user, questions }) => {
      const counts = countsOf(state, user.id);
      return counts ? [{ user: { ...user, avatarUrl: "" }, ...counts, questions }] : [];
    });
    return viewers.sort(byWorth).slice(0, MOST_VIEWERS);
  }

  #forgetLeast(state: FoldState): void {
    const kept = new Set(this.viewers(state).map(({ user }) => user.id));
    for (const id of this.#candidates.keys()) if (!kept.has(id)) this.#candidates.delete(id);
  }
}

const byWorth = (a: RecordedViewer, b: RecordedViewer): number =>
  b.diamonds - a.diamonds ||
  b.chats + b.shares - (a.chats + a.shares) ||
  b.lastSeenMs - a.lastSeenMs ||
  (a.user.id < b.user.id ? -1 : 1);

/** The part that a viewer is in. */
export function partOf(userId: string): number {
  let hash = 0;
  for (let at = 0; at < userId.length; at++) hash = (Math.imul(hash, 31) + userId.charCodeAt(at)) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) % VIEWER_PARTS;
}

/** Viewers as they are kept: a gzip member a part, one after the other, and the length of each. */
export async function packViewers(viewers: readonly RecordedViewer[]): Promise<{ bytes: Uint8Array; parts: number[] }> {
  const byPart = Array.from({ length: VIEWER_PARTS }, (): RecordedViewer[] => []);
  for (const viewer of viewers) byPart[partOf(viewer.user.id)]?.push(viewer);
  const members = await Promise.all(byPart.map((some) => compress(JSON.stringify(some))));
  return { bytes: Buffer.concat(members), parts: members.map(({ byteLength }) => byteLength) };
}

/** Where a part is among the bytes. */
export function rangeOf(parts: readonly number[], part: number): { from: number; to: number } {
  const from = parts.slice(0, part).reduce((sum, bytes) => sum + bytes, 0);
  return { from, to: from + (parts[part] ?? 0) };
}

/** The viewers of one part; none where its bytes are not what they were. */
export async function unpackViewers(bytes: Uint8Array): Promise<RecordedViewer[]> {
  try {
    return JSON.parse((await decompress(bytes)).toString()) as RecordedViewer[];
  } catch {
    return [];
  }
}

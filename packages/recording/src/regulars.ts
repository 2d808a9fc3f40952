import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import type { RecordingId } from "@frontrow/protocol/recording";
import { type RecordedViewer, VIEWER_PARTS } from "./derived/viewers.ts";
import type { Creator } from "./held.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const MOST_REGULARS = 500;

/** A recording whose viewers can be read part by part (see `partOf`). */
export interface ViewersOf {
  readonly id: RecordingId;
  viewers(part: number): Promise<readonly RecordedViewer[] | undefined>;
  /** The broadcast goes on: its people are told from those before it, and count in nothing else. */
  readonly isGrowing?: boolean;
}

export interface MergedViewers {
  /** Seen in two recordings at least, most of them first, then most diamonds. */
  readonly regulars: readonly Omit<KnownViewer, "note" | "tags">[];
  /** By recording: who was first seen in it and, where a later one is among them, who of these came again. */
  readonly newcomers: Readonly<Record<string, { readonly people: number; readonly cameBack?: number }>>;
}

type Known = { -readonly [Name in keyof Omit<KnownViewer, "note" | "tags">]: KnownViewer[Name] } & {
  /** Which of the recordings they were first seen in. */
  readonly firstIn: number;
};

/** Merges what recordings, the oldest first, know of their viewers. One part of each is in memory at a time. */
export async function mergeViewers(recordings: readonly ViewersOf[]): Promise<MergedViewers> {
  let regulars: Known[] = [];
  const newcomers = recordings.map(() => ({ people: 0, cameBack: 0 }));
  for (let part = 0; part < VIEWER_PARTS; part++) {
    const known = new Map<string, Known>();
    for (const [number, recording] of recordings.entries()) {
      for (const viewer of (await recording.viewers(part)) ?? []) {
        const before = known.get(viewer.user.id);
        if (recording.isGrowing) {
          if (!before) count(newcomers[number], "people");
        } else if (before) {
          if (before.broadcasts === 1) count(newcomers[before.firstIn], "cameBack");
          add(before, viewer);
        } else {
          count(newcomers[number], "people");
          known.set(viewer.user.id, first(viewer, number));
        }
      }
    }
    const came = [...known.values()].filter(({ broadcasts }) => broadcasts > 1);
    regulars = [...regulars, ...came].sort(byLoyalty).slice(0, MOST_REGULARS);
  }
  const lastComplete = recordings.findLastIndex(({ isGrowing }) => !isGrowing);
  return {
    regulars: regulars.map(({ firstIn: _firstIn, ...viewer }) => viewer),
    newcomers: Object.fromEntries(
      recordings.map(({ id }, number) => {
        const { people = 0, cameBack = 0 } = newcomers[number] ?? {};
        return [id, number < lastComplete ? { people, cameBack } : { people }];
      }),
    ),
  };
}

function count(of: { people: number; cameBack: number } | undefined, what: "people" | "cameBack"): void {
  if (of) of[what] += 1;
}

const first = ({ user, firstSeenMs, lastSeenMs, chats, gifts, diamonds, questions }: RecordedViewer, firstIn: number): Known => ({
  ...{ user, broadcasts: 1, firstSeenMs, lastSeenMs, chats, gifts, diamonds, questions, firstIn },
});

function add(known: Known, { user, lastSeenMs, chats, gifts, diamonds, questions }: RecordedViewer): void {
  known.user = user;
  known.broadcasts += 1;
  known.lastSeenMs = lastSeenMs;
  known.chats += chats;
  known.gifts += gifts;
  known.diamonds += diamonds;
  known.questions += questions;
}

const byLoyalty = (a: Known, b: Known): number =>
  b.broadcasts - a.broadcasts ||
  b.diamonds - a.diamonds ||
  b.chats - a.chats ||
  b.lastSeenMs - a.lastSeenMs ||
  (a.user.id < b.user.id ? -1 : 1);

/** What was made of a desk's recordings of one creator. */
export interface StoredRegulars extends MergedViewers {
  /** The recordings that it was made of, whether they could be read or not: others make it out of date. */
  readonly of: readonly RecordingId[];
  /** How many of them could be read. */
  readonly broadcasts: number;
  /** Of what goes on: when it was derived, of which the newcomers are. */
  readonly growing?: { readonly id: RecordingId; readonly atMs: number };
}

/** Names a creator among those of a desk. */
export const creatorKey = ({ handle, hostId }: Creator): string => hostId || handle.toLowerCase();

export const packRegulars = (regulars: StoredRegulars): Promise<Uint8Array> => compress(JSON.stringify(regulars));

/** undefined: there is none of these recordings. */
export async function unpackRegulars(bytes: Uint8Array, of: readonly RecordingId[]): Promise<StoredRegulars | undefined> {
  const stored = JSON.parse((await decompress(bytes)).toString()) as StoredRegulars;
  return stored.of.length === of.length && stored.of.every((id) => of.includes(id)) ? stored : undefined;
}

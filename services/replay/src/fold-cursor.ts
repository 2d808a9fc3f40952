import { setImmediate as yieldToOthers } from "node:timers/promises";
import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { createFold, type FoldState } from "@frontrow/audience/state";
import type { Insight } from "@frontrow/protocol/insight";
import type { RecordedItem, Recording } from "@frontrow/recording/recording";
import { isEvent, type Removed } from "@frontrow/recording/removed";
import type { Ahead } from "./playback.ts";

/** Where a replay is: all items before `item` are shown, and the clock stands at `atMs`. */
export interface Place {
  readonly atMs: number;
  readonly item: number;
}

interface FoldOptions {
  readonly removed: Removed;
  readonly signal?: AbortSignal;
  /** A fold that is given away: it is folded on where that is less work. */
  readonly from?: FoldCursor | undefined;
  /** Called after each page. */
  readonly onPage?: () => Promise<void>;
}

/** A recording folded up to a place, and what comes next in it. */
export class FoldCursor {
  readonly state: FoldState;
  /** How many items are folded. */
  item: number;
  readonly #recording: Recording;
  readonly #removed: Removed;
  /** What was read and is not folded yet. */
  #ahead: readonly RecordedItem[] = [];

  private constructor(recording: Recording, removed: Removed, state: FoldState, item: number) {
    this.#recording = recording;
    this.#removed = removed;
    this.state = state;
    this.item = item;
  }

  /** The keyframe before a place, and all that follows it up to there. */
  static async at(recording: Recording, place: Place, { removed, signal, from, onPage }: FoldOptions): Promise<FoldCursor> {
    const keyframe = await recording.keyframeBefore(place.item);
    const isNearer = from && from.item >= (keyframe?.item ?? 0) && from.item <= place.item && from.state.nowMs <= place.atMs;
    const cursor = isNearer ? from : new FoldCursor(recording, removed, keyframe?.state ?? createFold(), keyframe?.item ?? 0);
    while (cursor.item < place.item && (await cursor.fill(signal))) {
      cursor.take({ atMs: Number.POSITIVE_INFINITY, item: place.item }, Number.POSITIVE_INFINITY);
      await yieldToOthers();
      await onPage?.();
    }
    cursor.tick(place.atMs);
    return cursor;
  }

  /** The next item, if it is read. */
  get next(): RecordedItem | undefined {
    return this.#ahead[0];
  }

  /** When what is worth waiting for is due, as far as was read; without it the last item that was. */
  get ahead(): Ahead {
    const { isSourceOpen, closedAtMs } = this.state;
    const dueOf = (isWanted: (value: FoldItem) => boolean) =>
      (this.#ahead.find(({ value }) => isWanted(value)) ?? this.#ahead.at(-1))?.dueMs;
    return { livelyMs: dueOf(isLively), eventMs: dueOf(isEvent), isClosed: !isSourceOpen && closedAtMs > 0 };
  }

  /** Reads on, unless something is read already; false at the end. */
  async fill(signal?: AbortSignal): Promise<boolean> {
    if (this.#ahead.length > 0) return true;
    for await (const page of this.#recording.read(this.item, signal)) {
      this.#removed.note(page);
      this.#ahead = page;
      break;
    }
    return this.#ahead.length > 0;
  }

  /** Folds what is due by a place, of what is read, and gives those items. */
  take(upTo: Place, maxItems: number, insights?: Insight[]): readonly RecordedItem[] {
    const end = this.#ahead.findIndex(({ dueMs, item }) => dueMs > upTo.atMs || item >= upTo.item);
    const due = Math.min(end === -1 ? this.#ahead.length : end, maxItems);
    const taken = this.#ahead.slice(0, due);
    foldItems(
      this.state,
      taken.map(({ value }) => value),
      insights,
      leaveOut,
    );
    this.#ahead = this.#ahead.slice(due);
    this.item = taken.at(-1)?.next ?? this.item;
    return taken;
  }

  /** Brings the fold to a moment between two items. */
  tick(atMs: number, insights?: Insight[]): void {
    if (this.item > 0 && atMs > this.state.nowMs) foldItems(this.state, [{ type: "tick", atMs }], insights);
  }
}

/** What the live fold could not fold, and said, is left out here too. */
const leaveOut = (): void => {};

/** What ends idle time; the time line shades it by the same. */
const isLively = ({ type }: FoldItem): boolean =>
  type === "chat" || type === "question" || type === "emote" || type === "gift" || type === "follow";

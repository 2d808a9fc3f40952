import type { LiveEvent } from "@frontrow/protocol/event";
import { sentAtMsOf } from "../normalize/values.ts";
import type { SourceMessage } from "../source/messages.ts";
import { type ReadBack, smallestSkew } from "./read-back.ts";
import { SeenWindow } from "./seen-window.ts";

/** Where in a batch the part of its history begins that may be new to the log; see `boundaryIn`. */
export interface HistoryBoundary {
  /** When the oldest message of the batch that was seen before was sent, by TikTok's clock; −∞ when none was. */
  readonly sentAtMs: number;
  /** Where in the batch the first message stands that was seen before; 0 when none was. */
  readonly index: number;
}

const NO_BOUNDARY: HistoryBoundary = { sentAtMs: Number.NEGATIVE_INFINITY, index: 0 };

/**
 * Tells what of a source's messages is new to the session's log.
 *
 * A message is a duplicate when its id is among the last that were seen. History (what TikTok repeats when a connection
 * begins) is context, and is not to be appended, when it is older than the session, or older than what is remembered of it:
 * then it was seen and forgotten, or lies in a gap that was declared.
 */
export class HistoryFilter {
  readonly #seen = new SeenWindow();
  readonly #openedAtMs: number;
  /** Nobody has written to the log before, and this owner's first connection is still on: all history is context. */
  #isFirstConnection: boolean;
  #clockSkewMs: number | undefined;

  constructor(readBack: ReadBack, openedAtMs: number) {
    this.#openedAtMs = openedAtMs;
    this.#isFirstConnection = readBack.isEmpty;
    this.#clockSkewMs = readBack.clockSkewMs;
    for (const id of readBack.ids.toReversed()) this.#seen.add(id);
  }

  onDisconnected(): void {
    this.#isFirstConnection = false;
  }

  isDuplicate(message: SourceMessage): boolean {
    return this.#seen.has(message.id);
  }

  /** Call before the first message of the batch is admitted. */
  boundaryIn(messages: readonly SourceMessage[]): HistoryBoundary {
    let sentAtMs = Number.POSITIVE_INFINITY;
    let index = 0;
    for (const [at, { isHistory, id, body }] of messages.entries()) {
      if (!isHistory || !this.#seen.has(id)) continue;
      if (sentAtMs === Number.POSITIVE_INFINITY) index = at;
      sentAtMs = Math.min(sentAtMs, sentAtMsOf(body.common?.createTime, Number.POSITIVE_INFINITY));
    }
    return Number.isFinite(sentAtMs) ? { sentAtMs, index } : NO_BOUNDARY;
  }

  /** Remembers a message that is no duplicate, as this event. False when it is context; `index` is its place in the batch. */
  admit(message: SourceMessage, event: LiveEvent, index: number, boundary: HistoryBoundary): boolean {
    if (message.isHistory && this.#isContext(event, index, boundary)) {
      // A new session's may come once more as if it were new. Later, a long history must not push out what it repeats.
      if (this.#isFirstConnection) this.#seen.add(message.id);
      return false;
    }
    this.#seen.add(message.id);
    if (!message.isHistory) this.#clockSkewMs = smallestSkew(event, this.#clockSkewMs);
    return true;
  }

  /** By TikTok's clock, compared with itself or with what we know of it. */
  #isContext({ sentAtMs }: LiveEvent, index: number, boundary: HistoryBoundary): boolean {
    if (this.#isFirstConnection || sentAtMs + (this.#clockSkewMs ?? 0) < this.#openedAtMs) return true;
    // The place in the batch tells apart what was sent in the same millisecond.
    return index < boundary.index ? sentAtMs <= boundary.sentAtMs : sentAtMs < boundary.sentAtMs;
  }
}

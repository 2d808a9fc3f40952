import type { EntryKind } from "@frontrow/protocol/entry";
import type { Append } from "@frontrow/redis/log";
import { packEntryData } from "./entry-data.ts";

/** One log entry as it is sent, and sent again after Redis has lost it. */
export interface PackedEntry {
  sequence: number;
  readonly kind: EntryKind;
  readonly data: Append["data"];
  /** Event time of its first item. */
  readonly atMs: number;
}

export interface BufferLimits {
  /** Upper bounds of one entry, however much waits. */
  readonly entryCharacters: number;
  readonly entryItems: number;
  /** Upper bound of what waits for Redis. */
  readonly waitingCharacters: number;
  /** Retention of entries that Redis has acknowledged: it may lose them in a fail-over. The length is of their data, characters or bytes. */
  readonly keptMs: number;
  readonly keptLength: number;
}

export const defaultBufferLimits: BufferLimits = {
  entryCharacters: 256 * 1024,
  entryItems: 500,
  waitingCharacters: 16 * 1024 * 1024,
  // Redis flushes its file each second and a replica may be a few seconds behind: what it has acknowledged and lost in a
  // fail-over is younger than this.
  keptMs: 10_000,
  keptLength: 4 * 1024 * 1024,
};

interface WaitingItem {
  readonly kind: EntryKind;
  readonly json: string;
  readonly atMs: number;
}

/**
 * What a session still has to append, and what it has appended lately. Pure: no clock, no Redis.
 *
 * Items wait, are packed into entries with a sequence, are sent one entry at a time, and stay for a while after Redis has
 * them. When it is full, newer items are refused, so that what is lost is one span of time with a beginning and an end.
 */
export class ResendBuffer {
  readonly #limits: BufferLimits;
  // Lists for life, emptied in place: one that has become old and is replaced would hold its items until V8's next full collection,
  // because a young collection treats what an old object points to as alive.
  readonly #waiting: WaitingItem[] = [];
  #waitingCharacters = 0;
  /** Entries with consecutive sequences: those before `#nextIndex` are acknowledged, the others are not. */
  readonly #entries: (PackedEntry & { acknowledgedAt?: number })[] = [];
  #keptLength = 0;
  #nextIndex = 0;
  #lastSequence: number;

  /** Goes on after `lastSequence`, which is 0 for a claim that has appended nothing yet. */
  constructor(limits: BufferLimits = defaultBufferLimits, lastSequence = 0) {
    this.#limits = limits;
    this.#lastSequence = lastSequence;
  }

  /** Sequence of the last entry that was packed. */
  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** Characters that wait for Redis, entries on their way not among them. */
  get waitingCharacters(): number {
    return this.#waitingCharacters;
  }

  /** Event time of the first entry that is kept: `restart` sends from there. */
  get firstAtMs(): number | undefined {
    return this.#entries[0]?.atMs;
  }

  get isHalfFull(): boolean {
    return this.#waitingCharacters > this.#limits.waitingCharacters / 2;
  }

  /** Whether a full entry waits, or an entry must be sent again. */
  get hasBacklog(): boolean {
    if (this.#nextIndex < this.#entries.length) return true;
    return this.#waiting.length >= this.#limits.entryItems || this.#waitingCharacters >= this.#limits.entryCharacters;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#nextIndex === this.#entries.length;
  }

  /** Takes an item; "full" when there is no room for it. */
  push(kind: EntryKind, json: string, atMs: number): "taken" | "full" {
    if (this.#waitingCharacters + json.length > this.#limits.waitingCharacters) return "full";
    this.#waiting.push({ kind, json, atMs });
    this.#waitingCharacters += json.length;
    return "taken";
  }

  /** The entry to send; the same one until it is acknowledged. */
  next(): PackedEntry | undefined {
    if (this.#nextIndex === this.#entries.length) this.#packNext();
    return this.#entries[this.#nextIndex];
  }

  /** Redis has the entry that `next` gave. */
  acknowledge(nowMs: number): void {
    const entry = this.#entries[this.#nextIndex];
    if (!entry) return;
    entry.acknowledgedAt = nowMs;
    this.#nextIndex += 1;
    this.#evict(nowMs);
  }

  /**
   * Redis holds our entries up to this sequence only: what came after it is sent again. "lost" when that is not kept any
   * more; then `restart` goes on behind what Redis holds.
   */
  rewind(lastSequence: number): "resend" | "lost" {
    const first = this.#entries[0]?.sequence ?? this.#lastSequence + 1;
    if (lastSequence + 1 < first || lastSequence >= this.#lastSequence) return "lost";
    this.#nextIndex = lastSequence + 1 - first;
    return "resend";
  }

  /** Sends an item that says what was lost, and after it every entry that is still kept, numbered anew. */
  restart(lastSequence: number, kind: EntryKind, json: string): void {
    const notice = { sequence: 0, kind, data: `[${json}]`, atMs: this.#entries[0]?.atMs ?? 0 };
    this.#entries.unshift(notice);
    this.#keptLength += notice.data.length;
    this.#entries.forEach((entry, index) => {
      entry.sequence = lastSequence + 1 + index;
    });
    this.#lastSequence = lastSequence + this.#entries.length;
    this.#nextIndex = 0;
  }

  #packNext(): void {
    const [first] = this.#waiting;
    if (!first) return;
    let count = 0;
    let characters = 0;
    for (const { kind, json } of this.#waiting) {
      if (kind !== first.kind || count === this.#limits.entryItems) break;
      if (count > 0 && characters + json.length > this.#limits.entryCharacters) break;
      count += 1;
      characters += json.length;
    }
    const packed = this.#waiting.splice(0, count);
    this.#waitingCharacters -= characters;
    this.#lastSequence += 1;
    const data = packEntryData(packed.map(({ json }) => json));
    this.#entries.push({ sequence: this.#lastSequence, kind: first.kind, data, atMs: first.atMs });
    this.#keptLength += data.length;
  }

  /** Drops acknowledged entries that are too old or too many. */
  #evict(nowMs: number): void {
    let count = 0;
    for (const { acknowledgedAt, data } of this.#entries) {
      if (acknowledgedAt === undefined || count === this.#nextIndex) break;
      if (nowMs - acknowledgedAt < this.#limits.keptMs && this.#keptLength <= this.#limits.keptLength) break;
      this.#keptLength -= data.length;
      count += 1;
    }
    this.#entries.splice(0, count);
    this.#nextIndex -= count;
  }
}

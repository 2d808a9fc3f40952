import type { EntryKind } from "@frontrow/protocol/entry";

/** One entry as it is sent, and sent again when it has to be. */
export interface OutEntry {
  sequence: number;
  readonly kind: EntryKind;
  /** JSON array of its items. */
  readonly data: string;
  /** Event time of its first item. */
  readonly atMs: number;
}

export interface OutboxLimits {
  /** An entry holds so many characters and items at most, however much waits. */
  readonly entryCharacters: number;
  readonly entryItems: number;
  /** What waits for Redis, in characters. */
  readonly waitingCharacters: number;
  /** What was appended is kept for so long, for the case that Redis loses it. */
  readonly keptMs: number;
  readonly keptCharacters: number;
}

export const defaultOutboxLimits: OutboxLimits = {
  entryCharacters: 256 * 1024,
  entryItems: 500,
  waitingCharacters: 16 * 1024 * 1024,
  // Redis flushes its file each second and a replica may be a few seconds behind: what it has acknowledged and lost in a
  // fail-over is younger than this.
  keptMs: 10_000,
  keptCharacters: 4 * 1024 * 1024,
};

interface Waiting {
  readonly kind: EntryKind;
  readonly json: string;
  readonly atMs: number;
}

/**
 * What a session still has to append, and what it has appended lately. Pure: no clock, no Redis.
 *
 * Items wait, are packed into entries with a sequence, are sent one entry at a time, and stay for a while after Redis has
 * them. Full means that newer items are refused, so that what is lost is one span of time with a beginning and an end.
 */
export class Outbox {
  private readonly limits: OutboxLimits;
  private waiting: Waiting[] = [];
  private waitingSize = 0;
  /** Entries with consecutive sequences: acknowledged ones, then from `sending` on those that are not. */
  private kept: (OutEntry & { acknowledgedAt?: number })[] = [];
  private keptSize = 0;
  private sending = 0;
  /** Of the last entry that was packed. */
  lastSequence: number;

  /** Goes on after `lastSequence`, which is 0 for a claim that has appended nothing yet. */
  constructor(limits: OutboxLimits = defaultOutboxLimits, lastSequence = 0) {
    this.limits = limits;
    this.lastSequence = lastSequence;
  }

  /** Characters that wait for Redis. */
  get size(): number {
    return this.waitingSize;
  }

  get isHalfFull(): boolean {
    return this.waitingSize > this.limits.waitingCharacters / 2;
  }

  /** More than one entry's worth waits, or something must be sent again. */
  get hasBacklog(): boolean {
    if (this.sending < this.kept.length) return true;
    return this.waiting.length >= this.limits.entryItems || this.waitingSize >= this.limits.entryCharacters;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0 && this.sending === this.kept.length;
  }

  /** Takes an item, or says that there is no room for it. */
  push(kind: EntryKind, json: string, atMs: number): "taken" | "full" {
    if (this.waitingSize + json.length > this.limits.waitingCharacters) return "full";
    this.waiting.push({ kind, json, atMs });
    this.waitingSize += json.length;
    return "taken";
  }

  /** The entry to send; the same one until it is acknowledged. */
  next(): OutEntry | undefined {
    if (this.sending === this.kept.length) this.pack();
    return this.kept[this.sending];
  }

  /** Redis has the entry that `next` gave. */
  acknowledged(nowMs: number): void {
    const entry = this.kept[this.sending];
    if (!entry) return;
    entry.acknowledgedAt = nowMs;
    this.sending += 1;
    this.forget(nowMs);
  }

  /**
   * Redis holds no more than this of ours: what came after it is sent again. "lost" when that is not kept any more; then
   * `restart` goes on behind what Redis holds.
   */
  missing(lastSequence: number): "resend" | "lost" {
    const first = this.kept[0]?.sequence ?? this.lastSequence + 1;
    if (lastSequence + 1 < first || lastSequence >= this.lastSequence) return "lost";
    this.sending = lastSequence + 1 - first;
    return "resend";
  }

  /** Goes on after an item that says what was lost, with everything that is still kept, numbered anew. */
  restart(lastSequence: number, kind: EntryKind, json: string): void {
    const notice = { sequence: 0, kind, data: `[${json}]`, atMs: this.kept[0]?.atMs ?? 0 };
    this.kept.unshift(notice);
    this.keptSize += notice.data.length;
    this.kept.forEach((entry, index) => {
      entry.sequence = lastSequence + 1 + index;
    });
    this.lastSequence = lastSequence + this.kept.length;
    this.sending = 0;
  }

  private pack(): void {
    const [first] = this.waiting;
    if (!first) return;
    let count = 0;
    let size = 0;
    for (const { kind, json } of this.waiting) {
      if (kind !== first.kind || count === this.limits.entryItems) break;
      if (count > 0 && size + json.length > this.limits.entryCharacters) break;
      count += 1;
      size += json.length;
    }
    const packed = count === this.waiting.length ? this.waiting : this.waiting.slice(0, count);
    this.waiting = count === this.waiting.length ? [] : this.waiting.slice(count);
    this.waitingSize -= size;
    this.lastSequence += 1;
    const data = packed.length === 1 ? `[${first.json}]` : `[${packed.map(({ json }) => json).join(",")}]`;
    this.kept.push({ sequence: this.lastSequence, kind: first.kind, data, atMs: first.atMs });
    this.keptSize += data.length;
  }

  /** Lets go of what is old enough or too much, never of what is not acknowledged. */
  private forget(nowMs: number): void {
    let count = 0;
    for (const { acknowledgedAt, data } of this.kept) {
      if (acknowledgedAt === undefined || count === this.sending) break;
      if (nowMs - acknowledgedAt < this.limits.keptMs && this.keptSize <= this.limits.keptCharacters) break;
      this.keptSize -= data.length;
      count += 1;
    }
    if (count === 0) return;
    this.kept = this.kept.slice(count);
    this.sending -= count;
  }
}

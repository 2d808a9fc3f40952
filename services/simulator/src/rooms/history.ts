import type { RoomMessage } from "../wire/message.ts";

/** How long after a sign reply what is said is kept for a socket that has not come yet. */
const HANDSHAKE_GRACE_MS = 15_000;
const MAX_BACKLOG = 5_000;

/**
 * What a room remembers: the last messages, and, while somebody is between sign reply and socket, all that is said since.
 *
 * TikTok's cursor covers the time of the handshake, so nothing is lost there; ours is the number of messages so far.
 */
export class History {
  readonly #limit: () => number;
  #last: RoomMessage[] = [];
  #backlog: { readonly from: number; readonly messages: RoomMessage[]; untilMs: number } | undefined;
  #count = 0;

  constructor(limit: () => number) {
    this.#limit = limit;
  }

  /** How many messages there were, ever. */
  get count(): number {
    return this.#count;
  }

  add(messages: readonly RoomMessage[], nowMs: number): void {
    const limit = this.#limit();
    this.#count += messages.length;
    for (const message of messages) this.#last.push(message);
    // Trimmed in steps, so that a long history costs no copy at each message.
    if (this.#last.length > 2 * limit + 64) this.#last = this.#last.slice(this.#last.length - limit);
    if (!this.#backlog) return;
    if (this.#backlog.untilMs < nowMs || this.#backlog.messages.length > MAX_BACKLOG) this.#backlog = undefined;
    else for (const message of messages) this.#backlog.messages.push(message);
  }

  /** The last messages, oldest first. */
  last(): readonly RoomMessage[] {
    const limit = this.#limit();
    return limit > 0 ? this.#last.slice(-limit) : [];
  }

  /** From now on keep all, for a while; the place to go on from is `count`. */
  hold(nowMs: number): void {
    if (!this.#backlog || this.#backlog.untilMs < nowMs) this.#backlog = { from: this.#count, messages: [], untilMs: nowMs };
    this.#backlog.untilMs = nowMs + HANDSHAKE_GRACE_MS;
  }

  /** What was said after the first `count` messages, as far as it was held. */
  since(count: number): readonly RoomMessage[] {
    return this.#backlog?.messages.slice(Math.max(0, count - this.#backlog.from)) ?? [];
  }
}

import type { Person } from "@frontrow/protocol/event";

/** What a gift is. Each field is empty, 0 or false where no message has said it. */
export interface GiftDetails {
  readonly name: string;
  readonly diamondsEach: number;
  readonly imageUrl: string;
  /** It may be sent again and again while the viewer keeps tapping. */
  readonly isStreakable: boolean;
}

/** A message of a streak, as far as it tells whether another goes on with it. */
export interface Tap {
  readonly atMs: number;
  readonly count: number;
  readonly isEnd: boolean;
}

/** The last messages of one viewer and gift without a group: the one for the host, and the one for a guest. */
interface Ungrouped {
  readonly host?: Tap | undefined;
  readonly guest?: Tap | undefined;
  readonly receiver?: Person | undefined;
}

/** Silence after which a message goes on with no streak. */
const STREAK_IDLE_MS = 10_000;
/** TikTok has some thousand gifts; a room sees a few hundred. */
const MAX_GIFTS = 2_000;
/** Many times the streaks that are open at once. */
const MAX_STREAKS = 2_000;

/** What earlier messages said of gifts and streaks, for those that leave it out. */
export class GiftMemory {
  readonly #details = new BoundedMap<GiftDetails>(MAX_GIFTS);
  readonly #receivers = new BoundedMap<Person>(MAX_STREAKS);
  readonly #ungrouped = new BoundedMap<Ungrouped>(MAX_STREAKS);

  /** What is known of a gift, or undefined: what this message says, completed by what earlier ones said. */
  detailsOf(giftId: string, said: GiftDetails | undefined): GiftDetails | undefined {
    const known = this.#details.get(giftId);
    if (!said) return known;
    const details = {
      name: said.name || (known?.name ?? ""),
      diamondsEach: said.diamondsEach || (known?.diamondsEach ?? 0),
      imageUrl: said.imageUrl || (known?.imageUrl ?? ""),
      isStreakable: said.isStreakable,
    };
    this.#details.set(giftId, details);
    return details;
  }

  /** The guest who receives a streak: as this message says it, else as an earlier one did. */
  receiverOf(streakId: string, said: Person | undefined): Person | undefined {
    if (said) this.#receivers.set(streakId, said);
    return said ?? this.#receivers.get(streakId);
  }

  /**
   * The same without a group, where one streak has the id of the next, which may be for somebody else: who is named, else the
   * guest whose streak this message goes on with, unless one of the host's is nearer.
   */
  ungroupedReceiverOf(streakId: string, tap: Tap, said: Person | undefined): Person | undefined {
    const { host, guest, receiver } = this.#ungrouped.get(streakId) ?? {};
    const isGuests = said !== undefined || nearness(guest, tap) > nearness(host, tap);
    const to = said ?? receiver;
    this.#ungrouped.set(streakId, isGuests ? { host, guest: tap, receiver: to } : { host: tap, guest, receiver });
    return isGuests ? to : undefined;
  }
}

/** How far the streak had come that a message goes on with; 0 when it does not. Ends are repeated. */
function nearness(last: Tap | undefined, { atMs, count, isEnd }: Tap): number {
  if (!last || atMs - last.atMs >= STREAK_IDLE_MS) return 0;
  const goesOn = last.isEnd ? isEnd && count === last.count : count >= last.count;
  return goesOn ? last.count : 0;
}

/** Forgets what was set longest ago. */
class BoundedMap<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#most) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }
}

import type { Person } from "@frontrow/protocol/event";

/** What a gift is. Each field is empty, 0 or false where no message has said it. */
export interface GiftDetails {
  readonly name: string;
  readonly diamondsEach: number;
  readonly imageUrl: string;
  /** It may be sent again and again while the viewer keeps tapping. */
  readonly isStreakable: boolean;
}

/** TikTok has some thousand gifts; a room sees a few hundred. */
const MAX_GIFTS = 2_000;
/** Many times the streaks that are open at once. */
const MAX_STREAKS = 2_000;

/** What earlier messages said of gifts and streaks, for those that leave it out. */
export class GiftMemory {
  readonly #details = new BoundedMap<GiftDetails>(MAX_GIFTS);
  readonly #receivers = new BoundedMap<Person>(MAX_STREAKS);

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

import type { FoldItem } from "@frontrow/audience/fold";
import type { LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { RecordedItem } from "./recorded-item.ts";
import type { Removal } from "./recording-index.ts";

/** For who holds it as long as a replay lasts. */
const MAX_REMOVED = 10_000;

type UntoldType = Exclude<FoldItem["type"], LiveEventType>;
/** What is folded and not shown: time, and facts of the session. */
const untold: Record<UntoldType, true> = {
  tick: true,
  sourceOpened: true,
  sourceClosed: true,
  duplicates: true,
  successor: true,
};

export const isEvent = (value: FoldItem): value is LiveEvent => !Object.hasOwn(untold, value.type);

/** What moderation removed, as far as the recording was read or its index knows: shown without its text, also before it was removed. */
export class Removed {
  readonly #most: number;
  readonly #events = new Set<string>();
  /** By viewer: what they said before this item. */
  readonly #users = new Map<string, number>();

  /** `most` messages, and as many viewers, are remembered; the oldest are forgotten first. */
  constructor(most = MAX_REMOVED) {
    this.#most = most;
  }

  note(items: readonly RecordedItem[]): void {
    this.add(items.flatMap(({ value, item }) => (value.type === "moderation" ? [{ ...value, item }] : [])));
  }

  add(removals: readonly Removal[]): void {
    for (const { item, eventIds, userIds } of removals) {
      for (const id of eventIds) this.#events.add(id);
      for (const id of userIds) this.#users.set(id, Math.max(item, this.#users.get(id) ?? 0));
    }
    for (const id of this.#events) if (this.#events.size > this.#most) this.#events.delete(id);
    for (const id of this.#users.keys()) if (this.#users.size > this.#most) this.#users.delete(id);
  }

  get isEmpty(): boolean {
    return this.#events.size === 0 && this.#users.size === 0;
  }

  /** The item's JSON as it is shown. */
  textOf({ value, item, text }: Pick<RecordedItem, "value" | "item" | "text">): string {
    if (!isEvent(value) || !this.#hasEvent(value, item)) return text;
    switch (value.type) {
      case "chat":
      case "question":
        return JSON.stringify({ ...value, text: "", keywords: undefined, emotes: undefined });
      case "emote":
        return JSON.stringify({ ...value, emoteIds: [], emotes: undefined });
      case "pin":
        return JSON.stringify({ ...value, text: "" });
      default:
        return text;
    }
  }

  /** The item as it is shown: the very same where nothing of it was removed. */
  valueOf(item: RecordedItem): FoldItem {
    const text = this.textOf(item);
    return text === item.text ? item.value : (JSON.parse(text) as FoldItem);
  }

  /** Whether what this event says, which somebody said at this item, was removed. */
  has(eventId: string, userId: string | undefined, item: number): boolean {
    return this.#events.has(eventId) || (userId !== undefined && item < (this.#users.get(userId) ?? 0));
  }

  #hasEvent(event: LiveEvent, item: number): boolean {
    const id = event.type === "pin" ? event.pinnedId : event.id;
    return this.has(id, "user" in event ? event.user?.id : undefined, item);
  }
}

import type { FoldItem } from "@frontrow/audience/fold";
import type { LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { Insight, Moment } from "@frontrow/protocol/insight";
import type { RecordedItem } from "@frontrow/recording/recording";
import type { Removal } from "@frontrow/recording/recording-index";

/** Of one step, the rows beside those that are always shown: 40 a second, which is more than anybody reads. */
const SAMPLED_ROWS = 8;
/** A gift of so many diamonds is always shown. */
const BIG_GIFT_DIAMONDS = 500;
/** Messages and viewers that moderation removed, remembered of a replay; the oldest are forgotten first. */
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

/** Types that a sample may leave out: many of a kind, whose counts are in the metrics. */
const sampled = new Set<LiveEventType>(["chat", "emote", "like", "member", "follow", "share", "roomUser", "gift", "caption"]);

const isAlwaysShown = (event: LiveEvent): boolean =>
  !sampled.has(event.type) ||
  (event.type === "chat" && event.question) ||
  (event.type === "gift" && !event.streakOpen && event.diamonds >= BIG_GIFT_DIAMONDS);

export interface Rows {
  readonly items: readonly RecordedItem[];
  /** What a sample leaves out, by type. */
  readonly leftOut: Readonly<Partial<Record<LiveEventType, number>>>;
}

/** The items of one step that are shown: all events, or a sample of them, spread evenly. */
export function rowsOf(items: readonly RecordedItem[], isSampled: boolean): Rows {
  const events = items.filter(({ value }) => isEvent(value));
  if (!isSampled) return { items: events, leftOut: {} };
  const optional = events.filter(({ value }) => !isAlwaysShown(value as LiveEvent));
  if (optional.length <= SAMPLED_ROWS) return { items: events, leftOut: {} };
  const every = optional.length / SAMPLED_ROWS;
  const kept = new Set(Array.from({ length: SAMPLED_ROWS }, (_, n) => optional[Math.floor(n * every)]));
  const leftOut: Partial<Record<LiveEventType, number>> = {};
  const shown = events.filter((item) => {
    const event = item.value as LiveEvent;
    if (isAlwaysShown(event) || kept.has(item)) return true;
    leftOut[event.type] = (leftOut[event.type] ?? 0) + 1;
    return false;
  });
  return { items: shown, leftOut };
}

/** As many as viewers: at a speed at which nobody reads rows, they would be most of what is sent. */
const firsts = new Set<Moment["kind"]>(["firstChat", "firstGift"]);

/** The conclusions of one step that are said: all, or all but those that are as many as viewers. */
export const saidOf = (conclusions: readonly Insight[], isSampled: boolean): readonly Insight[] =>
  isSampled ? conclusions.filter((insight) => insight.type !== "moment" || !firsts.has(insight.kind)) : conclusions;

/** What moderation removed, as far as the recording was read or its index knows: shown without its text, also before it was removed. */
export class Removed {
  readonly #events = new Set<string>();
  /** By viewer: what they said before this item. */
  readonly #users = new Map<string, number>();

  note(items: readonly RecordedItem[]): void {
    this.add(items.flatMap(({ value, item }) => (value.type === "moderation" ? [{ ...value, item }] : [])));
  }

  add(removals: readonly Removal[]): void {
    for (const { item, eventIds, userIds } of removals) {
      for (const id of eventIds) this.#events.add(id);
      for (const id of userIds) this.#users.set(id, Math.max(item, this.#users.get(id) ?? 0));
    }
    for (const id of this.#events) if (this.#events.size > MAX_REMOVED) this.#events.delete(id);
    for (const id of this.#users.keys()) if (this.#users.size > MAX_REMOVED) this.#users.delete(id);
  }

  /** The item's JSON as it is shown. */
  textOf({ value, item, text }: RecordedItem): string {
    if (!isEvent(value) || !this.#has(value, item)) return text;
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

  #has(event: LiveEvent, item: number): boolean {
    if (this.#events.has(event.type === "pin" ? event.pinnedId : event.id)) return true;
    const sender = "user" in event ? event.user : undefined;
    return sender !== undefined && item < (this.#users.get(sender.id) ?? 0);
  }
}

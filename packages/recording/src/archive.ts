import type { FoldItem } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { EventOf } from "@frontrow/protocol/event";
import type { SegmentSummary } from "@frontrow/protocol/recording";
import type { MemberCache } from "./member-cache.ts";
import { isIntact, type Member, unpackMember } from "./members.ts";
import { type RecordedItem, recordedItems } from "./recorded-item.ts";

/** A member, and where it is. */
interface Place {
  readonly member: Member;
  readonly key: string;
  readonly offset: number;
  /** Ordinal of its first item. */
  readonly item: number;
  /** The largest event time before it. */
  readonly afterMs: number;
  readonly fromMs: number;
}

/** The segments of a recording as one row of members. */
export class Archive {
  readonly items: number;
  readonly fromMs: number | undefined;
  readonly toMs: number;
  readonly #blob: ObjectStore;
  readonly #cache: MemberCache;
  readonly #places: readonly Place[];

  constructor(blob: ObjectStore, cache: MemberCache, segments: readonly SegmentSummary[]) {
    this.#blob = blob;
    this.#cache = cache;
    this.#places = segments.flatMap(placesIn);
    const { items, toMs } = segments.at(-1)?.upTo ?? { items: 0, toMs: 0 };
    this.items = items;
    this.toMs = toMs;
    this.fromMs = this.#places[0]?.fromMs;
  }

  /** The items of the member that holds this one, from it on. `missing`: its object is gone. */
  async page(item: number): Promise<readonly RecordedItem[] | "missing"> {
    const place = this.#places[this.#firstPlace((one) => one.item + one.member.items > item)];
    if (!place) return [];
    const items = await this.#read(place);
    if (items === "missing") return "missing";
    if (items === "corrupt") return [gapFor(place, item)];
    return item === place.item ? items : items.slice(item - place.item);
  }

  /** The whole member that begins with this item, as it is stored; undefined: none does, or its bytes are gone or not what they were. */
  async packed(item: number): Promise<{ readonly bytes: Uint8Array; readonly next: number } | undefined> {
    const place = this.#places[this.#firstPlace((one) => one.item >= item)];
    if (place?.item !== item) return undefined;
    const { member, key, offset } = place;
    const bytes = await this.#blob.get(key, { from: offset, to: offset + member.bytes });
    return bytes && isIntact(member, bytes) ? { bytes, next: item + member.items } : undefined;
  }

  /** What stands for the page of an item whose object is gone for good. */
  lost(item: number): readonly RecordedItem[] {
    const place = this.#places[this.#firstPlace((one) => one.item + one.member.items > item)];
    return place ? [gapFor(place, item)] : [];
  }

  /** The ordinal of the first item of the first member that is not all due by a time. */
  memberDueAfter(atMs: number): number {
    return this.#places[this.#firstPlace(({ member }) => member.toMs > atMs)]?.item ?? this.items;
  }

  async #read(place: Place): Promise<readonly RecordedItem[] | "missing" | "corrupt"> {
    const { member, key, offset, item, afterMs } = place;
    const name = `${key}@${offset}`;
    const known = this.#cache.get(name);
    if (known) return known;
    const bytes = await this.#blob.get(key, { from: offset, to: offset + member.bytes });
    if (!bytes) return "missing";
    const texts = await unpackMember(member, bytes);
    if (!texts) return "corrupt";
    const items = recordedItems(
      texts.map((text) => ({ text, value: JSON.parse(text) as FoldItem })),
      { items: item, toMs: afterMs },
    );
    this.#cache.set(name, items);
    return items;
  }

  /** The first place of which this is true; it stays true for all after it. */
  #firstPlace(isFound: (place: Place) => boolean): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = this.#places[middle];
      if (place && isFound(place)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function placesIn({ key, after, fromMs, members }: SegmentSummary): Place[] {
  let offset = 0;
  let item = after.items;
  let afterMs = after.toMs;
  return members.map((member) => {
    const place = { member, key, offset, item, afterMs, fromMs: Math.max(afterMs, item === after.items ? fromMs : 0) };
    offset += member.bytes;
    item += member.items;
    afterMs = member.toMs;
    return place;
  });
}

/** Declares what cannot be read as lost, at its end, when its time is known to have passed. */
function gapFor({ member, item, fromMs }: Place, from: number): RecordedItem {
  const { toMs } = member;
  const id = `corrupt-${from}`;
  const value: EventOf<"gap"> = { type: "gap", id, atMs: toMs, sentAtMs: toMs, fromMs, toMs, reason: "corrupt" };
  return { item: from, next: item + member.items, value, text: JSON.stringify(value), dueMs: toMs };
}

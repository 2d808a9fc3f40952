import type { FoldItem } from "@frontrow/audience/fold";

export interface RecordedItem {
  /** How many items of the recording come before it. */
  readonly item: number;
  /** That of the item after it: one more, but for a gap that stands for items which cannot be read. */
  readonly next: number;
  /** Shared by all readers: not to be changed. */
  readonly value: FoldItem;
  /** Its JSON as it stood in the log. */
  readonly text: string;
  /** The largest event time up to it. */
  readonly dueMs: number;
}

/** Items that follow one another, from an ordinal on. */
export function recordedItems(
  items: readonly { readonly value: FoldItem; readonly text: string }[],
  before: { readonly items: number; readonly toMs: number },
): RecordedItem[] {
  let item = before.items;
  let dueMs = before.toMs;
  return items.map(({ value, text }) => {
    dueMs = Math.max(dueMs, value.atMs);
    return { item, next: ++item, value, text, dueMs };
  });
}

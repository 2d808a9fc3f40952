import { type FoldItem, readItems } from "@frontrow/audience/fold";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { LogPlace } from "@frontrow/protocol/recording";

export interface LogItem {
  readonly value: FoldItem;
  readonly text: string;
}

/**
 * What the fold folds of an entry, with its text: writers of logs write what `JSON.stringify` gives, so it gives the text as it stood.
 * Insights are left out, being made again by whoever folds.
 */
export function itemsOfEntry(entry: Pick<LogEntry, "kind" | "data">): LogItem[] {
  // What the fold leaves out has no place in a recording either.
  return readItems(entry, () => {}).map((value) => ({ value, text: JSON.stringify(value) }));
}

export const placeOf = ({ epoch, id, stamp }: LogEntry): LogPlace => ({ epoch, id, stamp });

import { type FoldItem, readItems } from "@frontrow/audience/fold";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { LogPlace } from "@frontrow/protocol/recording";

export interface LogItem {
  readonly value: FoldItem;
  readonly text: string;
}

/**
 * What the fold folds of an entry, with its text: writers of logs write what `JSON.stringify` gives, so it gives the text as it stood.
 * Insights are left out, being made again by whoever folds; so is what cannot be read, which the fold of the broadcast left out too.
 */
export const itemsOfEntry = (entry: Pick<LogEntry, "kind" | "data">): LogItem[] =>
  readItems(entry, leaveOut).map((value) => ({ value, text: JSON.stringify(value) }));

/** Counted by whoever folds the broadcast. */
export const leaveOut = (): void => {};

export const placeOf = ({ epoch, id, stamp }: LogEntry): LogPlace => ({ epoch, id, stamp });

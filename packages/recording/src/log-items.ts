import type { FoldItem } from "@frontrow/audience/fold";
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
export function itemsOfEntry({ kind, data }: Pick<LogEntry, "kind" | "data">): LogItem[] {
  if (kind === "insights" || kind === "desk") return [];
  return (JSON.parse(data) as FoldItem[]).map((value) => ({ value, text: JSON.stringify(value) }));
}

export const placeOf = ({ epoch, id, stamp }: LogEntry): LogPlace => ({ epoch, id, stamp });

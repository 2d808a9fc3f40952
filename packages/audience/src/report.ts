import type { LiveEvent, User } from "@frontrow/protocol/event";
import { isAnonymous, isHostOf } from "./fold.ts";
import type { FoldState } from "./state.ts";
import { cellOf, countOf, rowOf } from "./viewers/viewer-table.ts";

export { FLAGGED_FROM } from "./conversation/sentiment.ts";

/** Who caused an event, if that is a viewer whom the fold knows: not the host, and not somebody whom TikTok does not name. */
export function viewerOf(state: FoldState, event: LiveEvent): User | undefined {
  const user = "user" in event ? event.user : undefined;
  return user === undefined || isAnonymous(user) || isHostOf(state, user) ? undefined : user;
}

/** Whether the host said it, whose words are none of the audience's. */
export const isByHost = (state: FoldState, event: LiveEvent): boolean =>
  "user" in event && event.user !== undefined && isHostOf(state, event.user);

/** What an observed viewer did so far; undefined for one beyond the bound of the viewer table. */
export function countsOf({ viewers: { table } }: FoldState, userId: string) {
  const row = rowOf(table, userId);
  if (row < 0) return undefined;
  return {
    firstSeenMs: table.baseMs + cellOf(table, row, "firstS") * 1_000,
    lastSeenMs: table.baseMs + cellOf(table, row, "lastS") * 1_000,
    chats: countOf(table, row, "chats"),
    shares: countOf(table, row, "shares"),
    gifts: countOf(table, row, "gifts"),
    diamonds: countOf(table, row, "diamonds"),
  };
}

/** Mean watch time of all viewers, in whole milliseconds: a lower bound, as each of them is. */
export function averageWatchMs({ viewers: { table } }: FoldState): number {
  let seconds = 0;
  for (let row = 0; row < table.size; row++) seconds += cellOf(table, row, "watchS");
  return table.size === 0 ? 0 : Math.round((seconds * 1_000) / table.size);
}

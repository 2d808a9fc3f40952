import type { User } from "@frontrow/protocol/event";
import type { ChatRow } from "../../live/chat-log.ts";
import type { GiftRow } from "../../live/gift-feed.ts";

/** What this page itself has seen of one viewer: it forgets, so all of it is "at least". */
export interface ViewerActivity {
  /** As last seen: names and badges change. */
  readonly user: User | undefined;
  /** Newest first. */
  readonly messages: readonly ChatRow[];
  readonly chats: number;
  readonly gifts: number;
  readonly diamonds: number;
  readonly firstSeenMs: number | undefined;
  readonly lastSeenMs: number | undefined;
}

const MAX_MESSAGES = 5;

/** All that the rows on this page say of the viewer with this id. */
export function activityOf(userId: string, chat: readonly ChatRow[], gifts: readonly GiftRow[]): ViewerActivity {
  const theirs = chat.filter(({ user, entrance }) => user?.id === userId && !entrance);
  const given = gifts.filter(({ user, receiver }) => user?.id === userId && !receiver);
  const times = [...theirs.map(({ atMs }) => atMs), ...given.flatMap(({ atMs, lastAtMs }) => [atMs, lastAtMs])];
  return {
    user: [...theirs, ...given].reduce(latest, undefined)?.user,
    messages: theirs
      .filter(({ isRemoved }) => !isRemoved)
      .slice(-MAX_MESSAGES)
      .reverse(),
    chats: theirs.length,
    gifts: given.reduce((sum, { count }) => sum + count, 0),
    diamonds: given.reduce((sum, { diamonds }) => sum + diamonds, 0),
    firstSeenMs: times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b)),
    lastSeenMs: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
  };
}

type Row = ChatRow | GiftRow;
const latest = (held: Row | undefined, row: Row): Row => (held && held.atMs > row.atMs ? held : row);

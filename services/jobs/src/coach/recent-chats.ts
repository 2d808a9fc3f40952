import { itemsOf } from "@frontrow/protocol/entry";
import type { ChatEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { type LogStore, readBackwards } from "@frontrow/redis/log";

const CHATS = 20;
/** Limit of the search: a broadcast may be all likes. */
const READ_BACK = { maxEntries: 256, pageEntries: 64 };

/** The last chats of a session, oldest first: at most 20, from the last 256 entries, without spam and what moderation removed. */
export async function recentChats(log: Pick<LogStore, "readBack">, sessionId: SessionId): Promise<ChatEvent[]> {
  const chats: ChatEvent[] = [];
  const removed = new Set<string>();
  for await (const page of readBackwards((bounds) => log.readBack(sessionId, bounds), READ_BACK)) {
    for (const { kind, data } of page) {
      if (kind !== "events") continue;
      for (const event of itemsOf({ kind, data }).toReversed()) {
        if (event.type === "moderation") for (const id of [...event.eventIds, ...event.userIds]) removed.add(id);
        if (event.type === "chat" && event.spam < 0.5 && !isRemoved(event, removed)) chats.push(event);
      }
    }
    if (chats.length >= CHATS) break;
  }
  return chats.slice(0, CHATS).reverse();
}

/** Moderation comes after what it removes, so reading backwards has met it by then. */
const isRemoved = ({ id, user }: ChatEvent, removed: ReadonlySet<string>): boolean =>
  removed.has(id) || (user !== undefined && removed.has(user.id));

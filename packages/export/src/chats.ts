import type { FoldItem } from "@frontrow/audience/fold";
import { type Cell, csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells, timeColumns, userCells, userColumns } from "./rows.ts";

const columns = [
  ...timeColumns,
  ...userColumns,
  ...(["is_follower", "is_subscriber", "is_moderator", "text", "stickers"] as const),
  ...(["language", "sentiment", "question", "question_priority", "toxicity", "spam", "late", "removed"] as const),
];

/** Each message, of text or of stickers, as the total of chats counts them. What moderation removed has no text. */
export const chats: Format = {
  extension: "csv",
  needs: { passes: 1, removed: true },
  async *write(source) {
    yield csvHead(columns);
    for await (const page of source.pages()) {
      const rows = page.flatMap((item) => {
        const shown = source.removed.valueOf(item);
        const cells = cellsOf(shown, shown !== item.value);
        return cells ? [[...timeCells(item.value.atMs, source.zeroMs), ...cells]] : [];
      });
      if (rows.length > 0) yield csvRows(rows);
    }
  },
};

function cellsOf(item: FoldItem, isRemoved: boolean): Cell[] | undefined {
  if (item.type !== "chat" && item.type !== "emote") return undefined;
  const { user } = item;
  const who = [...userCells(user), user?.isFollower, user?.isSubscriber, user?.isModerator];
  const end = [item.late === true, isRemoved];
  if (item.type === "emote") return [...who, "", item.emoteIds.length, "", "", "", "", "", "", ...end];
  const { text, emotes = [], language, sentiment, question, questionPriority, toxicity, spam } = item;
  return [...who, text, emotes.length, language, sentiment, question, questionPriority, toxicity, spam, ...end];
}

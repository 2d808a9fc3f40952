import type { RecordedViewer } from "@frontrow/recording/viewers";
import { csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells, userCells, userColumns } from "./rows.ts";

const columns = [
  ...userColumns,
  ...(["is_follower", "is_subscriber", "is_moderator", "chats", "questions", "gifts", "diamonds", "shares"] as const),
  ...(["first_seen", "first_seen_seconds", "last_seen", "last_seen_seconds"] as const),
];
/** Rows made into text at a time. */
const ROWS = 1_000;

/** Who did something: wrote, gave, asked, followed, shared or subscribed; most diamonds first. */
export const viewers: Format = {
  extension: "csv",
  needs: { passes: 0, report: true },
  async *write(source) {
    yield csvHead(columns);
    const all = [...source.report.viewers].sort(byWorth);
    for (let at = 0; at < all.length; at += ROWS) {
      yield csvRows(
        all
          .slice(at, at + ROWS)
          .map(({ user, chats, questions, gifts, diamonds, shares, firstSeenMs, lastSeenMs }) => [
            ...userCells(user),
            ...[user.isFollower, user.isSubscriber, user.isModerator, chats, questions, gifts, diamonds, shares],
            ...timeCells(firstSeenMs, source.zeroMs),
            ...timeCells(lastSeenMs, source.zeroMs),
          ]),
      );
    }
  },
};

const byWorth = (a: RecordedViewer, b: RecordedViewer): number =>
  b.diamonds - a.diamonds || b.chats - a.chats || a.firstSeenMs - b.firstSeenMs || (a.user.id < b.user.id ? -1 : 1);

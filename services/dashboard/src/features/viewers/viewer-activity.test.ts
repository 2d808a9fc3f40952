import { expect, it } from "vitest";
import { appendChat, emptyChat, removeModerated } from "../../live/chat-log.ts";
import { appendGifts, emptyGifts } from "../../live/gift-feed.ts";
import { chat, gift } from "../../live/samples.ts";
import { activityOf } from "./viewer-activity.ts";

const by = (id: string, nickname = id) => {
  const { user } = chat("x");
  return user && { ...user, id, nickname };
};
const log = appendChat(
  emptyChat,
  Array.from({ length: 12 }, (_, at) => chat(String(at), { atMs: 1_000 + at, user: by(at % 2 ? "ana" : "ben", `name ${at}`) })),
);
const gifts = appendGifts(emptyGifts, [gift("s1", 3, { user: by("ana", "now Ana"), diamondsEach: 10, atMs: 5_000 })]).rows;

it("tells what one viewer did on this page, their last messages first", () => {
  const seen = activityOf("ana", log.rows, gifts);
  expect(seen).toMatchObject({ chats: 6, gifts: 3, diamonds: 30, firstSeenMs: 1_001, lastSeenMs: 5_000 });
  expect(seen.messages.map(({ id }) => id)).toEqual(["11", "9", "7", "5", "3"]);
  expect(seen.user?.nickname).toBe("now Ana");
});

it("knows nothing of whom it has not seen", () => {
  expect(activityOf("nobody", log.rows, gifts)).toMatchObject({ user: undefined, messages: [], lastSeenMs: undefined });
});

it("does not repeat what moderation removed", () => {
  const moderated = removeModerated(log, [{ type: "moderation", id: "m", atMs: 1, sentAtMs: 1, userIds: [], eventIds: ["11"] }]);
  const seen = activityOf("ana", moderated.rows, gifts);
  expect(seen.messages[0]?.id).toBe("9");
  expect(seen.chats).toBe(6);
});

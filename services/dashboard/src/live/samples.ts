import type { EventOf, GiftEvent, User } from "@frontrow/protocol/event";

/** Made-up events for tests: complete, with what a test is about as arguments. */
const user = (id: string): User => ({
  id,
  handle: id,
  nickname: id,
  avatarUrl: "",
  isFollower: false,
  isSubscriber: false,
  isModerator: false,
  gifterLevel: 0,
});

export const chat = (id: string, more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> => ({
  id,
  type: "chat",
  atMs: 1_000,
  sentAtMs: 1_000,
  user: user("ana"),
  text: `text of ${id}`,
  language: "en",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
  ...more,
});

export const gift = (streakId: string, count: number, more: Partial<GiftEvent> = {}): GiftEvent => ({
  id: `${streakId}.${count}`,
  type: "gift",
  atMs: 1_000 + count,
  sentAtMs: 1_000,
  user: user("ana"),
  giftId: "5655",
  name: "Rose",
  count,
  diamondsEach: 1,
  diamonds: more.streakOpen ? 0 : count * (more.diamondsEach ?? 1),
  streakId,
  streakOpen: false,
  ...more,
});

import type { User } from "@frontrow/protocol/event";

/** A viewer of a test: its id is its name too, and nothing else about it is remarkable but what `more` says. */
export const userNamed = (id: string, more: Partial<User> = {}): User => ({
  id,
  handle: id,
  nickname: id,
  avatarUrl: "",
  isFollower: false,
  isSubscriber: false,
  isModerator: false,
  gifterLevel: 0,
  ...more,
});

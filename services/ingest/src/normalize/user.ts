import type { User } from "@frontrow/protocol/event";
import type { WireIdentity, WireUser } from "../source/messages.ts";
import { countOf, idTextOf, nameOf, textOf } from "./values.ts";

const MODERATOR = 1;
const SUBSCRIBER = 4;
const NEW_SUBSCRIBER = 7;
const GIFTER = 8;

/**
 * The viewer of a message, or undefined when it names none. What the viewer is to the creator is told in up to three
 * places, of which most messages have one: the message's `userIdentity`, fields of the user, and the badges.
 */
export function userOf(user: WireUser | undefined, identity?: WireIdentity): User | undefined {
  if (!user) return undefined;
  const id = idTextOf(user.id) || idTextOf(user.idStr);
  const handle = nameOf(user.displayId);
  if (!id && !handle) return undefined;
  let isModerator = identity?.isModeratorOfAnchor ?? false;
  let hasSubscriberBadge = false;
  let gifterLevel = 0;
  for (const badge of user.badgeList) {
    if (badge.sceneType === MODERATOR) isModerator = true;
    else if (badge.sceneType === SUBSCRIBER || badge.sceneType === NEW_SUBSCRIBER) hasSubscriberBadge = true;
    else if (badge.sceneType === GIFTER) gifterLevel = countOf(badge.privilegeLogExtra?.level);
  }
  return {
    id: id || handle,
    handle,
    nickname: nameOf(user.nickname),
    avatarUrl: textOf(user.avatarThumb?.urlList[0]),
    isFollower: isFollower(user, identity),
    isSubscriber: hasSubscriberBadge || isSubscriber(user, identity),
    isModerator,
    gifterLevel,
  };
}

function isFollower(user: WireUser, identity: WireIdentity | undefined): boolean {
  if (identity?.isFollowerOfAnchor || identity?.isMutualFollowingWithAnchor) return true;
  return user.isFollower || countOf(user.followInfo?.followStatus) > 0;
}

function isSubscriber(user: WireUser, identity: WireIdentity | undefined): boolean {
  if (identity?.isSubscriberOfAnchor || user.isSubscribe) return true;
  return user.subscribeInfo?.isSubscribedToAnchor === true || user.subscribeInfo?.isSubscribe === true;
}

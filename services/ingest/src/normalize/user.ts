import type { Person, User } from "@frontrow/protocol/event";
import type { WireIdentity, WireUser } from "../source/messages.ts";
import type { Host } from "./host.ts";
import { countOf, idTextOf, nameOf, textOf } from "./values.ts";

const MODERATOR = 1;
const SUBSCRIBER = 4;
const NEW_SUBSCRIBER = 7;
const GIFTER = 8;
const FANS = 10;

/**
 * The viewer of a message, or undefined when it names none. What the viewer is to the creator is told in up to three
 * places, of which most messages have one: the message's `userIdentity`, fields of the user, and the badges.
 */
export function userOf(user: WireUser | undefined, host: Host, identity?: WireIdentity): User | undefined {
  const person = personOf(user);
  if (!user || !person) return undefined;
  let isModerator = identity?.isModeratorOfAnchor ?? false;
  let hasSubscriberBadge = false;
  let gifterLevel = 0;
  let fanLevel = countOf(user.fansClubInfo?.fansLevel);
  for (const badge of user.badgeList) {
    if (badge.sceneType === MODERATOR) isModerator = true;
    else if (badge.sceneType === SUBSCRIBER || badge.sceneType === NEW_SUBSCRIBER) hasSubscriberBadge = true;
    else if (badge.sceneType === GIFTER) gifterLevel = countOf(badge.privilegeLogExtra?.level);
    else if (badge.sceneType === FANS) fanLevel ||= countOf(badge.privilegeLogExtra?.level);
  }
  // Each field by name: to spread the person and add to it costs as much as decoding the message (docs/performance-history.md).
  const viewer: User = {
    id: person.id,
    handle: person.handle,
    nickname: person.nickname,
    avatarUrl: person.avatarUrl,
    isFollower: isFollower(user, identity),
    isSubscriber: hasSubscriberBadge || isSubscriber(user, identity),
    isModerator,
    gifterLevel,
  };
  if (fanLevel > 0) viewer.fanLevel = fanLevel;
  if (isHost(person, host, identity)) viewer.isHost = true;
  return viewer;
}

/** Somebody whom a message names beside its sender, or undefined when it names nobody. */
export function personOf(user: WireUser | undefined): Person | undefined {
  if (!user || isAnonymous(user)) return undefined;
  const id = idTextOf(user.id) || idTextOf(user.idStr);
  const handle = nameOf(user.displayId);
  if (!id && !handle) return undefined;
  return { id: id || handle, handle, nickname: nameOf(user.nickname), avatarUrl: textOf(user.avatarThumb?.urlList[0]) };
}

/** What TikTok puts in place of an id that it hides: 111111 and the like. */
const PLACEHOLDER_ID = /^(\d)\1{4,}$/;

/** All hidden viewers of a room have one id, so taking it for a person would make them one. */
function isAnonymous(user: WireUser): boolean {
  return user.enigmaInfo?.isEnigmaMaskOn === true || PLACEHOLDER_ID.test(user.id) || PLACEHOLDER_ID.test(user.idStr);
}

/** TikTok's word on who streams is remembered, for the messages that leave it out. */
function isHost(person: Person, host: Host, identity: WireIdentity | undefined): boolean {
  if (!identity?.isAnchor) return host.is(person);
  if (!host.id) host.learn(person);
  return true;
}

function isFollower(user: WireUser, identity: WireIdentity | undefined): boolean {
  if (identity?.isFollowerOfAnchor || identity?.isMutualFollowingWithAnchor) return true;
  return user.isFollower || countOf(user.followInfo?.followStatus) > 0;
}

function isSubscriber(user: WireUser, identity: WireIdentity | undefined): boolean {
  if (identity?.isSubscriberOfAnchor || user.isSubscribe) return true;
  return user.subscribeInfo?.isSubscribedToAnchor === true || user.subscribeInfo?.isSubscribe === true;
}

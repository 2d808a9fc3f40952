import { newcomers } from "../people.ts";
import { freshBacks, freshGifts, type Given } from "./pending.ts";
import type { Rule } from "./rule.ts";

// Rules about viewers, by name.

const LARGE_DIAMONDS = 1_000;
const THANKED_DIAMONDS = 100;
/** A first gift is thanked for even when it is small. */
const FIRST_DIAMONDS = 10;
/** Somebody who gives on and on is not thanked again before, but for a large gift after a smaller one. */
const THANKED_AGAIN_MS = 300_000;

export const thankGifter: Rule = {
  trigger: "thankGifter",
  coolDownMs: 40_000,
  lastsMs: 45_000,
  find({ nowMs }, { pending, isSaid }) {
    if (pending.gifts.length === 0) return undefined;
    const given = freshGifts(pending, nowMs).find(
      (one) =>
        one.diamonds >= (one.isFirst ? FIRST_DIAMONDS : THANKED_DIAMONDS) &&
        !isSaid("thankGifter", subjectOf(one), THANKED_AGAIN_MS) &&
        !isSaid("thankGifter", one.eventId),
    );
    if (!given) return undefined;
    const { userId, name, gift, diamonds, eventId } = given;
    const subjects = [eventId, userId, ...(isLarge(given) ? [subjectOf(given)] : [])];
    return { params: { name, gift, diamonds }, priority: isLarge(given) ? 5 : 4, subjects };
  },
};

const isLarge = ({ diamonds }: Given): boolean => diamonds >= LARGE_DIAMONDS;
const subjectOf = (given: Given): string => (isLarge(given) ? `${given.userId} large` : given.userId);

export const welcomeBack: Rule = {
  trigger: "welcomeBack",
  coolDownMs: 60_000,
  lastsMs: 60_000,
  isGreeting: true,
  find({ nowMs }, { pending, isSaid }) {
    if (pending.backs.length === 0) return undefined;
    const back = freshBacks(pending, nowMs).find(({ userId }) => !isSaid("welcomeBack", userId));
    if (!back) return undefined;
    return { params: { name: back.name, awayMinutes: Math.round(back.awayMs / 60_000) }, priority: 2, subjects: [back.userId] };
  },
};

/** More than these at once are a crowd: names are lost on it. */
const CROWD = 20;
const NAMED = 2;

export const greetNewcomers: Rule = {
  trigger: "greetNewcomers",
  coolDownMs: 120_000,
  lastsMs: 60_000,
  isGreeting: true,
  find({ people }, { greetedViewers, isSaid }) {
    const count = Math.min(newcomers(people), people.table.size - greetedViewers);
    if (count <= 0) return undefined;
    const [first, other] = people.newest.slice(0, Math.min(NAMED, count)).filter(({ id }) => !isSaid("greetNewcomers", id));
    if (!first) return undefined;
    return {
      params: { count, name: first.nickname, ...(other ? { other: other.nickname } : {}) },
      priority: count > CROWD ? 1 : 2,
      subjects: [first.id, ...(other ? [other.id] : [])],
    };
  },
};

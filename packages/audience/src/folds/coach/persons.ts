import { newcomers } from "../people.ts";
import { freshBacks, freshGifts } from "./pending.ts";
import type { Rule } from "./rule.ts";

// Rules about viewers, by name.

const LARGE_DIAMONDS = 1_000;
const THANKED_DIAMONDS = 100;
/** A first gift is thanked for even when it is small. */
const FIRST_DIAMONDS = 10;

export const thankGifter: Rule = {
  trigger: "thankGifter",
  coolDownMs: 40_000,
  lastsMs: 45_000,
  find({ nowMs }, { pending, isSaid }) {
    if (pending.gifts.length === 0) return undefined;
    const given = freshGifts(pending, nowMs).find(
      ({ diamonds, isFirst, eventId }) =>
        diamonds >= (isFirst ? FIRST_DIAMONDS : THANKED_DIAMONDS) && !isSaid("thankGifter", eventId),
    );
    if (!given) return undefined;
    const { name, gift, diamonds, eventId } = given;
    return { params: { name, gift, diamonds }, priority: diamonds >= LARGE_DIAMONDS ? 5 : 4, subjects: [eventId] };
  },
};

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

import { newcomers } from "../../viewers/viewers.ts";
import { type GiftCandidate, recentGifts, recentReturns, recentSupporters, type SupporterCandidate } from "../candidates.ts";
import type { Rule } from "../rule.ts";

// Rules about viewers, who are named.

const LARGE_DIAMONDS = 1_000;
const THANKED_DIAMONDS = 100;
/** A viewer's first gift is thanked for from this size on. */
const FIRST_DIAMONDS = 10;
/** Minimum time between thanks to one viewer, except for a large gift after smaller ones. */
const THANKED_AGAIN_MS = 300_000;

export const thankGifter: Rule = {
  trigger: "thankGifter",
  coolDownMs: 40_000,
  validForMs: 45_000,
  evaluate({ nowMs }, { candidates, wasPrompted }) {
    if (candidates.gifts.length === 0) return undefined;
    const given = recentGifts(candidates, nowMs).find(
      (one) =>
        one.diamonds >= (one.isFirst ? FIRST_DIAMONDS : THANKED_DIAMONDS) &&
        !wasPrompted("thankGifter", subjectOf(one), THANKED_AGAIN_MS) &&
        !wasPrompted("thankGifter", one.eventId),
    );
    if (!given) return undefined;
    const { userId, name, gift, diamonds, eventId } = given;
    const subjects = [eventId, userId, ...(isLarge(given) ? [subjectOf(given)] : [])];
    return { params: { name, gift, diamonds }, priority: isLarge(given) ? 5 : 4, subjects };
  },
};

const isLarge = ({ diamonds }: GiftCandidate): boolean => diamonds >= LARGE_DIAMONDS;
const subjectOf = (given: GiftCandidate): string => (isLarge(given) ? `${given.userId} large` : given.userId);

/** Few viewers have this gifter level or a higher one. */
const TOP_GIFTER_LEVEL = 35;

export const greetSupporter: Rule = {
  trigger: "greetSupporter",
  coolDownMs: 60_000,
  validForMs: 60_000,
  isGreeting: true,
  evaluate({ nowMs }, { candidates, wasPrompted }) {
    if (candidates.supporters.length === 0) return undefined;
    const supporter = recentSupporters(candidates, nowMs).find(({ userId }) => !wasPrompted("greetSupporter", userId));
    if (!supporter) return undefined;
    const { userId, name, kind, level } = supporter;
    return { params: { name, kind, level }, priority: priorityOf(supporter), subjects: [userId] };
  },
};

function priorityOf({ kind, level }: SupporterCandidate): number {
  if (kind === "fanClub") return 2;
  return kind === "gifterLevel" && level >= TOP_GIFTER_LEVEL ? 4 : 3;
}

export const welcomeBack: Rule = {
  trigger: "welcomeBack",
  coolDownMs: 60_000,
  validForMs: 60_000,
  isGreeting: true,
  evaluate({ nowMs }, { candidates, wasPrompted }) {
    if (candidates.returns.length === 0) return undefined;
    const returned = recentReturns(candidates, nowMs).find(
      ({ userId }) => !wasPrompted("welcomeBack", userId) && !wasPrompted("greetSupporter", userId),
    );
    if (!returned) return undefined;
    return {
      params: { name: returned.name, awayMinutes: Math.round(returned.awayMs / 60_000) },
      priority: 2,
      subjects: [returned.userId],
    };
  },
};

/** More newcomers than this at once make the greeting less urgent: names mean little then. */
const MANY_NEWCOMERS = 20;
const MAX_NAMED = 2;

export const greetNewcomers: Rule = {
  trigger: "greetNewcomers",
  coolDownMs: 120_000,
  validForMs: 60_000,
  isGreeting: true,
  evaluate({ viewers }, { greetedViewers, wasPrompted }) {
    const count = Math.min(newcomers(viewers), viewers.table.size - greetedViewers);
    if (count <= 0) return undefined;
    const [first, other] = viewers.newest
      .slice(0, Math.min(MAX_NAMED, count))
      .filter(({ id }) => !wasPrompted("greetNewcomers", id) && !wasPrompted("greetSupporter", id));
    if (!first) return undefined;
    return {
      params: { count, name: first.nickname, ...(other ? { other: other.nickname } : {}) },
      priority: count > MANY_NEWCOMERS ? 1 : 2,
      subjects: [first.id, ...(other ? [other.id] : [])],
    };
  },
};

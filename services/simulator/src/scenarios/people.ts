import { snowflake } from "../wire/snowflake.ts";
import type { Viewer } from "../wire/viewer.ts";
import { type Language, languageSchema } from "./language.ts";
import { givenNames, handleWords, nameEmoji, unusualNicknames } from "./names.ts";
import { createRandom, type Random } from "./random.ts";

/** A person of the simulated world. They follow, subscribe or moderate by temper, wherever they are. */
export interface Person extends Viewer {
  readonly language: Language;
}

export interface People {
  /** The `index`th speaker of a language: always the same person. */
  at(language: Language, index: number): Person;
}

/** Kept of each language, so that a thousand rooms share them; beyond it the first are made anew when they are met again. */
const MAX_KEPT = 6_000;
/** Accounts were made between these times. */
const OLDEST_ACCOUNT_MS = Date.UTC(2018, 0);
const ACCOUNT_SPAN_MS = 7 * 365 * 24 * 3600 * 1000;

/**
 * The simulated world's population: the same people for a seed.
 *
 * @param avatarBase where avatars are served; known only once the server listens
 */
export function createPeople(seed: string, avatarBase: () => string): People {
  /** By language, in the order in which they were met. */
  const kept = new Map(languageSchema.options.map((language) => [language, new Map<number, Person>()]));
  const meet = (language: Language, index: number): Person => {
    const speakers = kept.get(language) as Map<number, Person>;
    const person = createPerson(createRandom(`${seed} ${language} ${index}`), language, index, avatarBase());
    speakers.set(index, person);
    if (speakers.size > MAX_KEPT) speakers.delete(speakers.keys().next().value as number);
    return person;
  };
  return {
    at: (language, index) => kept.get(language)?.get(index) ?? meet(language, index),
  };
}

function createPerson(random: Random, language: Language, index: number, avatarBase: string): Person {
  const createdAtMs = OLDEST_ACCOUNT_MS + random.unit() * ACCOUNT_SPAN_MS;
  // The lower half alone tells people apart.
  const low = (languageSchema.options.indexOf(language) << 24) | (index & 0xff_ffff);
  const id = snowflake(createdAtMs, low);
  const temper = random.unit();
  return {
    id,
    handle: handleOf(random, index),
    nickname: nicknameOf(random, language),
    avatarUrl: `${avatarBase}/avatar/${id}.svg`,
    language,
    followers: Math.floor(random.wait(400)),
    following: Math.floor(random.wait(300)),
    gifterLevel: gifterLevel(random),
    isFollower: temper < 0.35,
    isSubscriber: temper < 0.025,
    isModerator: temper < 0.006,
  };
}

/** Two of three viewers never sent a gift that would have given them a badge; levels over 30 are rare. */
function gifterLevel(random: Random): number {
  return random.chance(0.66) ? 0 : Math.min(50, 1 + Math.floor(random.wait(9)));
}

function handleOf(random: Random, index: number): string {
  const tail = (index * 7 + random.between(0, 6)).toString(36);
  if (random.chance(0.25)) return `user${6_000_000_000 + index * 1009 + random.between(0, 1000)}`;
  const separator = random.pick(["", "_", "."]);
  return `${random.pick(handleWords)}${separator}${random.pick(handleWords)}${tail}`.slice(0, 24);
}

function nicknameOf(random: Random, language: Language): string {
  if (random.chance(0.04)) return random.pick(unusualNicknames);
  const name = random.pick(givenNames[language]);
  const emoji = random.pick(nameEmoji);
  return random.weighted([
    [name, 30],
    [`${name} ${random.pick(handleWords)}`, 14],
    [`${name} ${random.between(1, 99)}`, 14],
    [`${name}${emoji}`, 16],
    [`${emoji} ${name} ${emoji}`, 8],
    [`${name}.${random.pick(handleWords)}`, 8],
    [`its${name.toLowerCase()}`, 4],
    [`${name} & ${random.pick(givenNames[language])}`, 2],
  ]);
}

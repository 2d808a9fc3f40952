import type { Language } from "./language.ts";
import type { People, Person } from "./people.ts";
import type { Random } from "./random.ts";

/** A person in this room: what they are to its creator may have changed here. */
export type Guest = Person;

export interface CrowdOptions {
  readonly random: Random;
  readonly people: People;
  /** The most spoken first: each is spoken half as much as the one before. */
  readonly languages: readonly Language[];
  /** How many different people ever come. */
  readonly population: number;
  /** Which part of the world's people they are. */
  readonly offset: number;
  readonly viewers: number;
}

/** Those of whom something can be seen at a time; the rest watch in silence. */
const MAX_ACTIVE = 160;
const FIRST_ACTIVE = 30;
const RANKED = 50;

/** Who watches one broadcast: who is there, how many, who follows, who gave most. */
export class Crowd {
  viewers: number;
  viewersEver: number;
  readonly #options: CrowdOptions;
  readonly #languages: readonly (readonly [Language, number])[];
  readonly #active: Guest[] = [];
  readonly #followed = new Set<string>();
  readonly #given = new Map<string, { user: Guest; score: number }>();

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.#languages = options.languages.map((language, rank) => [language, 0.5 ** rank]);
    this.viewers = options.viewers;
    this.viewersEver = Math.round(options.viewers * 2.5);
    for (let i = 0; i < FIRST_ACTIVE; i += 1) this.#active.push(this.#meet());
  }

  /** Somebody comes in. */
  join(): Guest {
    const guest = this.#meet();
    if (this.#active.length < MAX_ACTIVE) this.#active.push(guest);
    else this.#active[this.#somePlace()] = guest;
    this.viewers += 1;
    this.viewersEver += 1;
    return guest;
  }

  /** Somebody who is there; a few are much busier than the others. */
  someone(): Guest {
    const { random } = this.#options;
    return this.#active[Math.floor(this.#active.length * random.unit() ** 1.8)] as Guest;
  }

  /** The same person, now as somebody who follows the creator. */
  follow(guest: Guest): Guest {
    this.#followed.add(guest.id);
    if (this.#followed.size > this.#options.population) this.#followed.clear();
    return this.#change(guest, { ...guest, isFollower: true });
  }

  subscribe(guest: Guest): Guest {
    return this.#change(guest, { ...guest, isSubscriber: true });
  }

  gave(guest: Guest, diamonds: number): void {
    const before = this.#given.get(guest.id)?.score ?? 0;
    this.#given.delete(guest.id);
    this.#given.set(guest.id, { user: guest, score: before + diamonds });
    if (this.#given.size > RANKED) this.#given.delete(this.#smallestGiver());
  }

  /** The three who gave most. */
  top(): { user: Guest; score: number }[] {
    return [...this.#given.values()].sort((a, b) => b.score - a.score).slice(0, 3);
  }

  /** Moves the number of viewers a step towards `target`. */
  drift(target: number): void {
    const { random } = this.#options;
    const noise = random.normal() * Math.sqrt(this.viewers) * 0.4;
    this.viewers = Math.max(3, Math.round(this.viewers + (target - this.viewers) * 0.12 + noise));
  }

  #meet(): Guest {
    const { random, people, population, offset } = this.#options;
    const language = random.weighted(this.#languages);
    // The square makes regulars: the first of a population come again and again.
    return this.#asGuest(people.at(language, offset + Math.floor(population * random.unit() ** 2)));
  }

  /** Most people need no copy: only who followed in this broadcast is another than elsewhere. */
  #asGuest(person: Person): Guest {
    return !person.isFollower && this.#followed.has(person.id) ? { ...person, isFollower: true } : person;
  }

  #change(before: Guest, after: Guest): Guest {
    const place = this.#active.indexOf(before);
    if (place >= 0) this.#active[place] = after;
    return after;
  }

  #somePlace(): number {
    return this.#options.random.between(0, this.#active.length - 1);
  }

  #smallestGiver(): string {
    let smallest: [string, number] = ["", Number.POSITIVE_INFINITY];
    for (const [id, { score }] of this.#given) if (score < smallest[1]) smallest = [id, score];
    return smallest[0];
  }
}

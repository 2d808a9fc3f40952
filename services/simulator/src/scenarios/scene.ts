import type { MessageContent, MessageOf, RoomMessage } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import { Agenda } from "./agenda.ts";
import type { Crowd } from "./crowd.ts";
import type { Language } from "./language.ts";
import { openingPhase, type Phase } from "./phases.ts";
import type { Random } from "./random.ts";

export interface SceneOptions {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly host: Viewer;
  /** What the creator speaks. */
  readonly language: Language;
  readonly startedAtMs: number;
  readonly eventsPerSecond: number;
  readonly nextId: (atMs: number) => string;
}

/**
 * A broadcast as its audience makes it: what it is now, what was said, what is planned.
 *
 * Everything that happens speaks through `say` and plans through `later`, in simulated time; nothing here knows a real
 * clock, so what happens does not depend on how often somebody looks.
 */
export class Scene {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly host: Viewer;
  readonly language: Language;
  /** In a quiet room the creator's side goes on more slowly too, by this factor. */
  readonly stretch: number;
  phase: Phase = openingPhase;
  atMs: number;
  readonly totals = { likes: 0, followers: 0, shares: 0 };
  readonly agenda = new Agenda<() => void>();
  /** The battle that is on, and our side's score in it. */
  battle: { score: number } | undefined;
  /** Who is on stage beside the creator. */
  guest: Viewer | undefined;
  readonly #nextId: (atMs: number) => string;
  #said: RoomMessage[] = [];

  constructor(options: SceneOptions) {
    this.random = options.random;
    this.crowd = options.crowd;
    this.host = options.host;
    this.language = options.language;
    this.atMs = options.startedAtMs;
    this.stretch = Math.max(1, 5 / options.eventsPerSecond);
    this.#nextId = options.nextId;
    this.totals.likes = this.random.between(200, 40_000);
    this.totals.followers = this.random.between(500, 200_000);
    this.totals.shares = this.random.between(5, 200);
  }

  /** Says it now. */
  say<C extends MessageContent>(content: C): MessageOf<C["type"]> {
    const message = { ...content, msgId: this.#nextId(this.atMs), createTimeMs: Math.round(this.atMs) } as RoomMessage;
    this.#said.push(message);
    return message as MessageOf<C["type"]>;
  }

  later(afterMs: number, happening: () => void): void {
    this.agenda.plan(this.atMs + afterMs, happening);
  }

  /** Where a gift's or a sticker's picture is: with those of people. */
  pictureOf(what: string): string {
    return (this.host.avatarUrl ?? "").replace(/[^/]*$/, `${what}.svg`);
  }

  /** An id for something that is not a message: a streak, a battle, a question. */
  newId(): string {
    return this.#nextId(this.atMs);
  }

  /** How many messages were said since the last `takeSaid`. */
  get saidCount(): number {
    return this.#said.length;
  }

  takeSaid(): RoomMessage[] {
    const said = this.#said;
    this.#said = [];
    return said;
  }
}

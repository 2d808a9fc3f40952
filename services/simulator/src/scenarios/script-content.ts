import type { MessageContent } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import { writeChat } from "./chat-writer.ts";
import { type CatalogueGift, giftCatalogue } from "./gifts.ts";
import { type Language, languageSchema } from "./language.ts";
import type { People } from "./people.ts";
import type { Random } from "./random.ts";
import type { ScriptOptions } from "./script-options.ts";

type Kind = "chat" | "like" | "member" | "gift" | "follow" | "share" | "subscribe" | "question" | "roomUser" | "emote";

const KINDS: readonly (readonly [Kind, number])[] = [
  ["chat", 35],
  ["like", 15],
  ["member", 20],
  ["gift", 8],
  ["follow", 4],
  ["share", 3],
  ["subscribe", 1],
  ["question", 1],
  ["roomUser", 3],
  ["emote", 1],
];
const GIFTS = giftCatalogue.map((gift) => [gift, gift.weight] as const);

type Speaker = Viewer & { readonly language: Language };

interface Streak {
  readonly user: Viewer;
  readonly gift: CatalogueGift;
  readonly groupId: string;
  readonly taps: number;
  readonly isUnfinished: boolean;
  count: number;
}

/** The messages of a script, one after the other; streaks overlap, and all are over (or given up) by the last one. */
export function* scriptContent(
  options: ScriptOptions,
  random: Random,
  people: People,
  hostName: string,
): Generator<MessageContent> {
  const writer = new ContentWriter(options, random, people, hostName);
  const { open } = writer;
  for (let left = options.events; left > 0; left -= 1) {
    const needed = open.reduce((sum, streak) => sum + messagesLeft(streak), 0);
    const mustEnd = needed >= left;
    const streak = open.length > 0 && (mustEnd || random.chance(0.3)) ? random.pick(open) : undefined;
    // A new streak must still have room for all of its messages.
    const kind = random.weighted(KINDS);
    if (streak) yield writer.tap(streak);
    else yield writer.write(kind === "gift" && left - needed < LONGEST_STREAK ? "chat" : kind);
  }
}

class ContentWriter {
  /** Streaks that are not over. */
  readonly open: Streak[] = [];
  readonly #options: ScriptOptions;
  readonly #random: Random;
  readonly #people: People;
  readonly #hostName: string;
  #likes = 0;
  /** Numbers streaks and questions. */
  #groups = 0;

  constructor(options: ScriptOptions, random: Random, people: People, hostName: string) {
    this.#options = options;
    this.#random = random;
    this.#people = people;
    this.#hostName = hostName;
  }

  write(kind: Kind): MessageContent {
    const random = this.#random;
    const user = this.#somebody();
    switch (kind) {
      case "chat":
        return this.#chat(user);
      case "like": {
        const count = random.between(1, 15);
        this.#likes += count;
        return { type: "like", user, count, total: this.#likes };
      }
      case "gift":
        return this.tap(this.#openStreak());
      case "member":
        return { type: "member", user, memberCount: random.between(100, 200) };
      case "follow":
        return { type: "follow", user, followCount: random.between(1000, 2000) };
      case "share":
        return { type: "share", user, shareCount: random.between(1, 100) };
      case "subscribe":
        return { type: "subscribe", user, months: random.between(1, 12) };
      case "question":
        this.#groups += 1;
        return {
          type: "question",
          user,
          questionId: String(9_000_000 + this.#groups),
          text: `how does step ${this.#groups} work?`,
        };
      case "roomUser":
        return { type: "roomUser", viewers: random.between(50, 500), viewersEver: 1000, top: [] };
      case "emote":
        return { type: "emote", user, emoteIds: ["7020625431537293092"] };
    }
  }

  /** The next message of a streak, which may be its last. */
  tap(streak: Streak): MessageContent {
    const isOver = streak.count >= streak.taps;
    if (!isOver) streak.count += 1;
    const isLast = isOver || !streak.gift.streakable || (streak.isUnfinished && streak.count >= streak.taps);
    if (isLast) this.open.splice(this.open.indexOf(streak), 1);
    const repeatEnd = isOver || !streak.gift.streakable;
    const { user, gift, groupId } = streak;
    return { type: "gift", user, gift, groupId, repeatCount: streak.count, repeatEnd };
  }

  #openStreak(): Streak {
    const random = this.#random;
    this.#groups += 1;
    const streak: Streak = {
      user: this.#somebody(),
      gift: random.weighted<CatalogueGift>(GIFTS),
      groupId: String(1_000_000 + this.#groups),
      taps: 1 + Math.floor(random.wait(4)),
      isUnfinished: random.chance(this.#options.unfinishedStreaks),
      count: 0,
    };
    this.open.push(streak);
    return streak;
  }

  #chat(user: Speaker): MessageContent {
    const random = this.#random;
    const { text } = writeChat(random, user.language, {
      mood: random.unit() * 2 - 1,
      asking: 0.15,
      host: this.#hostName,
      other: user.handle,
    });
    return { type: "chat", user, text, language: user.language };
  }

  #somebody(): Speaker {
    const languages = languageSchema.options;
    const lastOfLanguage = Math.max(0, Math.ceil(this.#options.people / languages.length) - 1);
    return this.#people.at(this.#random.pick(languages), this.#random.between(0, lastOfLanguage));
  }
}

const LONGEST_STREAK = 80;

const messagesLeft = ({ count, taps, isUnfinished, gift }: Streak): number =>
  gift.streakable ? taps - count + (isUnfinished ? 0 : 1) : 0;

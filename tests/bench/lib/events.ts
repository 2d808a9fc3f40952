import type { LiveEvent, User } from "@frontrow/protocol/event";
import { seededRandom } from "@frontrow/runtime/random";

const words =
  "love this song where are you from so good please play the next one again hello everyone wow nice vibe tonight".split(" ");
const handles = ["mira.k", "jo_ao", "some.one.else", "a_very_long_handle_here", "t0m", "lea_und_max"];

interface Room {
  /** Event time of the next event. */
  readonly now?: () => number;
  readonly viewers?: number;
}

/** A seeded run of events like those of a busy room: 55 % chat, 25 % likes, 15 % joins, 5 % gifts. */
export function createEvents(seed: number, { now = Date.now, viewers = 5_000 }: Room = {}): () => LiveEvent {
  const random = seededRandom(seed);
  let sequence = 0;
  let likes = 0;
  return () => {
    const atMs = now();
    sequence += 1;
    const base = {
      id: `7${seed}${String(sequence).padStart(14, "0")}`,
      atMs,
      sentAtMs: atMs,
      user: createUser(random, viewers),
    };
    const draw = random();
    if (draw < 0.55) {
      const said = Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(words, random));
      const text = said.join(" ");
      return {
        ...base,
        type: "chat",
        text,
        language: "en",
        sentiment: 0.2,
        question: draw < 0.03,
        questionPriority: draw < 0.03 ? 3 : 0,
        toxicity: 0,
        spam: 0,
        keywords: said.filter((word) => word.length > 4).slice(0, 5),
      };
    }
    if (draw < 0.8) {
      likes += 11;
      return { ...base, type: "like", count: 11, total: likes };
    }
    if (draw < 0.95) return { ...base, type: "member" };
    return {
      ...base,
      type: "gift",
      giftId: "5655",
      name: "Rose",
      count: 1,
      diamondsEach: 1,
      diamonds: 1,
      streakId: `${base.user.id}:5655:${sequence}`,
      streakOpen: false,
    };
  };
}

function createUser(random: () => number, viewers: number): User {
  const number = Math.floor(random() * viewers);
  return {
    id: String(6_900_000_000_000 + number),
    handle: pick(handles, random),
    nickname: `${pick(handles, random)} ${number}`,
    avatarUrl: "",
    isFollower: number % 2 === 0,
    isSubscriber: false,
    isModerator: false,
    gifterLevel: number % 30,
  };
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

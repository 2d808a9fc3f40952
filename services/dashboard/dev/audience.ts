import type { LiveEvent, User } from "@frontrow/protocol/event";
import { avatarOf, pictureOf, type Shape } from "./pictures.ts";

/** People and sentences that are hard on a layout: many scripts, long names, emoji, links, shouting. */
const names = [
  "Ana",
  "mo_the_builder",
  "سارة العتيبي",
  "さくら🌸",
  "Bartholomew Featherstonehaugh-Cholmondeley the Third",
  "김민준",
  "Дмитрий",
  "न‍ेहा शर्मा",
  "lil.wave",
  "ZOË",
  "שירה כהן",
  "𝓜𝓲𝓪 ✨💖✨",
  "Nguyễn Thị Hồng",
  "陈小明",
  "Ọlá",
  "x",
];
const sentences: readonly (readonly [text: string, language: string, sentiment: number, question: boolean])[] = [
  ["omg this is so good", "en", 0.8, false],
  ["where did you get that jacket?", "en", 0, true],
  ["hello from Brazil 🇧🇷🇧🇷", "pt", 0.3, false],
  ["te amo reina 😍😍😍", "es", 0.9, false],
  ["متى البث القادم؟", "ar", 0, true],
  ["うますぎる！", "ja", 0.6, false],
  ["boring tbh", "en", -0.6, false],
  ["sound is broken on my side, is it just me?", "en", -0.3, true],
  ["first", "en", 0, false],
  ["lol", "en", 0.2, false],
  ["Wie lange machst du das schon?", "de", 0, true],
  ["שלום מתל אביב", "he", 0.1, false],
  ["check https://totally-not-a-scam.example/win?id=12345 now", "en", 0, false],
  ["😂😂😂😂😂😂", "und", 0.5, false],
  ["노래 제목이 뭐예요?", "ko", 0, true],
  ["j'adore trop cette chanson", "fr", 0.8, false],
  ["stop ignoring us", "en", -0.5, false],
  ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "und", 0, false],
  [
    "so I have been following since the very first stream and I just wanted to say that the way you explain every single step is what made me pick up the brush again after ten years, my daughter watches with me now and she keeps asking when we get to the part with the gold leaf, thank you so much for doing this every week",
    "en",
    0.7,
    false,
  ],
  ["can you play the blue one again please", "en", 0.1, true],
];
const gifts: readonly (readonly [name: string, diamonds: number, picture: Shape])[] = [
  ["Rose", 1, "rose"],
  ["Finger Heart", 5, "heart"],
  ["Doughnut", 30, "doughnut"],
  ["Confetti", 100, "confetti"],
  ["Galaxy", 1_000, "galaxy"],
  ["Sports Car", 7_000, "star"],
  ["TikTok Universe", 44_999, "galaxy"],
];

/** A seeded audience of `size` people that says and gives things. */
export function createAudience(random: () => number, size: number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const people = Array.from({ length: size }, (_, index) => person(index));
  let count = 0;

  function person(index: number): User {
    const nickname = names[index % names.length] ?? "x";
    return {
      id: `usr${index}`,
      handle: `viewer.${index}`,
      nickname: index < names.length ? nickname : `${nickname} ${index}`,
      avatarUrl: avatarOf(index),
      isFollower: random() < 0.5,
      isSubscriber: random() < 0.12,
      isModerator: random() < 0.05,
      gifterLevel: random() < 0.3 ? Math.ceil(random() * 40) : 0,
      ...(random() < 0.2 ? { fanLevel: Math.ceil(random() * 30) } : {}),
    };
  }

  const base = (atMs: number) => {
    count += 1;
    return { id: `evt${count}`, atMs, sentAtMs: atMs, user: pick(people) };
  };

  return {
    people,
    chat(atMs: number): LiveEvent {
      const [text, language, sentiment, question] = pick(sentences);
      const questionPriority = question ? Math.ceil(random() * 5) : 0;
      return { ...base(atMs), type: "chat", text, language, sentiment, question, questionPriority, toxicity: 0, spam: 0 };
    },
    /** All messages of one streak, the last of which ends it. */
    streak(atMs: number): readonly LiveEvent[] {
      const [name, diamondsEach, picture] = gifts[Math.floor(random() ** 3 * gifts.length)] ?? ["Rose", 1, "rose"];
      const length = diamondsEach > 500 ? 1 : Math.ceil(random() * 8);
      const first = base(atMs);
      return Array.from({ length }, (_, index): LiveEvent => {
        const streakOpen = index < length - 1;
        const times = index + 1;
        return {
          ...first,
          id: `${first.id}.${times}`,
          type: "gift",
          giftId: name,
          imageUrl: pictureOf(picture),
          name,
          count: times,
          diamondsEach,
          diamonds: streakOpen ? 0 : diamondsEach * times,
          streakId: first.id,
          streakOpen,
        };
      });
    },
  };
}

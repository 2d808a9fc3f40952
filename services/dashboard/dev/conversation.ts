import type { User } from "@frontrow/protocol/event";
import type { Conversation, QuestionDetected, ViewerStats, ViewerUpdate } from "@frontrow/protocol/insight";

type Pick_ = <T>(list: readonly T[]) => T;

const shares = { en: 0.46, es: 0.19, pt: 0.12, ar: 0.07, ja: 0.05, de: 0.04, ko: 0.03, he: 0.02, fr: 0.02 };
const words = ["gold leaf", "blue one", "jacket", "sound", "Mannheim", "النقش", "brush", "Donaudampfschifffahrt", "うますぎる"];
const emoji = ["😂", "🎨", "👩🏽‍🎨", "🇧🇷", "🔥"];

/** What `chats` messages of the last minutes would be about. */
export function conversationAt(atMs: number, minute: number, chats: number): Conversation {
  const swing = (index: number) => 1 + 0.5 * Math.sin(minute / 2 + index * 1.7);
  const rising = (texts: readonly string[]) =>
    texts
      .map((text, index) => ({
        text,
        count: Math.round((chats / (18 + index * 7)) * swing(index)),
        rise: Math.round((9 - index) * swing(index) * 10) / 10,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.rise - a.rise);
  const positive = Math.round(chats * (0.38 + 0.2 * Math.sin(minute / 5)));
  const negative = Math.round(chats * (0.13 - 0.08 * Math.sin(minute / 5)));
  return {
    type: "conversation",
    atMs,
    moods: { positive, negative, neutral: Math.max(0, chats - positive - negative) },
    languages: Object.entries(shares)
      .map(([language, share]) => ({ language, share, chats: Math.round(chats * share) }))
      .filter((each) => each.chats > 0),
    words: rising(words),
    emoji: rising(emoji),
    topics: [
      { words: ["gold", "leaf", "glue"], chats: Math.round(chats * 0.22), share: 0.22, sentiment: 0.42 },
      { words: ["sound", "broken", "quiet"], chats: Math.round(chats * 0.08), share: 0.08, sentiment: -0.36 },
      { words: ["jacket", "buy"], chats: Math.round(chats * 0.05), share: 0.05, sentiment: 0.08 },
    ].filter((topic) => topic.chats > 0),
    waves:
      chats > 20
        ? [
            {
              text: "BLUE ONE BLUE ONE",
              count: Math.round(chats / 9),
              people: 31,
              sinceMs: atMs - 70_000,
              lastAtMs: atMs - 2_000,
            },
            { text: "🎨🎨🎨", count: 14, people: 11, sinceMs: atMs - 40_000, lastAtMs: atMs - 9_000 },
          ]
        : [],
  };
}

/** What was seen of somebody in the `place`th place after `minutes` minutes. */
export function statsOf(user: User, place: number, atMs: number, minutes: number): ViewerStats {
  const fade = 1 / (place + 1.2);
  const watchMs = Math.round(minutes * 60_000 * Math.min(1, 0.35 + fade));
  return {
    user,
    points: Math.round(4_200 * fade),
    firstSeenMs: atMs - watchMs - 20_000,
    lastSeenMs: atMs - place * 17_000,
    watchMs,
    visits: 1 + (place % 3),
    chats: Math.round(150 * fade),
    likes: Math.round(12_400 * fade),
    shares: place % 4,
    gifts: place % 2 === 0 ? Math.round(90 * fade) : 0,
    diamonds: place % 2 === 0 ? Math.round(61_000 * fade) : 0,
    followed: place % 3 === 0,
    subscribed: user.isSubscriber,
  };
}

export function viewerUpdateAt(
  atMs: number,
  { viewers, minutes, people, pick }: { viewers: number; minutes: number; people: readonly User[]; pick: Pick_ },
): ViewerUpdate {
  const share = (part: number) => Math.floor(viewers * part);
  const some = (count: number) => [...new Set(Array.from({ length: Math.min(count, share(0.2)) }, () => pick(people)))];
  return {
    type: "viewerUpdate",
    atMs,
    active: share(0.61),
    newcomers: share(0.08),
    returning: share(0.03),
    watchTime: [share(1.9), share(1.1), share(0.8), share(0.4)],
    ranking: people.slice(0, Math.min(10, share(0.9))).map((user, place) => statsOf(user, place, atMs, minutes)),
    newest: some(6),
    back: some(3),
  };
}

const asked: readonly (readonly [text: string, language: string, priority: number, reasons: QuestionDetected["reasons"]])[] = [
  ["where did you get that jacket?", "en", 3, ["asksCreator", "questionMark", "questionWord"]],
  ["متى البث القادم؟", "ar", 4, ["asksCreator", "questionMark", "askedByMany"]],
  ["can you play the blue one again please", "en", 2, ["asksCreator"]],
  ["노래 제목이 뭐예요?", "ko", 3, ["questionMark", "questionWord"]],
  [
    "Wie lange machst du das schon, und hast du das in einer Schule gelernt oder dir selbst beigebracht?",
    "de",
    5,
    ["qna", "asksCreator", "fullSentence", "subscriber"],
  ],
  ["is it just me or is the sound broken?", "en", 4, ["questionMark", "askedByMany", "fullSentence"]],
  ["what?", "en", 1, ["questionMark", "short"]],
  ["¿Haces encargos? Vivo en México 🇲🇽", "es", 5, ["asksCreator", "questionMark", "topGifter"]],
  ["מתי את מציירת שוב", "he", 3, ["asksCreator", "questionWord"]],
  ["who even watches this???", "en", 1, ["rhetorical", "questionMark"]],
];

/** The `index`th question of a broadcast, asked by `user`. */
export function questionAt(index: number, atMs: number, user: User): QuestionDetected {
  const [text, language, priority, reasons] = asked[index % asked.length] ?? ["?", "und", 1, []];
  const count = reasons?.includes("askedByMany") ? 4 + index : 1;
  return {
    type: "questionDetected",
    id: `qst${index}`,
    eventId: `asked${index}`,
    atMs,
    text,
    priority,
    user,
    ...(reasons ? { reasons } : {}),
    count,
    lastAtMs: atMs + (count - 1) * 1_500,
    language,
  };
}

import type { EmoteImage, EventOf, LiveEvent, User } from "@frontrow/protocol/event";
import type { Room } from "@frontrow/protocol/insight";
import { avatarOf, pictureOf, type Shape } from "./pictures.ts";

const person = (id: string, nickname: string, index: number) => ({ id, handle: id, nickname, avatarUrl: avatarOf(index) });
const own = person("alice", "Alice paints gold", 0);
const gus = person("gus", "Gus plays guitar", 1);
const guests = [gus, person("sara", "سارة العتيبي", 3), person("left", "Bartholomew Featherstonehaugh-Cholmondeley", 4)];

/** Everything that can stand on a stage at once. */
export function roomAt(atMs: number, beganMs: number): Room {
  const seconds = (atMs - beganMs) / 1_000;
  return {
    type: "room",
    atMs,
    guests: guests.map((guest, place) => ({
      guest,
      isOnStage: place < 2,
      diamonds: [4_310 + Math.floor(seconds) * 5, 219, 60][place] ?? 0,
      gifts: [48, 9, 2][place] ?? 0,
    })),
    battle: {
      battleId: "b1",
      state: seconds > 150 ? "finish" : "open",
      sides: [
        { hosts: [own], score: 12_480 + Math.floor(seconds * 31), isOwn: true },
        { hosts: [person("marco", "Marco cucina", 6)], score: 9_911 + Math.floor(seconds * 44), isOwn: false },
      ],
      startsAtMs: beganMs - 150_000,
      endsAtMs: beganMs + 150_000,
    },
    goals: [
      { goalId: "g1", description: "Roses for the sky", progress: 640 + Math.floor(seconds), target: 1_000 },
      { goalId: "g2", description: "New followers", progress: 52, target: 50 },
    ],
    pin: {
      pinnedId: "p1",
      user: user(own, { isHost: true }),
      text: "Today: the sky in gold leaf. Ask anything, I read every question!",
    },
    poll: {
      pollId: "q1",
      isOpen: true,
      title: "What next?",
      options: [
        { text: "The moon", votes: 318 },
        { text: "The river", votes: 204 },
      ],
    },
    chests: [{ envelopeId: "e1", user: user(guests[1] ?? own), diamonds: 500, people: 50, opensAtMs: beganMs + 95_000 }],
  };
}

export const user = (
  of: { id: string; handle: string; nickname: string; avatarUrl: string },
  more: Partial<User> = {},
): User => ({
  ...of,
  isFollower: true,
  isSubscriber: false,
  isModerator: false,
  gifterLevel: 0,
  ...more,
});

const wave: EmoteImage = { id: "7100000000000000001", imageUrl: pictureOf("wave") };
const brush: EmoteImage = { id: "7100000000000000002", imageUrl: pictureOf("star") };
const lost: EmoteImage = { id: "7100000000000000003", imageUrl: "/dev/no-such-picture.webp" };

/** Rows of every kind that are not plain words. */
export function rowsAt(atMs: number): readonly LiveEvent[] {
  let count = 0;
  const base = (of: User) => {
    count += 1;
    return { id: `stage${count}`, atMs: atMs - 30_000 + count * 1_000, sentAtMs: atMs, user: of };
  };
  const said = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
  const chat = (of: User, text: string, more: Partial<EventOf<"chat">> = {}): LiveEvent => ({
    ...base(of),
    type: "chat",
    text,
    ...said,
    ...more,
  });
  const fan = user(person("mina", "Mina", 3), { fanLevel: 24, gifterLevel: 31, isSubscriber: true });
  const ghost = user(person("ghost.writer", "\u3164\u200b", 5));
  const zalgo = user(person("zalgo", `Z${"\u0336\u0351".repeat(40)}a${"\u0301".repeat(64)}lgo`, 7));
  const rtl = user(person("rtl", "‮noitcerid‬ שירה", 9));
  return [
    chat(zalgo, `s${"\u0300\u0489".repeat(60)}tacked le${"\u0301".repeat(80)}tters`),
    { ...base(fan), type: "member", entrance: { kind: "gifterLevel", level: 31 } },
    chat(fan, "back again, hello all ", { emotes: [wave], sentiment: 0.6 }),
    chat(user(own, { isHost: true }), "Welcome Mina! Which colour next?", { question: true }),
    chat(ghost, "I have a name that nobody sees"),
    chat(user(person("bo", "Bo", 1)), "more  please", { emotes: [{ ...brush, at: 5 }] }),
    { ...base(user(person("teo", "Teo", 6), { fanLevel: 8 })), type: "member", entrance: { kind: "fanClub", level: 8 } },
    { ...base(user(person("lia", "Lia", 0))), type: "emote", emoteIds: [wave.id, brush.id], emotes: [wave, brush] },
    chat(user(person("kim", "김민준", 4)), "", { emotes: [lost] }),
    chat(rtl, "متى البث القادم؟", { language: "ar", question: true, questionPriority: 3 }),
    chat(user(person("smile", "Smiley", 7)), "love this [smile][laughwithtears]"),
    ...[
      ["Rose", "rose", 40, 1],
      ["Galaxy", "galaxy", 1, 1_000],
    ].map(([name, picture, times, each], place): LiveEvent => {
      const [counted, diamondsEach] = [Number(times), Number(each)];
      return {
        ...base(fan),
        type: "gift",
        giftId: String(name),
        name: String(name),
        count: counted,
        diamondsEach,
        diamonds: counted * diamondsEach,
        streakId: `stage-gift${place}`,
        streakOpen: false,
        imageUrl: pictureOf(picture as Shape),
        ...(place === 0 ? { receiver: gus } : {}),
      };
    }),
  ];
}

const sentences = [
  "so now the leaf goes on, very slowly,",
  "and you never touch it with your fingers,",
  "you breathe on it, like this",
];

/** What the host is saying: a sentence grows, and the next begins. */
export function captionAt(atMs: number): EventOf<"caption"> {
  const step = Math.floor(atMs / 700);
  const sentence = sentences[Math.floor(step / 8) % sentences.length] ?? "";
  const words = sentence.split(" ");
  const text = words.slice(0, 1 + (step % 8)).join(" ");
  return {
    id: `cap${step}`,
    type: "caption",
    atMs,
    sentAtMs: atMs,
    text,
    language: "en",
    sentenceId: String(Math.floor(step / 8)),
  };
}

import { ProtoWriter } from "../wire/proto-writer.ts";
import { writeChat, writeFor } from "./chat-writer.ts";
import type { Guest } from "./crowd.ts";
import { sendGift } from "./gifting.ts";
import type { Happening } from "./phases.ts";
import type { Scene } from "./scene.ts";

/** How often each thing happens in a usual room, compared with the others; from rates seen in real rooms. */
export const usualWeights: Readonly<Record<Happening, number>> = {
  chat: 34,
  join: 30,
  like: 14,
  gift: 4,
  follow: 3,
  share: 1.6,
  emote: 0.8,
  question: 0.5,
  oddity: 0.4,
  subscribe: 0.25,
};

/** What each thing does to the scene. */
export const happenings: Readonly<Record<Happening, (scene: Scene) => void>> = {
  chat,
  join,
  like,
  gift: sendGift,
  follow(scene) {
    const user = scene.crowd.follow(scene.crowd.someone());
    scene.totals.followers += 1;
    scene.say({ type: "follow", user, followCount: scene.totals.followers });
  },
  share(scene) {
    scene.totals.shares += 1;
    scene.say({ type: "share", user: scene.crowd.someone(), shareCount: scene.totals.shares });
  },
  emote(scene) {
    const emoteIds = [`70${scene.random.between(10, 40)}5625431537293092`];
    const user = scene.crowd.subscribe(scene.crowd.someone());
    scene.say({ type: "emote", user, emoteIds, imageUrl: scene.pictureOf(`sticker-${emoteIds}`) });
  },
  question(scene) {
    const user = scene.crowd.someone();
    scene.say({ type: "question", user, questionId: scene.newId(), text: writeFor(scene.random, user.language, "ask", {}) });
  },
  subscribe(scene) {
    const user = scene.crowd.subscribe(scene.crowd.someone());
    // TikTok says it in one of two ways.
    if (scene.random.chance(0.8)) scene.say({ type: "subscribe", user, months: scene.random.between(1, 18) });
    else scene.say({ type: "member", user, memberCount: scene.crowd.viewers, action: 3 });
  },
  oddity,
};

function chat(scene: Scene): void {
  const { random, crowd } = scene;
  const user = crowd.someone();
  const { mood, asking } = scene.phase;
  const { text, occasion } = writeChat(random, user.language, {
    mood,
    asking,
    host: scene.host.nickname,
    other: crowd.someone().nickname,
  });
  const sticker = random.chance(0.03) ? `sticker-${random.between(1, 8)}` : undefined;
  const stickers = sticker
    ? [{ id: sticker, imageUrl: scene.pictureOf(sticker), at: endOfWord(text, random.between(0, text.length)) }]
    : [];
  const said = scene.say({ type: "chat", user, text, language: user.language, stickers });
  if ((occasion === "rude" || occasion === "spam") && random.chance(0.5)) {
    scene.later(random.between(1500, 6000), () => scene.say({ type: "delete", msgIds: [said.msgId], userIds: [] }));
  }
  if (occasion === "ask" && random.chance(0.02)) {
    scene.later(random.between(1000, 4000), () => scene.say({ type: "pin", pinned: said, operator: scene.host }));
  }
}

/** The end of the word at a place: people put stickers between words. */
function endOfWord(text: string, place: number): number {
  const end = text.indexOf(" ", place);
  return end < 0 ? text.length : end;
}

const GIFTER_CAME = 9;

function join(scene: Scene): void {
  const user = scene.crowd.join();
  scene.say({ type: "member", user, memberCount: scene.crowd.viewers });
  const level = user.gifterLevel ?? 0;
  if (level > 25) scene.say({ type: "barrage", user, key: "pm_mt_alp_join_animation", text: "joined", kind: GIFTER_CAME, level });
}

function like(scene: Scene): void {
  tapHearts(scene, scene.crowd.someone());
}

/** TikTok sums up a viewer's taps over about a second; who taps goes on tapping. */
function tapHearts(scene: Scene, user: Guest): void {
  const count = scene.random.between(1, 15);
  scene.totals.likes += count;
  scene.say({ type: "like", user, count, total: scene.totals.likes });
  if (scene.random.chance(0.45)) scene.later(900 + scene.random.wait(400), () => tapHearts(scene, user));
}

/** Messages that nobody here gives a meaning to: TikTok has hundreds. */
function oddity(scene: Scene): void {
  const { random } = scene;
  if (random.chance(0.15)) {
    const [diamonds, people] = random.pick([
      [100, 10],
      [200, 20],
      [500, 40],
    ] as const);
    const chest = { type: "envelope", user: scene.crowd.someone(), envelopeId: scene.newId(), diamonds, people } as const;
    // TikTok tells of a chest again and again, and that it is gone.
    scene.say(chest);
    scene.later(5_000, () => scene.say(chest));
    scene.later(60_000, () => scene.say({ ...chest, hidden: true }));
    return;
  }
  const method = random.pick(["WebcastSubWaveMessage", "WebcastHashtagMessage", "WebcastRoomStickerMessage"]);
  scene.say({ type: "raw", method, payload: new ProtoWriter(32).message(1, (common) => common.string(1, method)).finish() });
}

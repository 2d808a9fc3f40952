import type { Gift } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import { writeFor } from "./chat-writer.ts";
import type { Guest } from "./crowd.ts";
import { type CatalogueGift, giftCatalogue } from "./gifts.ts";
import type { Scene } from "./scene.ts";

const WEIGHTED = giftCatalogue.map((gift) => [gift, gift.weight] as const);
/** A gift from here on is an event: people react, and the mood turns for the better. */
const LARGE_DIAMONDS = 400;
/** TikTok closes a streak this long after the last tap. */
const STREAK_END_MS = 2_500;
const MAX_STREAK = 300;

/** Somebody sends a gift: once, or tapping on and on. */
export function sendGift(scene: Scene): void {
  const { random, crowd } = scene;
  const chosen = random.weighted<CatalogueGift>(WEIGHTED);
  const gift = { ...chosen, imageUrl: scene.pictureOf(`gift-${chosen.id}`) };
  const user = crowd.someone();
  // Of what is given while a guest is on stage, a part is theirs.
  const toUser = scene.guest !== undefined && random.chance(0.3) ? scene.guest : undefined;
  if (!gift.streakable) {
    sendOnce(scene, user, gift, toUser);
    return;
  }
  const taps = random.chance(0.5) ? 1 : Math.min(MAX_STREAK, 2 + Math.floor(random.wait(gift.diamonds > 20 ? 2 : 6)));
  tap(scene, { user, gift, groupId: String(Math.floor(scene.atMs)), taps, ...(toUser && { toUser }) }, 0);
}

function sendOnce(scene: Scene, user: Guest, gift: Gift, toUser: Viewer | undefined): void {
  scene.say({ type: "gift", user, gift, groupId: scene.newId(), repeatCount: 1, repeatEnd: true, ...(toUser && { toUser }) });
  if (!toUser) book(scene, user, gift, 1);
  if (gift.diamonds < LARGE_DIAMONDS) return;
  const reactions = scene.random.between(4, 12);
  for (let i = 0; i < reactions; i += 1) {
    scene.later(scene.random.wait(1500), () => {
      const witness = scene.crowd.someone();
      const text = writeFor(scene.random, witness.language, "wow", { gift: gift.name, name: user.nickname });
      scene.say({ type: "chat", user: witness, text, language: witness.language });
    });
  }
}

interface Streak {
  readonly user: Guest;
  readonly gift: Gift;
  readonly groupId: string;
  readonly taps: number;
  readonly toUser?: Viewer;
}

/** One message of a streak: its count so far. The last one says again what the one before said, and that it is over. */
function tap(scene: Scene, streak: Streak, countBefore: number): void {
  const { user, gift, groupId, taps, toUser } = streak;
  const what = { type: "gift", user, gift, groupId, ...(toUser && { toUser }) } as const;
  // Fast fingers: TikTok sends a message for several taps.
  const repeatCount = Math.min(taps, countBefore + (taps > 20 ? scene.random.between(1, 6) : 1));
  scene.say({ ...what, repeatCount, repeatEnd: false });
  if (repeatCount < taps) {
    scene.later(150 + scene.random.wait(250), () => tap(scene, streak, repeatCount));
    return;
  }
  scene.later(STREAK_END_MS, () => {
    scene.say({ ...what, repeatCount, repeatEnd: true });
    if (!toUser) book(scene, user, gift, repeatCount);
  });
}

function book(scene: Scene, user: Guest, gift: Gift, count: number): void {
  scene.crowd.gave(user, gift.diamonds * count);
  if (scene.battle) scene.battle.score += gift.diamonds * count;
}

import type { Gift } from "../wire/message.ts";
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
  const gift = random.weighted<CatalogueGift>(WEIGHTED);
  const user = crowd.someone();
  if (!gift.streakable) {
    sendOnce(scene, user, gift);
    return;
  }
  const taps = random.chance(0.5) ? 1 : Math.min(MAX_STREAK, 2 + Math.floor(random.wait(gift.diamonds > 20 ? 2 : 6)));
  tap(scene, { user, gift, groupId: String(Math.floor(scene.atMs)), taps }, 0);
}

function sendOnce(scene: Scene, user: Guest, gift: Gift): void {
  scene.say({ type: "gift", user, gift, groupId: scene.newId(), repeatCount: 1, repeatEnd: true });
  book(scene, user, gift, 1);
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
}

/** One message of a streak: its count so far. The last one says again what the one before said, and that it is over. */
function tap(scene: Scene, streak: Streak, countBefore: number): void {
  const { user, gift, groupId, taps } = streak;
  // Fast fingers: TikTok sends a message for several taps.
  const repeatCount = Math.min(taps, countBefore + (taps > 20 ? scene.random.between(1, 6) : 1));
  scene.say({ type: "gift", user, gift, groupId, repeatCount, repeatEnd: false });
  if (repeatCount < taps) {
    scene.later(150 + scene.random.wait(250), () => tap(scene, streak, repeatCount));
    return;
  }
  scene.later(STREAK_END_MS, () => {
    scene.say({ type: "gift", user, gift, groupId, repeatCount, repeatEnd: true });
    book(scene, user, gift, repeatCount);
  });
}

function book(scene: Scene, user: Guest, gift: Gift, count: number): void {
  scene.crowd.gave(user, gift.diamonds * count);
  if (scene.battle) scene.battle.score += gift.diamonds * count;
}

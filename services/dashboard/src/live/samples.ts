import type { EventOf, GiftEvent } from "@frontrow/protocol/event";
import type { ReplayState } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";

/** Made-up events for tests: complete, with what a test is about as arguments. */
export const chat = (id: string, more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> => ({
  id,
  type: "chat",
  atMs: 1_000,
  sentAtMs: 1_000,
  user: userNamed("ana"),
  text: `text of ${id}`,
  language: "en",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
  ...more,
});

export const gift = (streakId: string, count: number, more: Partial<GiftEvent> = {}): GiftEvent => ({
  id: `${streakId}.${count}`,
  type: "gift",
  atMs: 1_000 + count,
  sentAtMs: 1_000,
  user: userNamed("ana"),
  giftId: "5655",
  name: "Rose",
  count,
  diamondsEach: 1,
  diamonds: more.streakOpen ? 0 : count * (more.diamondsEach ?? 1),
  streakId,
  streakOpen: false,
  ...more,
});

/** Where a replay of ten minutes stands: at its middle, playing. */
export const replayState = (more: Partial<ReplayState> = {}): ReplayState => ({
  type: "replayState",
  atMs: 1_000,
  recordingId: "ses_a-1",
  broadcast: { handle: "alice", roomId: "7" },
  state: "playing",
  positionMs: 300_000,
  item: 40,
  speed: 1,
  fromMs: 0,
  toMs: 600_000,
  isGrowing: false,
  rows: "all",
  skipIdle: false,
  ...more,
});

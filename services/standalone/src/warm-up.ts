import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold } from "@frontrow/audience/state";
import type { LiveEvent } from "@frontrow/protocol/event";
import { annotate } from "@frontrow/text/annotate";

/** Often enough that the engine has compiled what every event passes through. */
const rounds = 400;

const lines = ["hello from Lisbon", "where are you from?", "te quiero mucho 😍", "das ist toll", "this is so bad", "🔥🔥🔥"];

/**
 * Runs made-up events through text and fold and throws the result away, so that the first viewer does not wait for tables to
 * be built and code to be compiled. Nothing is written anywhere.
 */
export function warmUp(): void {
  const fold = createFold();
  for (let round = 0; round < rounds; round += 1) {
    foldItems(fold, madeUpEvents(round));
    metricsOf(fold);
  }
}

function madeUpEvents(round: number): LiveEvent[] {
  const atMs = 1_700_000_000_000 + round * 250;
  const text = `${lines[round % lines.length]} ${round}`;
  const base = (kind: string) => ({ id: `${kind}${round}`, atMs, sentAtMs: atMs, user: madeUpUser(round % 50) });
  const { language, sentiment, question, questionPriority, toxicity, spam } = annotate(text);
  const gift = { giftId: "5655", name: "Rose", count: 1 + (round % 5), diamondsEach: 1, diamonds: 1, streakId: `s${round}` };
  return [
    { ...base("c"), type: "chat", text, language, sentiment, question, questionPriority, toxicity, spam },
    { ...base("l"), type: "like", count: 15, total: round * 15 },
    { ...base("g"), type: "gift", ...gift, streakOpen: round % 2 === 0 },
    { ...base("m"), type: "member" },
  ];
}

const madeUpUser = (number: number) => ({
  id: String(number),
  handle: `viewer${number}`,
  nickname: `Viewer ${number}`,
  avatarUrl: "",
  isFollower: false,
  isSubscriber: false,
  isModerator: false,
  gifterLevel: 0,
});

import { LANE_STEP_MS, type RecordingTimeline } from "@frontrow/protocol/library/timeline";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import { seededRandom } from "@frontrow/testkit/random";
import { createAudience } from "../audience.ts";
import { momentAt } from "../moments.ts";

const MINUTE_MS = 60_000;

/**
 * A time line of a recording: viewers that swing, chat in waves, gifts now and then, a gap, a time that is closed, minutes in which
 * nobody says a word. `amount` makes it `busy`, or `zero`: nobody came.
 */
export function madeTimeline(
  { recordingId, fromMs, toMs, isGrowing }: RecordingSummary,
  amount: string | null = null,
): RecordingTimeline {
  if (amount === "zero")
    return { recordingId, fromMs, toMs, isGrowing, lanes: [], moments: [], minutes: [], gaps: [], closed: [] };
  const isBusy = amount === "busy";
  const random = seededRandom(fromMs % 10_000);
  const { people } = createAudience(random, 20);
  const lengthMs = toMs - fromMs;
  const at = (share: number) => Math.round(fromMs + share * lengthMs);
  const gaps = [{ fromMs: at(0.42), toMs: at(0.45) }];
  const closed = [{ fromMs: at(0.7), toMs: at(0.73) }];
  const isEmpty = (ms: number) => [...gaps, ...closed].some((span) => ms >= span.fromMs && ms < span.toMs);
  const isIdle = (ms: number) => !isBusy && Math.floor((ms - fromMs) / 300_000) % 5 === 3;
  const viewers = (ms: number) => Math.round(900 + 700 * Math.sin(((ms - fromMs) / lengthMs) * 5) + 60 * random());
  const steps = Math.ceil(lengthMs / LANE_STEP_MS);
  const lanes = Array.from({ length: steps }, (_, step) => fromMs - (fromMs % LANE_STEP_MS) + step * LANE_STEP_MS)
    .filter((ms) => !isEmpty(ms))
    .map((atMs) => {
      const chats = isIdle(atMs) ? 0 : Math.round((isBusy ? 900 : 40) * random() ** 3);
      return {
        atMs,
        viewers: viewers(atMs),
        ...(chats > 0 ? { chats, moods: chats, mood: Math.round(chats * (900 * random() - 350)) } : {}),
        ...(!isIdle(atMs) && random() > 0.8
          ? { gifts: Math.ceil(random() * 6), diamonds: Math.ceil(2_000 * random() ** 5) }
          : {}),
        ...(!isIdle(atMs) && random() > 0.9 ? { follows: Math.ceil(random() * 4) } : {}),
        ...(!isIdle(atMs) && random() > 0.92 ? { questions: 1 } : {}),
        likes: Math.round(300 * random()),
        joins: Math.round(20 * random()),
      };
    });
  let chats = 0;
  let diamonds = 0;
  const minutes = Array.from({ length: Math.ceil(lengthMs / MINUTE_MS) }, (_, minute) => fromMs + minute * MINUTE_MS)
    .filter((ms) => !isEmpty(ms))
    .map((atMs) => {
      chats += Math.round(90 * random());
      diamonds += Math.round(700 * random() ** 4);
      const metrics = {
        chats,
        diamonds,
        likes: chats * 20,
        viewers: viewers(atMs),
        uniqueViewers: 2_000,
        sentiment: 0.4 * random(),
        energy: 60 * random(),
      };
      return { atMs, metrics };
    });
  const happened = isBusy ? 400 : Math.min(24, Math.ceil(lengthMs / (6 * MINUTE_MS)));
  const moments = people
    .slice(0, 1)
    .flatMap((user) => Array.from({ length: happened }, (_, index) => momentAt(index, at((index + 0.5) / happened), user)));
  return { recordingId, fromMs, toMs, isGrowing, lanes, moments, ...(isGrowing ? {} : { minutes }), gaps, closed };
}

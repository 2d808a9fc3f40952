import type { RecordingSummary } from "@frontrow/protocol/recording";
import { seededRandom } from "@frontrow/testkit/random";
import { SESSION } from "../broadcast.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const alice = { handle: "demo:alice", roomId: "7", nickname: "Alice 🎨 paints gold", title: "Gold leaf, episode 12: the sky" };
/** Creators and titles that are hard on a layout. */
const broadcasts: readonly RecordingSummary["broadcast"][] = [
  alice,
  {
    handle: "ｍｉｒａ.cooks",
    roomId: "8",
    nickname: "مطبخ ميرا 🌶️",
    title: "Sunday dinner for forty, and everybody decides what goes in",
  },
  {
    handle: "the.very.long.name.of.bartholomew",
    roomId: "9",
    nickname: "Bartholomew Featherstonehaugh-Cholmondeley the Third of Nether Wallop",
    title: "Everything that I have learned about restoring a pocket watch of 1872 in one long evening, with questions",
  },
  { handle: "sakura.piano", roomId: "10", nickname: "さくら🌸ピアノ", title: "夜のリクエスト配信" },
  { handle: "noname.22", roomId: "11" },
];
const names = ["Launch night", "Der Abend mit dem großen Raid", "ליל הכלה — first part", "Rehearsal, do not publish 🙈"];

/** How busy a broadcast was from its begin to its end: it warms up, has some peaks, and fades. */
function preview(random: () => number): number[] {
  const peaks = Array.from({ length: 3 }, () => ({ at: random(), size: 40 + 60 * random() }));
  return Array.from({ length: 60 }, (_, step) => {
    const at = step / 59;
    const waves = peaks.map((peak) => peak.size * Math.exp(-((at - peak.at) ** 2) / 0.003));
    return Math.round(Math.min(100, 12 + 10 * random() + 20 * Math.sin(Math.PI * at) + Math.max(...waves)));
  });
}

/** So many recordings of a desk, newest first: one that goes on, one that is not indexed yet, one that was deleted; then a sample. */
export function madeRecordings(amount: number, nowMs: number): RecordingSummary[] {
  const random = seededRandom(11);
  const made = Array.from({ length: amount }, (_, index): RecordingSummary => {
    const fromMs = nowMs - (index === 0 ? 42 * 60_000 : index * 0.9 * DAY_MS + 2 * HOUR_MS * random());
    const lengthMs = index === 0 ? 42 * 60_000 : 5 * 60_000 + 3 * HOUR_MS * random();
    const chats = Math.round((lengthMs / 60_000) * 85 * random() ** 3);
    const isKnown = index > 1;
    return {
      recordingId: `${SESSION}-${amount - index}`,
      broadcast: broadcasts[index % broadcasts.length] ?? alice,
      fromMs,
      toMs: fromMs + lengthMs,
      items: chats * 4,
      isGrowing: index === 0,
      ...(isKnown ? { preview: preview(random) } : {}),
      ...(isKnown
        ? {
            totals: {
              chats,
              gifts: Math.round(chats / 9),
              diamonds: Math.round(chats * 14 * random() ** 4),
              follows: Math.round(chats / 40),
              uniqueViewers: chats * 3,
              peakViewers: Math.round(chats / 4),
            },
          }
        : {}),
      ...(index % 6 === 3 ? { name: names[Math.floor(index / 6) % names.length] ?? "" } : {}),
      ...(index % 7 === 2 ? { isPinned: true, bookmarks: 2 } : { untilMs: fromMs + 30 * DAY_MS }),
      ...(index === 5 ? { deletedAtMs: nowMs - 12 * 60_000 } : {}),
    };
  });
  const sample: RecordingSummary = {
    recordingId: "ses_sample00-1",
    broadcast: { handle: "sample.evening", roomId: "1", title: "A quiet evening" },
    fromMs: 0,
    toMs: 20 * 60_000,
    items: 9_000,
    isGrowing: false,
    isSample: true,
    preview: preview(random),
    totals: { chats: 812, gifts: 64, diamonds: 2_140, follows: 31, uniqueViewers: 640, peakViewers: 212 },
  };
  return [...made, sample];
}

import type { Report } from "@frontrow/protocol/library/report";

/** A report of an hour in which nothing happened, but for what is given: for tests. */
export const reportWith = ({
  facts,
  ...more
}: Partial<Omit<Report, "facts">> & { facts?: Partial<Report["facts"]> } = {}): Report => ({
  recordingId: "ses_abcdefgh-1",
  broadcast: { handle: "demo:alice", roomId: "7" },
  isGrowing: false,
  answers: {},
  newcomers: { people: 0 },
  comparison: { broadcasts: [], values: [] },
  facts: {
    fromMs: 0,
    toMs: 3_600_000,
    seenMs: 3_600_000,
    totals: {
      ...{ chats: 0, likes: 0, gifts: 0, diamonds: 0, follows: 0, shares: 0, subscribes: 0, questions: 0 },
      ...{ uniqueViewers: 0, peakViewers: 0, averageViewers: 0, sentiment: 0 },
    },
    minutes: [],
    moments: [],
    supporters: [],
    people: [],
    questions: [],
    retention: { watchTime: [0, 0, 0, 0], averageWatchMs: 0 },
    words: [],
    emoji: [],
    languages: [],
    gaps: [],
    closed: [],
    ...facts,
  },
  ...more,
});

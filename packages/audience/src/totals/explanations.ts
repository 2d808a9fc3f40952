import type { LiveEvent } from "@frontrow/protocol/event";
import type { Explained, Explanation } from "@frontrow/protocol/explanation";

const LATEST = 5;
const GAPS = 10;
type Latest = Explanation["latest"][number];

/** What a total is made of. */
interface Contributions {
  events: number;
  late: number;
  /** The last contributions, oldest first. */
  latest: Latest[];
}

/** What every total is made of, kept up to date as it grows, so that the page can explain any number it shows. */
export interface ExplanationsState {
  byMetric: Partial<Record<Explained, Contributions>>;
  /** Messages merged into streaks, streaks counted, and those among them whose end never came. */
  merged: number;
  streaks: number;
  expired: number;
  /** Messages that TikTok repeated and ingest dropped, by type of event. */
  duplicates: Record<string, number>;
  gaps: Explanation["gaps"];
  /** Grows with each change. */
  version: number;
}

export const createExplanations = (): ExplanationsState => ({
  byMetric: {},
  merged: 0,
  streaks: 0,
  expired: 0,
  duplicates: {},
  gaps: [],
  version: 0,
});

/** An event contributed `amount` to a total. */
export function explainEvent(state: ExplanationsState, metric: Explained, event: LiveEvent, amount: number): void {
  const contributions = contributionsTo(state, metric);
  contributions.events++;
  if (event.late) contributions.late++;
  const name = "user" in event ? event.user?.nickname : undefined;
  const { id: eventId, atMs } = event;
  addLatest(contributions, name ? { eventId, atMs, amount, name } : { eventId, atMs, amount });
  state.version++;
}

/** A booked streak contributed to `gifts` and `diamonds`, as one event of each. */
export function explainStreak(
  state: ExplanationsState,
  streak: { latest: Latest; diamonds: number; late: boolean; expired: boolean },
): void {
  state.streaks++;
  if (streak.expired) state.expired++;
  for (const [metric, amount] of [["gifts", streak.latest.amount] as const, ["diamonds", streak.diamonds] as const]) {
    const contributions = contributionsTo(state, metric);
    contributions.events++;
    if (streak.late) contributions.late++;
    addLatest(contributions, { ...streak.latest, amount });
  }
  state.version++;
}

export function explainDuplicates(state: ExplanationsState, dropped: Readonly<Record<string, number>>): void {
  for (const [type, count] of Object.entries(dropped)) state.duplicates[type] = (state.duplicates[type] ?? 0) + count;
  state.version++;
}

export function explainGap(state: ExplanationsState, { fromMs, toMs, reason }: Explanation["gaps"][number]): void {
  state.gaps.push({ fromMs, toMs, reason });
  if (state.gaps.length > GAPS) state.gaps.shift();
  state.version++;
}

/** The types of event that each total counts. */
const sourcesOf: Record<Explained, readonly string[]> = {
  chats: ["chat", "emote"],
  likes: ["like"],
  gifts: ["gift"],
  diamonds: ["gift"],
  shares: ["share"],
  follows: ["follow"],
  joins: ["member"],
  subscribes: ["subscribe"],
  uniqueViewers: ["chat", "question", "emote", "gift", "like", "share", "follow", "member", "subscribe"],
  viewers: ["roomUser"],
  sentiment: ["chat"],
};
const isOfStreaks = (metric: Explained): boolean => metric === "gifts" || metric === "diamonds";

/** What a total is made of; `value` is the total itself. */
export function explanationOf(
  state: ExplanationsState,
  metric: Explained,
  { value, atMs, gapMs }: Pick<Explanation, "value" | "atMs" | "gapMs">,
): Explanation {
  const contributions = state.byMetric[metric];
  const ofStreaks = isOfStreaks(metric);
  return {
    metric,
    value,
    atMs,
    events: contributions?.events ?? 0,
    late: contributions?.late ?? 0,
    merged: ofStreaks ? state.merged : 0,
    streaks: ofStreaks ? state.streaks : 0,
    expired: ofStreaks ? state.expired : 0,
    duplicates: sourcesOf[metric].reduce((sum, type) => sum + (state.duplicates[type] ?? 0), 0),
    gaps: [...state.gaps],
    gapMs,
    latest: contributions ? [...contributions.latest].reverse() : [],
  };
}

function contributionsTo(state: ExplanationsState, metric: Explained): Contributions {
  let contributions = state.byMetric[metric];
  if (!contributions) {
    contributions = { events: 0, late: 0, latest: [] };
    state.byMetric[metric] = contributions;
  }
  return contributions;
}

function addLatest(contributions: Contributions, latest: Latest): void {
  contributions.latest.push(latest);
  if (contributions.latest.length > LATEST) contributions.latest.shift();
}

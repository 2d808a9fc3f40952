import type { LiveEvent } from "@frontrow/protocol/event";
import type { Explained, Explanation } from "@frontrow/protocol/explanation";

const LATEST = 5;
const GAPS = 10;
type Latest = Explanation["latest"][number];

interface Account {
  events: number;
  late: number;
  /** Added last, oldest first. */
  latest: Latest[];
}

/** What every total is made of, kept as it grows, so that any tile can say so. */
export interface TallyState {
  accounts: Partial<Record<Explained, Account>>;
  /** Messages merged into streaks, streaks counted, and those of them whose end never came. */
  merged: number;
  streaks: number;
  expired: number;
  /** Messages that TikTok sent again, by type of event. */
  duplicates: Record<string, number>;
  gaps: Explanation["gaps"];
  /** Grows with each change. */
  version: number;
}

export const createTally = (): TallyState => ({
  accounts: {},
  merged: 0,
  streaks: 0,
  expired: 0,
  duplicates: {},
  gaps: [],
  version: 0,
});

/** An event added so much to a total. */
export function tally(state: TallyState, metric: Explained, event: LiveEvent, amount: number): void {
  const account = accountOf(state, metric);
  account.events++;
  if (event.late) account.late++;
  const name = "user" in event ? event.user?.nickname : undefined;
  enter(account, { eventId: event.id, atMs: event.atMs, amount, ...(name ? { name } : {}) });
  state.version++;
}

/** A streak was booked: one event more of the gifts, worth so many diamonds. */
export function tallyStreak(
  state: TallyState,
  streak: { latest: Latest; diamonds: number; late: boolean; expired: boolean },
): void {
  state.streaks++;
  if (streak.expired) state.expired++;
  for (const [metric, amount] of [["gifts", streak.latest.amount] as const, ["diamonds", streak.diamonds] as const]) {
    const account = accountOf(state, metric);
    account.events++;
    if (streak.late) account.late++;
    enter(account, { ...streak.latest, amount });
  }
  state.version++;
}

export function tallyDuplicates(state: TallyState, dropped: Readonly<Record<string, number>>): void {
  for (const [type, count] of Object.entries(dropped)) state.duplicates[type] = (state.duplicates[type] ?? 0) + count;
  state.version++;
}

export function tallyGap(state: TallyState, { fromMs, toMs, reason }: Explanation["gaps"][number]): void {
  state.gaps.push({ fromMs, toMs, reason });
  if (state.gaps.length > GAPS) state.gaps.shift();
  state.version++;
}

/** The types of event that a total is counted from. */
const sourcesOf: Record<Explained, readonly string[]> = {
  chats: ["chat"],
  likes: ["like"],
  gifts: ["gift"],
  diamonds: ["gift"],
  shares: ["share"],
  follows: ["follow"],
  joins: ["member"],
  subscribes: ["subscribe"],
  uniqueViewers: ["chat", "gift", "like", "share", "follow", "member", "subscribe"],
  viewers: ["roomUser"],
  sentiment: ["chat"],
};
const isOfStreaks = (metric: Explained): boolean => metric === "gifts" || metric === "diamonds";

/** What a total of this value is made of. */
export function explanationOf(
  state: TallyState,
  metric: Explained,
  { value, atMs, gapMs }: Pick<Explanation, "value" | "atMs" | "gapMs">,
): Explanation {
  const account = state.accounts[metric];
  const ofStreaks = isOfStreaks(metric);
  return {
    metric,
    value,
    atMs,
    events: account?.events ?? 0,
    late: account?.late ?? 0,
    merged: ofStreaks ? state.merged : 0,
    streaks: ofStreaks ? state.streaks : 0,
    expired: ofStreaks ? state.expired : 0,
    duplicates: sourcesOf[metric].reduce((sum, type) => sum + (state.duplicates[type] ?? 0), 0),
    gaps: [...state.gaps],
    gapMs,
    latest: account ? [...account.latest].reverse() : [],
  };
}

function accountOf(state: TallyState, metric: Explained): Account {
  let account = state.accounts[metric];
  if (!account) {
    account = { events: 0, late: 0, latest: [] };
    state.accounts[metric] = account;
  }
  return account;
}

function enter(account: Account, latest: Latest): void {
  account.latest.push(latest);
  if (account.latest.length > LATEST) account.latest.shift();
}

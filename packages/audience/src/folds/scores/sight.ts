import type { ActivityState } from "../../activity.ts";
import { type ChatState, moodOf, offendingShare, recentChats } from "../chat.ts";
import { activeViewers, type PeopleState } from "../people.ts";
import { type CrowdState, stretchOf } from "./crowd.ts";
import { type CrowdRate, countIn, effortIn, HALF_MINUTE, MINUTE, PSEUDO_VIEWERS, type UsualState } from "./usual.ts";

/** Less than this of the last minute seen is no minute to judge. */
const LEAST_SEEN = 4;

/** All that scores are made of, as of one beat: numbers alone. */
export interface Sight {
  /** Mean of the last five minutes, and those that we take to be there besides. */
  readonly audience: number;
  readonly viewers: number;
  /** The most at the end of a beat in the last fifteen minutes. */
  readonly most: number;
  /** The last minute's mean, and that of the minute five minutes ago (or the first one told). */
  readonly viewersNow: number;
  readonly viewersBefore: number;
  /** People seen in the last five minutes; where those were not seen whole, at least as many as when they last were. */
  readonly active: number;
  /** In the last minute. */
  readonly minute: Readonly<Record<CrowdRate, number>>;
  /** A viewer's minute, as is usual here. */
  readonly usual: Readonly<Record<CrowdRate, number>>;
  /** Effort in the last half minute, and the usual one. */
  readonly pace: number;
  readonly usualPace: number;
  /** Messages of the last five minutes, their mean mood, and the share of toxic ones. */
  readonly messages: number;
  readonly mood: number;
  readonly toxicity: number;
  /** People whose first gift came in the last five minutes. */
  readonly newGifters: number;
  /** How much of the way to the nearest milestone is done, 0…1. */
  readonly nearest: number;
}

export interface Looked {
  readonly activity: ActivityState;
  readonly chat: ChatState;
  readonly people: PeopleState;
}

/** What is to be seen at the end of a beat; undefined when too little of the last minute was. */
export function sightOf(
  { activity, chat, people }: Looked,
  { crowd, usual, active }: { readonly crowd: CrowdState; readonly usual: UsualState; readonly active: number },
  chances: Pick<Sight, "newGifters" | "nearest">,
): Sight | undefined {
  const minute = stretchOf(crowd, MINUTE);
  if (minute.seen < LEAST_SEEN) return undefined;
  const half = stretchOf(crowd, HALF_MINUTE);
  const perMinute = (rate: CrowdRate) => (countIn(activity, rate, MINUTE) * MINUTE) / minute.seen;
  const pace = half.seen === 0 ? usual.pace : (effortIn(activity, HALF_MINUTE) * HALF_MINUTE) / half.seen;
  const five = stretchOf(crowd, 5 * MINUTE);
  const activeNow = activeViewers(people);
  return {
    audience: five.viewers + PSEUDO_VIEWERS,
    viewers: crowd.last,
    most: stretchOf(crowd, 15 * MINUTE).most,
    viewersNow: minute.viewers,
    viewersBefore: viewersBefore(crowd) ?? minute.viewers,
    active: five.seen < 5 * MINUTE ? Math.max(active, activeNow) : activeNow,
    minute: {
      chats: perMinute("chats"),
      likes: perMinute("likes"),
      approvals: perMinute("approvals"),
      diamonds: perMinute("diamonds"),
    },
    usual: usual.rates,
    pace,
    usualPace: usual.pace,
    messages: recentChats(chat),
    mood: moodOf(chat),
    toxicity: offendingShare(chat, "toxic"),
    newGifters: chances.newGifters,
    nearest: chances.nearest,
  };
}

/** Five minutes ago, or as long ago as was told. */
function viewersBefore(crowd: CrowdState): number | undefined {
  for (let minutes = 5; minutes > 0; minutes--) {
    const { told, viewers } = stretchOf(crowd, MINUTE, minutes * MINUTE);
    if (told > 0) return viewers;
  }
  return undefined;
}

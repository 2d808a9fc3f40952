import { ACTIVITY_BEATS } from "../../activity.ts";
import { BEAT_MS } from "../../beat.ts";

/** No source was there, or a gap took most of the beat: what is not in it says nothing. */
const UNSEEN = -1;
/** Seen, but nobody told how many viewers there were. */
const UNTOLD = -2;

/** How many viewers each beat of the last fifteen minutes ended with, and which of them were seen at all. */
export interface CrowdState {
  /** Number of the last beat since 1970; 0 before the first. */
  head: number;
  /** A ring; made with the first beat. */
  viewers: Int32Array | undefined;
  /** The number last told; 0 before the first. */
  last: number;
  /** Beats seen so far. */
  seen: number;
}

export const createCrowd = (): CrowdState => ({ head: 0, viewers: undefined, last: 0, seen: 0 });

/** At the end of each beat: how many viewers there were, where a source was there and had told it. */
export function beatCrowd(state: CrowdState, beatEndMs: number, isSeen: boolean, viewers: number | undefined): void {
  state.viewers ??= new Int32Array(ACTIVITY_BEATS).fill(UNSEEN);
  state.head = beatEndMs / BEAT_MS;
  state.viewers[slotOf(state.head)] = isSeen ? (viewers ?? UNTOLD) : UNSEEN;
  if (!isSeen) return;
  state.seen++;
  if (viewers !== undefined) state.last = viewers;
}

/** A gap is known only when it is over: the beats that it took most of were not seen after all. Says whether there are any. */
export function forgetGap(state: CrowdState, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): boolean {
  const half = BEAT_MS / 2;
  const first = Math.max(Math.ceil((fromMs - half) / BEAT_MS) + 1, state.head - ACTIVITY_BEATS + 1);
  const last = Math.min(Math.floor((toMs - half) / BEAT_MS) + 1, state.head);
  for (let beat = first; beat <= last; beat++) {
    if (state.viewers) state.viewers[slotOf(beat)] = UNSEEN;
  }
  return first <= last;
}

/** Of `beats` neighbouring ones, of which the newest is `ago` before the last. */
export interface Stretch {
  readonly seen: number;
  /** In how many of them the number of viewers was known; where it was in none, the number last told stands for it. */
  readonly told: number;
  readonly viewers: number;
  readonly most: number;
}

export function stretchOf({ head, viewers, last }: CrowdState, beats: number, ago = 0): Stretch {
  let seen = 0;
  let told = 0;
  let sum = 0;
  let most = 0;
  if (viewers) {
    const count = Math.min(beats, ACTIVITY_BEATS - ago);
    let slot = slotOf(head - ago);
    for (let counted = 0; counted < count; counted++) {
      const value = viewers[slot] as number;
      if (value !== UNSEEN) seen++;
      if (value >= 0) {
        told++;
        sum += value;
        if (value > most) most = value;
      }
      slot = slot === 0 ? ACTIVITY_BEATS - 1 : slot - 1;
    }
  }
  return told === 0 ? { seen, told, viewers: last, most: last } : { seen, told, viewers: sum / told, most };
}

/** The spans of so many beats, one after the other before the newest, that were seen whole: how many beats ago each ended. */
export function wholeSpans({ head, viewers }: CrowdState, beats: number): number[] {
  const spans: number[] = [];
  for (let ago = beats; ago + beats <= ACTIVITY_BEATS; ago += beats) {
    let slot = slotOf(head - ago);
    let seen = 0;
    while (seen < beats && viewers && viewers[slot] !== UNSEEN) {
      seen++;
      slot = slot === 0 ? ACTIVITY_BEATS - 1 : slot - 1;
    }
    if (seen === beats) spans.push(ago);
  }
  return spans;
}

/** Also of a beat before 1970, of which nothing was seen: clocks of tests begin there. */
const slotOf = (beat: number): number => ((beat % ACTIVITY_BEATS) + ACTIVITY_BEATS) % ACTIVITY_BEATS;

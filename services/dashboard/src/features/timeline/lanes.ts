import type { LaneStep, RecordingTimeline, Span } from "@frontrow/protocol/library/timeline";

/** Distance of the steps, as the server makes them. */
export const STEP_MS = 15_000;

/** The time that a line stands for, from its left to its right. */
export interface Extent {
  readonly fromMs: number;
  readonly toMs: number;
}

export const laneNames = ["chats", "gifts", "viewers", "mood"] as const;
export type LaneName = (typeof laneNames)[number];

/** A number that was told holds for as long as this; then it is not known. */
const HELD_STEPS = 4;

/** What a lane shows of a step, unscaled; undefined where it says nothing. */
const laneValueOf: Readonly<Record<LaneName, (step: LaneStep) => number | undefined>> = {
  chats: ({ chats }) => chats,
  // What a gift is worth says more than how many there were; one that is worth nothing is a gift all the same.
  gifts: ({ gifts, diamonds }) => (gifts || diamonds ? Math.max(gifts ?? 0, diamonds ?? 0) : undefined),
  viewers: ({ viewers }) => viewers,
  mood: ({ moods, mood }) => (moods ? (mood ?? 0) / 1_000 / moods : undefined),
};

/** From here on a mood is as strong as it is drawn: means of many messages are small. */
const STRONG_MOOD = 0.6;

/**
 * How strong each value is drawn, 0 to 1 of the most there was. Counts by their root and diamonds by their logarithm: beside one
 * galaxy a room full of roses would not be seen.
 */
const scaleOf = (name: LaneName, most: number): ((value: number) => number) => {
  if (name === "mood") return (value) => Math.max(-1, Math.min(1, value / STRONG_MOOD));
  if (most <= 0) return () => 0;
  if (name === "chats") return (value) => Math.sqrt(value / most);
  if (name === "gifts") return (value) => Math.log1p(value) / Math.log1p(most);
  return (value) => value / most;
};

/**
 * A lane as columns of a picture, 0 to 1 (of the mood −1 to 1), null where nothing was told. A column that several steps share has
 * the strongest of them, not their mean: what lasted seconds of three hours is what somebody looks for.
 */
export function columnsOf(steps: readonly LaneStep[], name: LaneName, extent: Extent, columns: number): (number | null)[] {
  const drawn = Array<number | null>(columns).fill(null);
  const most = steps.reduce((top, step) => Math.max(top, laneValueOf[name](step) ?? 0), 0);
  const scale = scaleOf(name, most);
  const perMs = columns / Math.max(1, extent.toMs - extent.fromMs);
  steps.forEach((step, index) => {
    const value = laneValueOf[name](step);
    if (value === undefined) return;
    const holds = name === "viewers" ? heldMs(steps, index) : STEP_MS;
    const first = Math.max(0, Math.floor((step.atMs - extent.fromMs) * perMs));
    const last = Math.min(columns, Math.max(first + 1, Math.ceil((step.atMs + holds - extent.fromMs) * perMs)));
    const strength = scale(value);
    for (let column = first; column < last; column += 1) {
      const other = drawn[column];
      if (other == null || Math.abs(strength) > Math.abs(other)) drawn[column] = strength;
    }
  });
  return drawn;
}

/** A count of viewers holds until the next one, but not for long. */
function heldMs(steps: readonly LaneStep[], index: number): number {
  const atMs = steps[index]?.atMs ?? 0;
  const most = HELD_STEPS * STEP_MS;
  for (let next = index + 1; next < steps.length; next += 1) {
    const step = steps[next];
    if (!step || step.atMs - atMs >= most) break;
    if (step.viewers !== undefined) return step.atMs - atMs;
  }
  return most;
}

/**
 * Steps in which nothing was said, asked, given or followed, as spans: what "skip idle" jumps over. Where data is missing, or nobody
 * streamed, is no idleness.
 */
export function idleSpans({ lanes, fromMs, toMs, gaps, closed }: RecordingTimeline): readonly Span[] {
  const lively = new Set(
    lanes.filter(({ chats, gifts, questions, follows }) => chats || gifts || questions || follows).map(({ atMs }) => atMs),
  );
  const missing = [...gaps, ...closed];
  const spans: { fromMs: number; toMs: number }[] = [];
  // Whole steps only: of the first and of the last one some is outside.
  for (let atMs = Math.ceil(fromMs / STEP_MS) * STEP_MS; atMs + STEP_MS <= toMs; atMs += STEP_MS) {
    if (lively.has(atMs) || missing.some((span) => span.fromMs < atMs + STEP_MS && span.toMs > atMs)) continue;
    const last = spans.at(-1);
    if (last?.toMs === atMs) last.toMs = atMs + STEP_MS;
    else spans.push({ fromMs: atMs, toMs: atMs + STEP_MS });
  }
  return spans;
}

import type { FoldItem } from "@frontrow/audience/fold";
import { LANE_STEP_MS, type LaneStep } from "@frontrow/protocol/library/timeline";

/** What is counted. `mood` is the sum of its `moods` messages' sentiment, in thousandths: whole numbers, exact in any order. */
const laneNames = [
  ...(["chats", "gifts", "diamonds", "likes", "joins"] as const),
  ...(["follows", "shares", "questions", "moods", "mood"] as const),
] satisfies (keyof LaneStep)[];
type LaneName = (typeof laneNames)[number];

/** Steps by their number since 1970. */
export type Lanes = Map<number, LaneStep>;

/** Counts an item. What came late did not happen then; what a guest was given is not the host's. */
export function countLanes(lanes: Lanes, item: FoldItem): void {
  if ("late" in item && item.late) return;
  switch (item.type) {
    case "chat":
    case "question": {
      const [chats, questions] = item.type === "chat" ? [1, item.question ? 1 : 0] : [0, 1];
      add(lanes, item.atMs, { chats, questions, moods: 1, mood: Math.round(item.sentiment * 1_000) });
      break;
    }
    case "emote":
      add(lanes, item.atMs, { chats: 1 });
      break;
    case "gift":
      if (!item.streakOpen && !item.receiver) add(lanes, item.atMs, { gifts: item.count, diamonds: item.diamonds });
      break;
    case "like":
      add(lanes, item.atMs, { likes: item.count });
      break;
    case "member":
      add(lanes, item.atMs, { joins: 1 });
      break;
    case "follow":
      add(lanes, item.atMs, { follows: 1 });
      break;
    case "share":
      add(lanes, item.atMs, { shares: 1 });
      break;
    case "roomUser":
      noteViewers(lanes, item.atMs, item.viewers);
      break;
    default: // in no lane
  }
}

/** Counts what was counted in steps before. */
export function addLanes(lanes: Lanes, steps: readonly LaneStep[]): void {
  for (const { atMs, viewers, ...amounts } of steps) {
    add(lanes, atMs, amounts);
    if (viewers !== undefined) noteViewers(lanes, atMs, viewers);
  }
}

export const lanesOf = (lanes: Lanes): LaneStep[] => [...lanes.values()].sort((a, b) => a.atMs - b.atMs);

function add(lanes: Lanes, atMs: number, amounts: { readonly [N in LaneName]?: number | undefined }): void {
  const step = stepAt(lanes, atMs);
  for (const name of laneNames) {
    const amount = amounts[name];
    if (amount) step[name] = (step[name] ?? 0) + amount;
  }
}

function noteViewers(lanes: Lanes, atMs: number, viewers: number): void {
  const step = stepAt(lanes, atMs);
  step.viewers = Math.max(step.viewers ?? 0, viewers);
}

function stepAt(lanes: Lanes, atMs: number): LaneStep {
  const number = Math.floor(atMs / LANE_STEP_MS);
  let step = lanes.get(number);
  if (!step) {
    step = { atMs: number * LANE_STEP_MS };
    lanes.set(number, step);
  }
  return step;
}

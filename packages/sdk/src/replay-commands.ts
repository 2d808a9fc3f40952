import type { ReplayState } from "@frontrow/protocol/insight";
import type { ReplayCommand, ReplaySeek } from "@frontrow/protocol/replay";
import type { Frame } from "./frames.ts";

/** What the states of the replay in a frame are; a snapshot has one among all that stands. */
export function replayStatesIn(frame: Frame): readonly ReplayState[] {
  const insights =
    frame.kind === "insights"
      ? frame.items
      : frame.kind === "message" && frame.message.type === "insights"
        ? frame.message.data.items
        : [];
  return insights.filter((insight) => insight.type === "replayState");
}

/**
 * Whether a replay in this state has done what a command asks for; seeks are done when the next epoch is shown. The plain dialect
 * knows no other answer.
 */
export function isReached(command: ReplayCommand, state: ReplayState): boolean {
  switch (command.action) {
    case "play":
    case "resume":
      return state.state !== "paused";
    case "pause":
      return state.state !== "playing";
    case "speed":
      return state.speed === command.value;
    case "skipIdle":
      return state.skipIdle === command.value;
    case "loop":
      return state.loop?.fromMs === command.value?.fromMs && state.loop?.toMs === command.value?.toMs;
    case "step":
      return true;
    case "seek":
    case "stop":
      return false;
  }
}

/** A seek that does what two would do, one after the other: distances add up, a place replaces all before it. */
export function mergedSeek(held: ReplaySeek | undefined, next: ReplaySeek): ReplaySeek {
  if (!held || !("byMs" in next)) return next;
  if ("byMs" in held) return { byMs: held.byMs + next.byMs };
  return "atMs" in held ? { atMs: Math.max(0, held.atMs + next.byMs) } : next;
}

/** Commands of one kind replace each other; steps add up. */
export function replayKindOf({ action }: ReplayCommand, commandId: string): string {
  if (action === "step") return `step:${commandId}`;
  return action === "play" || action === "pause" || action === "resume" ? "playing" : action;
}

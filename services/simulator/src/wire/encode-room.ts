import type { ContentOf, ControlAction, MessageOf } from "./message.ts";
import { writeUser } from "./parts.ts";
import type { ProtoWriter } from "./proto-writer.ts";

const CONTROL_ACTIONS = { paused: 1, resumed: 2, ended: 3, suspended: 4 } as const satisfies Record<ControlAction, number>;

export function writeControl(writer: ProtoWriter, control: ContentOf<"control">): void {
  writer.int(2, CONTROL_ACTIONS[control.action]);
}

export function writeDelete(writer: ProtoWriter, deletion: ContentOf<"delete">): void {
  for (const id of deletion.msgIds) writer.int(2, id);
  for (const id of deletion.userIds) writer.int(3, id);
}

export function writeGoal(writer: ProtoWriter, goal: ContentOf<"goal">): void {
  writer.message(2, (indicator) => indicator.string(1, "live_goal_indicator_stream_goal").int(2, 3));
  writer.message(3, (part) =>
    part
      .int(1, goal.goalId)
      .int(2, 1)
      .int(3, goal.progress >= goal.target ? 2 : 1)
      .message(4, (sub) => sub.int(1, 1).int(2, goal.goalId).int(3, goal.progress).int(4, goal.target))
      .string(5, goal.description),
  );
  const { user } = goal;
  if (user) writer.int(4, user.id).string(6, user.handle).int(9, 1).int(10, 1).string(12, user.id);
}

/** `writePinned` writes the pinned chat as a whole message, common part included. */
export function writePin(writer: ProtoWriter, pin: MessageOf<"pin">, writePinned: (writer: ProtoWriter) => void): void {
  writer.message(2, writePinned).string(30, "WebcastChatMessage").int(31, pin.createTimeMs);
  writeUser(writer, 32, pin.operator);
  writer.int(33, 1).int(34, 60_000).int(35, pin.pinned.msgId);
}

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
  writer
    .int(33, pin.unpinned ? 2 : 1)
    .int(34, 60_000)
    .int(35, pin.pinned.msgId);
}

const GUESTS = 4;

export function writeGuest(writer: ProtoWriter, { guest, state }: ContentOf<"guest">): void {
  writer.int(4, GUESTS);
  if (state === "left") writer.message(10, (leave) => leave.int(1, guest.id));
  else writer.message(13, (list) => list.message(1, (linked) => writeUser(linked, 1, guest)));
}

export function writeStage(writer: ProtoWriter, { guestIds }: ContentOf<"stage">): void {
  writer.int(4, GUESTS).message(102, (change) =>
    change.message(2, (list) => {
      for (const id of guestIds) list.message(2, (linked) => linked.message(1, (player) => player.int(2, id)));
    }),
  );
}

/** Fields of a poll's three contents, and of the options within them. */
const POLL_CONTENTS = { open: [4, 3], close: [5, 2], votes: [6, 2] } as const;

export function writePoll(writer: ProtoWriter, poll: ContentOf<"poll">): void {
  const [content, options] = POLL_CONTENTS[poll.state];
  writer.int(3, poll.pollId).message(content, (part) => {
    poll.options.forEach(({ text, votes }, index) => {
      part.message(options, (option) => option.int(1, votes).string(2, text).int(3, index));
    });
    if (poll.state === "open") part.string(4, poll.title);
  });
  writer.message(8, (info) => info.string(3, poll.title));
}

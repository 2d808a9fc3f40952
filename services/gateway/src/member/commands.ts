import type { Command } from "@frontrow/protocol/command";
import { type ErrorCode, errorCatalogue } from "@frontrow/protocol/errors";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskAnswer } from "@frontrow/redis/desks";
import type { DeskChanges } from "../desk/changes.ts";
import type { Member } from "./member.ts";

/** How a command is answered where the desk's log does not do it. */
export interface Answer {
  say(message: ServerMessage): void;
  refuse(code: ErrorCode, commandId?: string): void;
  /** The desk does not exist any more. */
  gone(): void;
}

interface Seat {
  readonly member: Member;
  readonly deskId: DeskId;
  readonly changes: DeskChanges;
  readonly answer: Answer;
}

export type DeskCommand = Exclude<Command, { type: "test" | "resume" }>;

/**
 * Does what a member of a desk asks for. A change that takes place is told to all members by the desk's log; who asks for
 * what is so already, or asks twice, is answered alone.
 */
export async function obey(command: DeskCommand, { member, deskId, changes, answer }: Seat): Promise<void> {
  const { commandId } = command;
  switch (command.type) {
    case "changeUsername":
      return watch(command.username);
    case "disconnectStream":
      return settle(await changes.unwatch(deskId, commandId), { type: "streamDisconnected", data: {} });
    case "setLanguage": {
      const { language } = command;
      return settle(await changes.setLanguage(deskId, language, commandId), { type: "languageSet", data: { language } });
    }
    case "setMode": {
      if (command.mode === "REPLAY") return answer.refuse("NOT_YET", commandId);
      const view = member.viewed ? { session: member.viewed, epoch: 1 } : {};
      answer.say({ type: "modeChanged", data: { mode: "LIVE", ...view } });
      return command.username === undefined ? member.refresh() : watch(command.username);
    }
    case "answerQuestion":
    case "ignoreQuestion":
    case "reopenQuestion": {
      const { type, questionId } = command;
      const session = member.viewed;
      const done = await changes.settleQuestion(deskId, { type, questionId, ...(session ? { session } : {}) }, commandId);
      return settle(done.outcome, standingOf(questionId, done.answer));
    }
    case "setCoach": {
      const { usesModel } = command;
      return settle(await changes.setCoach(deskId, usesModel, commandId), { type: "coachSet", data: { usesModel } });
    }
    case "replay":
      return answer.refuse("NOT_YET", commandId);
  }

  async function watch(username: string): Promise<void> {
    const outcome = await changes.watchNamed(deskId, username, commandId);
    const { advice: error } = errorCatalogue.BAD_USERNAME;
    if (outcome === "badUsername") answer.say({ type: "usernameChangeError", data: { error, code: "BAD_USERNAME" } });
    else if (outcome === "unchanged") member.refresh();
    else if (outcome === "absent") answer.gone();
  }

  function settle(outcome: Awaited<ReturnType<DeskChanges["unwatch"]>>, unchanged: ServerMessage): void {
    if (outcome === "unchanged") answer.say(unchanged);
    else if (outcome === "absent") answer.gone();
  }
}

/** How a question stands at a desk, for who asked for what is so already. */
function standingOf(questionId: string, answer: DeskAnswer | undefined): ServerMessage {
  if (!answer) return { type: "questionReopened", data: { questionId, atMs: Date.now() } };
  const type = answer.status === "answered" ? "questionAnswered" : "questionIgnored";
  return { type, data: { questionId, atMs: answer.atMs, ...(answer.session ? { session: answer.session } : {}) } };
}

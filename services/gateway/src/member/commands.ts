import type { Command } from "@frontrow/protocol/command";
import type { ServerMessage } from "@frontrow/protocol/frame";
import { whyNobody } from "@frontrow/protocol/handle";
import type { DeskAnswer } from "@frontrow/redis/desks";
import type { ChangeOutcome, DeskChanges } from "../desk/changes.ts";
import type { Output } from "../socket/output.ts";
import type { Member } from "./member.ts";

interface Context {
  readonly member: Member;
  readonly output: Output;
  readonly changes: DeskChanges;
  /** Whose ids its commands have; undefined when that is not known. */
  readonly actor: string | undefined;
  /** Who pays for what is asked for. */
  readonly payer: string;
}

/** A command for the desk that the socket is a member of. */
export type DeskCommand = Exclude<Command, { type: "test" | "resume" }>;

/**
 * Carries out a member's command. A change that takes place is published to all members by the desk's log; a member that asks
 * for the state that the desk has already, or asks twice, is answered alone.
 */
export async function handleCommand(command: DeskCommand, { member, output, changes, actor, payer }: Context): Promise<void> {
  const { commandId } = command;
  const key = commandId === undefined ? undefined : { id: commandId, actor };
  const deskId = member.desk.id;
  switch (command.type) {
    case "changeUsername":
      return watch(command.username);
    case "disconnectStream":
      return answer(await changes.unwatch(deskId, key), sendUnwatched, sendSource);
    case "setLanguage":
      return answer(
        await changes.setLanguage(deskId, command.language, key),
        () => send({ type: "languageSet", data: { language: command.language } }),
        () => send({ type: "languageSet", data: { language: member.desk.state.language } }),
      );
    case "setMode": {
      if (command.mode === "REPLAY") return output.refuse("NOT_YET", commandId);
      const view = member.viewed ? { session: member.viewed, epoch: 1 } : {};
      output.message({ type: "modeChanged", data: { mode: "LIVE", ...view } }, member.cursor);
      return command.username === undefined ? refresh() : watch(command.username);
    }
    case "answerQuestion":
    case "ignoreQuestion":
    case "reopenQuestion": {
      const { type, questionId } = command;
      const session = member.viewed;
      const change = { type, questionId, ...(session ? { session } : {}) };
      const changed = await changes.resolveQuestion(deskId, change, key);
      return answer(changed.outcome, () => send(questionState(questionId, changed.answer)));
    }
    case "setCoach":
      return answer(
        await changes.setCoach(deskId, command.usesModel, key),
        () => send({ type: "coachSet", data: { usesModel: command.usesModel } }),
        () => send({ type: "coachSet", data: { usesModel: member.desk.state.usesModel ?? false } }),
      );
    case "replay":
      return output.refuse("NOT_YET", commandId);
  }

  async function watch(username: string): Promise<void> {
    const outcome = await changes.watchByName(deskId, username, { payer, command: key });
    if (outcome === "badUsername")
      send({ type: "usernameChangeError", data: { error: whyNobody(username), code: "BAD_USERNAME" } });
    else answer(outcome, refresh, sendSource);
  }

  /** A snapshot is large: who asks again at once has it on the way already. */
  function refresh(): void {
    const waitMs = member.refreshAgain(performance.now());
    if (waitMs > 0) output.refuse("RATE_LIMITED", commandId, SNAPSHOT_LIMIT, Date.now() + Math.ceil(waitMs));
  }

  function send(message: ServerMessage): void {
    output.message(message, member.cursor);
  }

  function sendUnwatched(): void {
    send({ type: "streamDisconnected", data: {} });
  }

  /** How it stands now. What others have changed since, and this gateway does not know yet, follows by the desk's log. */
  function sendSource(): void {
    if (member.desk.state.handle) refresh();
    else sendUnwatched();
  }

  /** Answers a member whose command changed nothing now. */
  function answer(outcome: ChangeOutcome, unchanged: () => void, repeated = unchanged): void {
    if (outcome === "unchanged") unchanged();
    else if (outcome === "repeated") repeated();
    else if (outcome === "absent") output.close("DESK_GONE");
  }
}

const SNAPSHOT_LIMIT = "All that there is was sent a moment ago. Ask again in two seconds.";

/** The state of a question at a desk, for a member whose command changed nothing. */
function questionState(questionId: string, answer: DeskAnswer | undefined): ServerMessage {
  if (!answer) return { type: "questionReopened", data: { questionId, atMs: Date.now() } };
  const type = answer.status === "answered" ? "questionAnswered" : "questionIgnored";
  return { type, data: { questionId, atMs: answer.atMs, ...(answer.session ? { session: answer.session } : {}) } };
}

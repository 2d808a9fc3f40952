import type { Command } from "@frontrow/protocol/command";
import type { ServerMessage } from "@frontrow/protocol/frame";
import { whyNobody } from "@frontrow/protocol/handle";
import type { DeskAnswer } from "@frontrow/redis/desks";
import type { ChangeOutcome, DeskChanges } from "../desk/changes.ts";
import { sessionToAnswerIn } from "../desk/mode.ts";
import type { DeskReplays, ReplayWish } from "../desk/replays.ts";
import type { Output } from "../socket/output.ts";
import type { Member } from "./member.ts";

interface Context {
  readonly member: Member;
  readonly output: Output;
  readonly changes: DeskChanges;
  readonly replays: DeskReplays;
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
export async function handleCommand(command: DeskCommand, context: Context): Promise<void> {
  const { member, output, changes, replays, actor, payer } = context;
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
    case "setMode":
      return command.mode === "REPLAY" ? replay(command) : goLive(command.username);
    case "replay": {
      const { action, value } = command;
      const outcome = await replays.command({ deskId, state: member.desk.state }, { action, value }, key);
      return answer(outcome, sendMode, action === "stop" ? sendMode : () => member.sendMetrics());
    }
    case "setRecording":
      return answer(
        await replays.setRecording(deskId, command.records, key),
        () => send({ type: "recordingSet", data: { records: command.records } }),
        () => send({ type: "recordingSet", data: { records: member.desk.state.records ?? true } }),
      );
    case "answerQuestion":
    case "ignoreQuestion":
    case "reopenQuestion": {
      const { type, questionId } = command;
      const session = sessionToAnswerIn(member.desk.state, member.viewed);
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
  }

  async function watch(username: string): Promise<void> {
    const outcome = await changes.watchByName(deskId, username, { payer, command: key });
    if (outcome === "badUsername") sendBadUsername(username);
    else answer(outcome, refresh, sendSource);
  }

  function sendBadUsername(username: string): void {
    send({ type: "usernameChangeError", data: { error: whyNobody(username), code: "BAD_USERNAME" } });
  }

  async function replay(wish: ReplayWish): Promise<void> {
    const { state, live } = member.desk;
    answer(await replays.begin({ deskId, state, live }, wish, { payer, command: key }), sendMode);
  }

  async function goLive(username: string | undefined): Promise<void> {
    if (username === undefined) return answer(await replays.goLive(deskId, key), sendMode);
    // The creator first: else the one before would be on the screens for a moment.
    const watched = await changes.watchByName(deskId, username, { payer, command: key });
    if (watched === "badUsername") return sendBadUsername(username);
    const outcome = await replays.goLive(deskId, key);
    if (outcome !== "applied") send(modeOf(member));
    answer(watched, refresh, sendSource);
  }

  /** Of its mode a desk says nothing new: to whoever asked, as it is, with all that belongs to it. */
  function sendMode(): void {
    refresh(modeOf(member));
  }

  /** A snapshot is large: who asks again at once has it on the way already. */
  function refresh(first?: ServerMessage): void {
    const waitMs = member.refreshAgain(performance.now(), first);
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

/** The mode as a member knows it. */
function modeOf({ desk, viewed, cursor }: Member): ServerMessage {
  const { mode, replay } = desk.state;
  const view = viewed ? { session: viewed, epoch: cursor.session?.epoch ?? 1 } : {};
  return { type: "modeChanged", data: { mode, ...view, ...(replay ? { replay } : {}) } };
}

const SNAPSHOT_LIMIT = "All that there is was sent a moment ago. Ask again in two seconds.";

/** The state of a question at a desk, for a member whose command changed nothing. */
function questionState(questionId: string, answer: DeskAnswer | undefined): ServerMessage {
  if (!answer) return { type: "questionReopened", data: { questionId, atMs: Date.now() } };
  const type = answer.status === "answered" ? "questionAnswered" : "questionIgnored";
  return { type, data: { questionId, atMs: answer.atMs, ...(answer.session ? { session: answer.session } : {}) } };
}

import type { SessionId } from "@frontrow/protocol/ids";
import { beforeEach, describe, expect, it } from "vitest";
import type { Frame } from "./frames.ts";
import { Outbox } from "./outbox.ts";

const message = (type: string, data: object = {}): Frame => ({ kind: "message", message: { type, data } as never });
const at = { log: "dsk_a" as SessionId, epoch: 1, id: "1-0", stamp: "s" };

describe("the outbox", () => {
  let outbox: Outbox;
  let ids: number;
  const waiting = () => outbox.pending.map(({ type }) => type);
  /** What of `frames` confirms the command that is given anew before each. */
  const confirming = (give: () => unknown, frames: readonly Frame[]) =>
    frames.filter((frame) => {
      outbox = new Outbox(() => `c${ids++}`);
      give();
      outbox.acknowledge(frame);
      return outbox.pending.length === 0;
    });

  beforeEach(() => {
    ids = 1;
    outbox = new Outbox(() => `c${ids++}`);
  });

  it("says what is to be done, each command with an id of its own", () => {
    outbox.watch("@Alice");
    outbox.setLanguage("fr");
    outbox.setCoach(true);
    outbox.markQuestion("answerQuestion", "q1");
    expect(outbox.pending).toEqual([
      { type: "changeUsername", username: "@Alice", commandId: "c1" },
      { type: "setLanguage", language: "fr", commandId: "c2" },
      { type: "setCoach", usesModel: true, commandId: "c3" },
      { type: "answerQuestion", questionId: "q1", commandId: "c4" },
    ]);
    expect(outbox.unwatch()).toEqual({ type: "disconnectStream", commandId: "c5" });
  });

  it("holds the last command of a kind, in the order in which they were given last", () => {
    outbox.watch("alice");
    outbox.setLanguage("fr");
    outbox.markQuestion("answerQuestion", "q1");
    outbox.unwatch();
    outbox.markQuestion("reopenQuestion", "q1");
    outbox.setCoach(true);
    outbox.setCoach(false);
    expect(waiting()).toEqual(["setLanguage", "disconnectStream", "reopenQuestion", "setCoach"]);
    expect(outbox.pending.at(-1)).toMatchObject({ usesModel: false });
  });

  it("has a watch confirmed by what the server says of that creator, and by a refusal of the name", () => {
    const confirm = [
      message("connectionProgress", { username: "alice", state: "connecting" }),
      message("usernameChanged", { username: "alice" }),
      message("connected", { username: "alice", session: "ses_a", epoch: 1, roomId: "7" }),
      message("usernameChangeError", { code: "BAD_USERNAME", error: "no" }),
    ];
    const others = [
      message("connectionProgress", { username: "bob", state: "connecting" }),
      message("usernameChanged", { username: "bob" }),
      message("connected", { username: "bob", session: "ses_b", epoch: 1, roomId: "8" }),
      message("disconnected", { username: "alice", reason: "ended" }),
      message("sessionInfo", { username: "alice", session: "ses_a", roomId: "7", sinceMs: 1 }),
      message("streamDisconnected", { username: "alice" }),
    ];
    expect(confirming(() => outbox.watch("https://www.tiktok.com/@Alice/live"), [...others, ...confirm])).toEqual(confirm);
  });

  it("has everything else confirmed by its own message alone", () => {
    const done = message("streamDisconnected");
    const language = message("languageSet", { language: "fr" });
    const coach = message("coachSet", { usesModel: true });
    const messages = [message("connectionProgress", { username: "alice", state: "offline" }), done, language, coach];
    expect(confirming(() => outbox.unwatch(), messages)).toEqual([done]);
    expect(confirming(() => outbox.setLanguage("fr"), messages)).toEqual([language]);
    expect(confirming(() => outbox.setCoach(true), messages)).toEqual([coach]);
  });

  it("has a question confirmed by any news of that question", () => {
    const of = (questionId: string) =>
      ["questionAnswered", "questionIgnored", "questionReopened"].map((type) => message(type, { questionId, atMs: 5 }));
    const messages = [...of("q1"), ...of("q2"), message("languageSet", { language: "fr", questionId: "q1" })];
    expect(confirming(() => outbox.markQuestion("ignoreQuestion", "q1"), messages)).toEqual(of("q1"));
  });

  it("drops what was refused by its id, and keeps it when another command was", () => {
    const refused = (commandId?: string) => message("error", { code: "RATE_LIMITED", message: "no", commandId });
    outbox.watch("alice");
    outbox.setLanguage("fr");
    outbox.acknowledge(refused());
    outbox.acknowledge(refused("c7"));
    expect(waiting()).toEqual(["changeUsername", "setLanguage"]);
    outbox.acknowledge(refused("c1"));
    expect(waiting()).toEqual(["setLanguage"]);
  });

  it("drops what the desk's log says was done by its id, whoever else did the same", () => {
    const fact = (commandId?: string) => ({ type: "languageSet", language: "fr", ...(commandId ? { commandId } : {}) });
    outbox.setLanguage("fr");
    outbox.acknowledge({ kind: "desk", at, items: [fact(), fact("theirs")] });
    outbox.acknowledge({ kind: "events", at, items: [fact("c1") as never] });
    expect(waiting()).toEqual(["setLanguage"]);
    outbox.acknowledge({ kind: "desk", at, items: [fact("theirs"), fact("c1")] });
    expect(waiting()).toEqual([]);
  });
});

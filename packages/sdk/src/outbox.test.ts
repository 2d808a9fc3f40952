import type { SessionId } from "@frontrow/protocol/ids";
import type { ReplayCommand, ReplaySeek } from "@frontrow/protocol/replay";
import { beforeEach, describe, expect, it } from "vitest";
import type { Frame } from "./frames.ts";
import { Outbox } from "./outbox.ts";

const message = (type: string, data: object = {}): Frame => ({ kind: "message", message: { type, data } as never });
const at = { log: "dsk_a" as SessionId, epoch: 1, id: "1-0", stamp: "s" };

describe("the outbox", () => {
  let outbox: Outbox;
  let ids: number;
  let nowMs: number;
  const make = () =>
    new Outbox(
      () => `c${ids++}`,
      () => nowMs,
    );
  const waiting = () => outbox.pending.map(({ type }) => type);
  /** What of `frames` confirms the command that is given anew before each. */
  const confirming = (give: () => unknown, frames: readonly Frame[]) =>
    frames.filter((frame) => {
      outbox = make();
      give();
      outbox.acknowledge(frame);
      return outbox.pending.length === 0;
    });

  beforeEach(() => {
    ids = 1;
    nowMs = 1_000;
    outbox = make();
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

  it("has mode and recording confirmed by their own messages", () => {
    const [live, replay] = [message("modeChanged", { mode: "LIVE" }), message("modeChanged", { mode: "REPLAY" })];
    const [on, other] = [message("recordingSet", { records: true }), message("languageSet", { language: "fr" })];
    const messages = [live, replay, on, other];
    expect(confirming(() => outbox.setMode({ mode: "REPLAY", paused: true }), messages)).toEqual([replay]);
    expect(confirming(() => outbox.setMode({ mode: "LIVE", username: "alice" }), messages)).toEqual([live]);
    expect(confirming(() => outbox.setRecording(false), messages)).toEqual([on]);
    outbox.setMode({ mode: "LIVE", username: "alice" });
    expect(outbox.pending.at(-1)).toMatchObject({ type: "setMode", mode: "LIVE", username: "alice" });
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

  describe("of a replay", () => {
    const shown = (epoch: number, session = "ses_r") => message("history", { session, epoch, items: [] });
    const told = (state: object): Frame => ({ kind: "insights", at, items: [{ type: "replayState", ...state } as never] });
    const standing = (state: object) => message("insights", { items: [{ type: "replayState", ...state }] });
    const seek = (value: ReplaySeek) => outbox.replay({ action: "seek", value });

    it("holds the last word on playing, and on each setting", () => {
      const commands: ReplayCommand[] = [
        { action: "play" },
        { action: "speed", value: 2 },
        { action: "pause" },
        { action: "skipIdle", value: true },
        { action: "loop", value: { fromMs: 0, toMs: 5_000 } },
        { action: "loop", value: null },
        { action: "resume" },
        { action: "speed", value: 4 },
      ];
      for (const command of commands) outbox.replay(command);
      expect(outbox.pending.map(({ action, value }) => [action, value])).toEqual([
        ["skipIdle", true],
        ["loop", null],
        ["resume", undefined],
        ["speed", 4],
      ]);
    });

    it.each<[ReplayCommand, object, object]>([
      [{ action: "pause" }, { state: "playing" }, { state: "paused" }],
      [{ action: "pause" }, { state: "playing" }, { state: "finished" }],
      [{ action: "play" }, { state: "paused" }, { state: "playing" }],
      [{ action: "resume" }, { state: "paused" }, { state: "finished" }],
      [{ action: "speed", value: 8 }, { speed: 1 }, { speed: 8 }],
      [{ action: "skipIdle", value: false }, { skipIdle: true }, { skipIdle: false }],
      [{ action: "loop", value: null }, { loop: { fromMs: 1, toMs: 2 } }, {}],
      [{ action: "loop", value: { fromMs: 1, toMs: 2_000 } }, {}, { loop: { fromMs: 1, toMs: 2_000 } }],
    ])("has %j confirmed by a state that is so", (command, before, after) => {
      outbox.replay(command);
      outbox.acknowledge(told(before));
      expect(waiting()).toEqual(["replay"]);
      outbox.acknowledge(standing(after));
      expect(waiting()).toEqual([]);
    });

    it("adds steps up, and forgets the first of too many", () => {
      for (let n = 0; n < 7; n++) outbox.replay({ action: "step", value: { kind: "gift", direction: "next" } });
      expect(outbox.pending.map(({ commandId }) => commandId)).toEqual(["c3", "c4", "c5", "c6", "c7"]);
      outbox.acknowledge(told({ state: "paused" }));
      expect(waiting()).toEqual([]);
    });

    it("has one seek under way, and sends the newest of the others when the next place is shown", () => {
      outbox.acknowledge(shown(1));
      expect(seek({ atMs: 1 })).toMatchObject({ value: { atMs: 1 }, commandId: "c1" });
      expect([seek({ atMs: 2 }), seek({ percent: 3 })]).toEqual([undefined, undefined]);
      for (const other of [shown(1), told({ state: "playing" }), { kind: "desk", at, items: [{ type: "x", commandId: "c1" }] }]) {
        expect(outbox.acknowledge(other as Frame)).toBeUndefined();
      }
      expect(outbox.pending).toHaveLength(1);
      expect(outbox.acknowledge(shown(2))).toMatchObject({ value: { percent: 3 } });
      expect(outbox.acknowledge(shown(3))).toBeUndefined();
      expect(outbox.pending).toEqual([]);
    });

    it.each<[ReplaySeek[], ReplaySeek]>([
      [[{ byMs: -10_000 }, { byMs: -10_000 }], { byMs: -20_000 }],
      [[{ atMs: 5_000 }, { byMs: -10_000 }], { atMs: 0 }],
      [[{ byMs: 10_000 }, { atMs: 70_000 }, { byMs: 500 }], { atMs: 70_500 }],
      [[{ edge: true }, { byMs: -500 }], { byMs: -500 }],
      [[{ byMs: -500 }, { edge: true }], { edge: true }],
    ])("of %j that wait, makes one", (waits, one) => {
      seek({ atMs: 1 });
      for (const value of waits) seek(value);
      expect(outbox.acknowledge(shown(2))).toMatchObject({ value: one });
    });

    it("goes on after a seek that is refused, meets trouble, or shows nothing for long", () => {
      seek({ atMs: 1 });
      seek({ atMs: 2 });
      expect(outbox.acknowledge(message("error", { code: "NOT_IN_REPLAY", message: "no", commandId: "c1" }))).toMatchObject({
        value: { atMs: 2 },
      });
      seek({ atMs: 3 });
      expect(outbox.acknowledge(told({ code: "RECORDING_UNAVAILABLE" }))).toMatchObject({ value: { atMs: 3 } });
      seek({ atMs: 4 });
      nowMs += 5_000;
      expect(outbox.acknowledge(told({ isSeeking: true }))).toMatchObject({ value: { atMs: 4 } });
    });

    it("forgets what was asked of a replay that is left, not of the one that follows", () => {
      const ask = () => {
        seek({ atMs: 1 });
        seek({ atMs: 2 });
        outbox.replay({ action: "pause" });
      };
      ask();
      outbox.acknowledge({ kind: "desk", at, items: [{ type: "modeSet" }] });
      expect([waiting(), outbox.acknowledge(shown(9))]).toEqual([[], undefined]);
      ask();
      outbox.setMode({ mode: "REPLAY", recordingId: "ses_a-1" });
      expect(waiting()).toEqual(["setMode"]);
      ask();
      outbox.acknowledge(message("modeChanged", { mode: "REPLAY" }));
      expect(waiting()).toEqual(["replay", "replay"]);
    });
  });
});

import type { Position } from "@frontrow/protocol/entry";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { changesView, continuesFrom, planResume, viewedAtResume } from "./resume.ts";

const deskId = "dsk_mine" as DeskId;
const viewed = "ses_viewed" as SessionId;
const at = (log: string): Position => ({ log: log as SessionId, epoch: 1, id: "5-0", stamp: "ingest:1:1" });
const desk = at(deskId);
const session = at(viewed);

describe("the plan of a resume", () => {
  it("is to catch up in both logs, when the client has what the desk views", () => {
    expect(planResume({ cursor: { desk, session }, deskId, viewed })).toEqual({ how: "catchUp", desk, session });
  });

  it("is to catch up in the session alone, when the client has heard no fact of the desk", () => {
    expect(planResume({ cursor: { session }, deskId, viewed })).toEqual({ how: "catchUp", desk: undefined, session });
  });

  it("is to tell the facts, when there was nothing to view and is not now", () => {
    expect(planResume({ cursor: { desk }, deskId, viewed: undefined })).toEqual({ how: "catchUp", desk, session: undefined });
  });

  it("is a snapshot without a position, or with one that says nothing", () => {
    expect(planResume({ cursor: undefined, deskId, viewed })).toEqual({ how: "snapshot", desk: undefined });
    expect(planResume({ cursor: {}, deskId, viewed: undefined })).toEqual({ how: "snapshot", desk: undefined });
  });

  it("is the facts and a snapshot, when the desk views something else by now", () => {
    expect(planResume({ cursor: { desk, session: at("ses_other") }, deskId, viewed })).toEqual({ how: "snapshot", desk });
    expect(planResume({ cursor: { desk, session }, deskId, viewed: undefined })).toEqual({ how: "snapshot", desk });
    expect(planResume({ cursor: { desk }, deskId, viewed })).toEqual({ how: "snapshot", desk });
  });

  it("is a snapshot for the position of another desk", () => {
    expect(planResume({ cursor: { desk: at("dsk_other"), session }, deskId, viewed })).toEqual({
      how: "snapshot",
      desk: undefined,
    });
  });
});

describe("missed facts", () => {
  const language = { type: "languageSet", atMs: 1, language: "de" } as const;
  const watched = { type: "watched", atMs: 1, creatorId: "cr_a", handle: "a", generation: 1 } as const;
  const reaped = { type: "unwatched", atMs: 1, generation: 2, reason: "reaped" } as const;
  const moved = { type: "replayCommanded", atMs: 1, session: "ses_r", command: { action: "pause" } } as const;
  const modeSet = { type: "modeSet", atMs: 1, mode: "LIVE", modeChanges: 2, reason: "command" } as const;

  it.each([
    ["LIVE", language, false],
    ["LIVE", watched, true],
    ["LIVE", reaped, true],
    ["LIVE", modeSet, true],
    ["REPLAY", language, false],
    ["REPLAY", watched, false],
    ["REPLAY", reaped, false],
    ["REPLAY", moved, false],
    ["REPLAY", modeSet, true],
  ] as const)("in %s: %o changes the view: %s", (mode, fact, changes) => {
    expect(changesView([language, fact], mode)).toBe(changes);
  });
});

describe("where a session continues", () => {
  const plan = { how: "catchUp", desk, session } as const;
  const language = { type: "languageSet", atMs: 1, language: "de" } as const;

  it("is the client's position when the desk views the same after what was missed", () => {
    expect(continuesFrom(plan, [], "LIVE")).toEqual({ session });
    expect(continuesFrom(plan, [language], "LIVE")).toEqual({ session });
    expect(continuesFrom({ ...plan, desk: undefined }, undefined, "LIVE")).toEqual({ session });
    expect(continuesFrom({ ...plan, session: undefined }, [], "LIVE")).toEqual({ session: undefined });
  });

  it("is nowhere when the facts are lost, or began another watch, or the plan is a snapshot", () => {
    expect(continuesFrom(plan, undefined, "LIVE")).toBeUndefined();
    expect(
      continuesFrom(plan, [language, { type: "unwatched", atMs: 1, generation: 2, reason: "command" }], "LIVE"),
    ).toBeUndefined();
    expect(continuesFrom({ how: "snapshot", desk }, [], "LIVE")).toBeUndefined();
  });
});

describe("the session that a desk views for a client that comes back", () => {
  const ended = { handle: "alice", state: "offline", version: 1, sinceMs: 1, sessionId: viewed } as const;

  it("is what the desk views", () => {
    expect(viewedAtResume({ viewed, status: undefined }, undefined)).toBe(viewed);
    expect(viewedAtResume({ viewed, status: ended }, { session: at("ses_other") })).toBe(viewed);
  });

  it("is an ended broadcast only for a client that has it on the screen", () => {
    expect(viewedAtResume({ viewed: undefined, status: ended }, { session })).toBe(viewed);
    expect(viewedAtResume({ viewed: undefined, status: ended }, { session: at("ses_other") })).toBeUndefined();
    expect(viewedAtResume({ viewed: undefined, status: ended }, undefined)).toBeUndefined();
    expect(viewedAtResume({ viewed: undefined, status: ended }, { desk })).toBeUndefined();
    expect(viewedAtResume({ viewed: undefined, status: undefined }, undefined)).toBeUndefined();
  });
});

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
  it("change the view when the desk began or ended a watch", () => {
    expect(changesView([{ type: "languageSet", atMs: 1, language: "de" }])).toBe(false);
    expect(changesView([{ type: "watched", atMs: 1, creatorId: "cr_a", handle: "a", generation: 1 }])).toBe(true);
    expect(changesView([{ type: "unwatched", atMs: 1, generation: 2, reason: "reaped" }])).toBe(true);
  });
});

describe("where a session continues", () => {
  const plan = { how: "catchUp", desk, session } as const;
  const language = { type: "languageSet", atMs: 1, language: "de" } as const;

  it("is the client's position when the desk views the same after what was missed", () => {
    expect(continuesFrom(plan, [])).toEqual({ session });
    expect(continuesFrom(plan, [language])).toEqual({ session });
    expect(continuesFrom({ ...plan, desk: undefined }, undefined)).toEqual({ session });
    expect(continuesFrom({ ...plan, session: undefined }, [])).toEqual({ session: undefined });
  });

  it("is nowhere when the facts are lost, or began another watch, or the plan is a snapshot", () => {
    expect(continuesFrom(plan, undefined)).toBeUndefined();
    expect(continuesFrom(plan, [language, { type: "unwatched", atMs: 1, generation: 2, reason: "command" }])).toBeUndefined();
    expect(continuesFrom({ how: "snapshot", desk }, [])).toBeUndefined();
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

import { describe, expect, it } from "vitest";
import { combineSignals, decideByLookUp, decideByRoom } from "./liveness.ts";
import type { Signal } from "./room-signals.ts";

const live = (roomId = "1"): Signal => ({ state: "live", roomId, details: {} });
const offline: Signal = { state: "offline", details: {} };
const unknown: Signal = { state: "unknown" };
const blocked: Signal = { state: "blocked" };
const nothing: Signal = { state: "noAnswer" };

const restricted: Signal = { state: "restricted" };

describe("liveness", () => {
  it("needs two signals that agree, or asks the room", () => {
    expect(combineSignals(live(), live())).toMatchObject({ state: "live", roomId: "1" });
    for (const other of [offline, unknown, blocked, nothing]) {
      const isDenied = other === offline || other === unknown;
      expect(combineSignals(live(), other)).toEqual({ state: "askRoom", roomId: "1", isDenied });
      expect(combineSignals(other, live())).toEqual({ state: "askRoom", roomId: "1", isDenied });
    }
  });

  it("asks about the later of two rooms", () => {
    expect(combineSignals(live("99"), live("100"))).toMatchObject({ state: "askRoom", roomId: "100" });
    expect(combineSignals(live("7300000000000000002"), live("7300000000000000001"))).toMatchObject({
      roomId: "7300000000000000002",
    });
  });

  it("takes one place's word for an offline creator", () => {
    for (const other of [offline, unknown, blocked, nothing]) {
      expect(combineSignals(offline, other).state).toBe("offline");
      expect(combineSignals(other, offline).state).toBe("offline");
    }
  });

  it("takes two words for a name that nobody has, and asks the sign service where one of them is silent", () => {
    expect(combineSignals(unknown, unknown).state).toBe("unknown");
    expect(combineSignals(blocked, unknown)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "blocked" } });
    expect(combineSignals(unknown, blocked)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "blocked" } });
    expect(combineSignals(nothing, unknown)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "unknown" } });
    expect(combineSignals(unknown, nothing)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "unreachable" } });
  });

  it("tells a captcha from silence", () => {
    expect(combineSignals(blocked, nothing)).toEqual({ state: "askSign", isDisputed: false, otherwise: { state: "blocked" } });
    expect(combineSignals(nothing, blocked)).toEqual({ state: "askSign", isDisputed: false, otherwise: { state: "blocked" } });
    expect(combineSignals(nothing, nothing)).toEqual({
      state: "askSign",
      isDisputed: false,
      otherwise: { state: "unreachable" },
    });
  });

  it("lets the room decide, and believes the claim where the room says nothing and nobody denies it", () => {
    const claim = { roomId: "1", details: { title: "claimed", nickname: "N" }, isDenied: false };
    const room: Signal = { state: "live", roomId: "1", details: { title: "real" } };
    expect(decideByRoom(room, claim)).toEqual({ state: "live", roomId: "1", details: { title: "real", nickname: "N" } });
    expect(decideByRoom(offline, claim).state).toBe("offline");
    for (const silent of [restricted, blocked, nothing]) {
      expect(decideByRoom(silent, claim)).toEqual({ state: "live", roomId: "1", details: claim.details });
    }
    const denied = { ...claim, isDenied: true };
    expect(decideByRoom(blocked, denied)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "blocked" } });
    expect(decideByRoom(restricted, denied)).toEqual({ state: "askSign", isDisputed: true, otherwise: { state: "unreachable" } });
  });

  it("asks the sign service last, and keeps what was known where it does not know", () => {
    for (const known of [live("7"), offline, unknown]) expect(decideByLookUp(known, { state: "blocked" })).toEqual(known);
    expect(decideByLookUp(nothing, { state: "blocked" })).toEqual({ state: "blocked" });
  });
});

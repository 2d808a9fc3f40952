import { describe, expect, it } from "vitest";
import { combineSignals, decideByRoom } from "./liveness.ts";
import type { Signal } from "./room-signals.ts";

const live = (roomId = "1"): Signal => ({ state: "live", roomId, details: {} });
const offline: Signal = { state: "offline", details: {} };
const unknown: Signal = { state: "unknown" };
const blocked: Signal = { state: "blocked" };
const nothing: Signal = { state: "noAnswer" };

describe("liveness", () => {
  it("needs two signals that agree", () => {
    expect(combineSignals(live(), live())).toMatchObject({ state: "live", roomId: "1" });
    for (const other of [offline, unknown, blocked, nothing]) {
      expect(combineSignals(live(), other)).toEqual({ state: "askRoom", roomId: "1" });
      expect(combineSignals(other, live())).toEqual({ state: "askRoom", roomId: "1" });
    }
  });

  it("asks about the later of two rooms", () => {
    expect(combineSignals(live("99"), live("100"))).toEqual({ state: "askRoom", roomId: "100" });
    expect(combineSignals(live("7300000000000000002"), live("7300000000000000001"))).toMatchObject({
      roomId: "7300000000000000002",
    });
  });

  it("takes one place's word for an offline creator, and the API's alone for a name that nobody has", () => {
    for (const other of [offline, unknown, blocked, nothing]) {
      expect(combineSignals(offline, other).state).toBe("offline");
      expect(combineSignals(other, offline).state).toBe("offline");
    }
    for (const page of [unknown, blocked, nothing]) expect(combineSignals(page, unknown).state).toBe("unknown");
    expect(combineSignals(unknown, nothing).state).toBe("unreachable");
  });

  it("tells a captcha from silence", () => {
    expect(combineSignals(blocked, nothing).state).toBe("blocked");
    expect(combineSignals(nothing, blocked).state).toBe("blocked");
    expect(combineSignals(nothing, nothing).state).toBe("unreachable");
  });

  it("lets the room decide", () => {
    const claimed = { title: "claimed", nickname: "N" };
    const room: Signal = { state: "live", roomId: "1", details: { title: "real" } };
    expect(decideByRoom(room, claimed)).toEqual({ state: "live", roomId: "1", details: { title: "real", nickname: "N" } });
    expect(decideByRoom(offline, claimed).state).toBe("offline");
    expect(decideByRoom(blocked, claimed).state).toBe("blocked");
    expect(decideByRoom(nothing, claimed).state).toBe("unreachable");
  });
});

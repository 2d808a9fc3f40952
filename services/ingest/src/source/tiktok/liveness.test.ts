import { describe, expect, it } from "vitest";
import { judge, judgeRoom } from "./liveness.ts";
import type { Signal } from "./room-signals.ts";

const live = (roomId = "1"): Signal => ({ says: "live", roomId, details: {} });
const offline: Signal = { says: "offline", details: {} };
const unknown: Signal = { says: "unknown" };
const blocked: Signal = { says: "blocked" };
const nothing: Signal = { says: "nothing" };

describe("liveness", () => {
  it("needs two signals that agree", () => {
    expect(judge(live(), live())).toMatchObject({ state: "live", roomId: "1" });
    for (const other of [offline, unknown, blocked, nothing]) {
      expect(judge(live(), other)).toEqual({ state: "ask", roomId: "1" });
      expect(judge(other, live())).toEqual({ state: "ask", roomId: "1" });
    }
  });

  it("asks about the later of two rooms", () => {
    expect(judge(live("99"), live("100"))).toEqual({ state: "ask", roomId: "100" });
    expect(judge(live("7300000000000000002"), live("7300000000000000001"))).toMatchObject({ roomId: "7300000000000000002" });
  });

  it("takes one place's word for an offline creator, and the API's alone for a name that nobody has", () => {
    for (const other of [offline, unknown, blocked, nothing]) {
      expect(judge(offline, other).state).toBe("offline");
      expect(judge(other, offline).state).toBe("offline");
    }
    for (const page of [unknown, blocked, nothing]) expect(judge(page, unknown).state).toBe("unknown");
    expect(judge(unknown, nothing).state).toBe("unreachable");
  });

  it("tells a captcha from silence", () => {
    expect(judge(blocked, nothing).state).toBe("blocked");
    expect(judge(nothing, blocked).state).toBe("blocked");
    expect(judge(nothing, nothing).state).toBe("unreachable");
  });

  it("lets the room decide", () => {
    const claimed = { title: "claimed", nickname: "N" };
    const room: Signal = { says: "live", roomId: "1", details: { title: "real" } };
    expect(judgeRoom(room, claimed)).toEqual({ state: "live", roomId: "1", details: { title: "real", nickname: "N" } });
    expect(judgeRoom(offline, claimed).state).toBe("offline");
    expect(judgeRoom(blocked, claimed).state).toBe("blocked");
    expect(judgeRoom(nothing, claimed).state).toBe("unreachable");
  });
});

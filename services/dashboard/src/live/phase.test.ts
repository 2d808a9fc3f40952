import type { ConnectionState, SourceStatus } from "@frontrow/sdk/client";
import { describe, expect, it } from "vitest";
import { numbersPhase, rowsPhase, sceneOf, staleSinceMs } from "./phase.ts";
import { emptyBroadcast, initialState, type ViewState } from "./view-state.ts";

const NOW = 1_800_000_000_000;
const ready = { ...emptyBroadcast("ses_1"), isReady: true };

function view(
  state: SourceStatus["state"],
  more: Partial<ViewState> = {},
  connection: ConnectionState = { state: "open" },
): ViewState {
  const first = initialState(NOW);
  return {
    ...first,
    link: { connection, sinceMs: NOW - 5, lastOpenMs: NOW },
    desk: { mode: "LIVE", language: "en", generation: 0 },
    source: { ...first.source, status: { state, username: "alice" }, sinceMs: NOW - 7 },
    ...more,
  };
}

describe("in a replay", () => {
  const replay = {
    view: { session: "ses_r", recordingId: "ses_1-1", sinceMs: NOW },
    told: undefined,
    toldAtMs: NOW,
    asked: undefined,
  };
  const offline: ConnectionState = { state: "waiting", attempt: 1, retryAtMs: NOW };

  it.each<[SourceStatus["state"], ConnectionState, string]>([
    ["ended", { state: "open" }, "live"],
    ["none", { state: "open" }, "live"],
    ["live", offline, "stale"],
  ])("what the source does (%s) is not what the panels show", (state, connection, phase) => {
    expect(numbersPhase(view(state, { broadcast: ready, replay }, connection))).toBe(phase);
  });

  it("the desk is shown from the first moment, and loads", () => {
    const opening = view("none", { replay });
    expect([sceneOf(opening), rowsPhase(opening)]).toEqual(["desk", "loading"]);
  });
});

describe("the phase of the panels", () => {
  it("is loading until the first numbers are here", () => {
    expect(numbersPhase(view("live", { broadcast: emptyBroadcast("ses_1") }))).toBe("loading");
    expect(numbersPhase(view("live", { broadcast: ready }))).toBe("live");
  });
  it("does not hide rows while nobody counts", () => {
    expect(rowsPhase(view("live", { broadcast: emptyBroadcast("ses_1") }))).toBe("live");
    expect(rowsPhase(view("connecting"))).toBe("loading");
  });
  it("is stale while the source or the page is away, and says since when", () => {
    const offline: ConnectionState = { state: "waiting", attempt: 1, retryAtMs: NOW };
    expect(staleSinceMs(view("reconnecting", { broadcast: ready }))).toBe(NOW - 7);
    expect(staleSinceMs(view("live", { broadcast: ready }, offline))).toBe(NOW - 5);
    expect(staleSinceMs(view("live", { broadcast: ready }))).toBeUndefined();
  });
  it("is final after the end, also while the next broadcast is waited for", () => {
    expect(numbersPhase(view("offline", { broadcast: { ...ready, isOver: true } }))).toBe("final");
  });
});

describe("the scene", () => {
  it("does not welcome somebody whose desk is not known yet", () => {
    const connecting: ConnectionState = { state: "connecting", attempt: 0 };
    expect(sceneOf(view("none", { desk: undefined }, connecting))).toBe("blank");
    expect(sceneOf(view("none"))).toBe("welcome");
    const away: ConnectionState[] = [
      { state: "waiting", attempt: 1, retryAtMs: NOW },
      { state: "closed", code: 4029 },
    ];
    expect(away.map((connection) => sceneOf(view("none", { desk: undefined }, connection)))).toEqual(["welcome", "welcome"]);
  });
  it("stands by for a creator who is not live, and keeps a broadcast that is over", () => {
    expect(sceneOf(view("offline"))).toBe("standby");
    expect(sceneOf(view("offline", { broadcast: ready }))).toBe("desk");
    expect(sceneOf(view("connecting"))).toBe("desk");
  });
});

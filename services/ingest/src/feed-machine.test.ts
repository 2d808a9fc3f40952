import { mayBecome } from "@frontrow/protocol/creator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeedState, type FeedTimes, type Happening, initialState, phases, resumedState, step } from "./feed-machine.ts";

const times: FeedTimes = {
  pollMinMs: 15_000,
  pollMaxMs: 60_000,
  retryMinMs: 1_000,
  retryMaxMs: 60_000,
  confirmMs: 2_000,
  unknownMs: 300_000,
};
const details = {};
const live = (roomId = "1"): Happening => ({ state: "live", roomId, details });
const offline: Happening = { state: "offline", details };
const due: Happening = { state: "due" };
const dropped: Happening = { state: "lost", code: "UPSTREAM_DROPPED", wasStable: true };

/** Goes through happenings from the beginning and gives the last step. */
function after(...happenings: Happening[]) {
  let state = initialState;
  let last = step(state, happenings[0] ?? due, times, 0.5);
  for (const happening of happenings) {
    last = step(state, happening, times, 0.5);
    state = last.state;
  }
  return last;
}

describe("a creator's feed", () => {
  it("waits for a creator who is not live, longer each time and never longer than a minute", () => {
    const waits = [offline, due, offline, due, offline, due, offline].map((_, n, all) => after(...all.slice(0, n + 1)).waitMs);
    expect(waits.filter((wait) => wait > 0)).toEqual([22_500, 45_000, 45_000, 45_000]);
    expect(after(offline)).toMatchObject({ code: "CREATOR_OFFLINE", state: { creator: "offline", phase: "waiting" } });
  });

  it("connects when the creator is live, and says so", () => {
    expect(after(live()).state).toMatchObject({ phase: "connecting", creator: "connecting", roomId: "1" });
    expect(after(live(), { state: "connected" }).state).toMatchObject({ phase: "live", creator: "live" });
  });

  it("gives up on a name that nobody has until it is asked again", () => {
    const nobody = after({ state: "unknown" });
    expect(nobody).toMatchObject({ code: "CREATOR_UNKNOWN", waitMs: 300_000, state: { creator: "failed" } });
  });

  it("checks before it connects again, so that an ended broadcast costs no quota", () => {
    const wait = after(live(), { state: "connected" }, dropped);
    expect(wait).toMatchObject({ code: "UPSTREAM_DROPPED", state: { phase: "waiting", creator: "reconnecting" } });
    expect(after(live(), { state: "connected" }, dropped, due).state.phase).toBe("checking");
    expect(after(live(), { state: "connected" }, dropped, due, live()).state).toMatchObject({
      phase: "connecting",
      creator: "reconnecting",
    });
  });

  it("connects to a room it knows though nothing answers about it", () => {
    const blocked = after(live(), { state: "connected" }, dropped, due, { state: "blocked" });
    expect(blocked.state.phase).toBe("connecting");
  });

  it("closes the session when the source said so and a look agrees", () => {
    const end = after(live(), { state: "connected" }, { state: "ended" }, offline);
    expect(end).toMatchObject({ closes: true, state: { creator: "ended", phase: "waiting" } });
    expect(end.state.roomId).toBeUndefined();
  });

  it("looks twice when nobody said that the broadcast is over", () => {
    const first = after(live(), { state: "connected" }, dropped, due, offline);
    expect(first).toMatchObject({ closes: false, waitMs: 2_000 });
    expect(after(live(), { state: "connected" }, dropped, due, offline, due, offline).closes).toBe(true);
  });

  it("does not believe an end that every look denies", () => {
    const looks = Array.from({ length: 4 }, () => [live(), due]).flat();
    const denied = after(live(), { state: "connected" }, { state: "ended" }, ...looks, live());
    expect(denied).toMatchObject({ closes: false, state: { phase: "connecting", saidEnded: false } });
  });

  it("believes an end that nobody can tell anything about", () => {
    const looks: Happening[] = [{ state: "unreachable" }, due, { state: "blocked" }, due, { state: "unreachable" }];
    expect(after(live(), { state: "connected" }, { state: "ended" }, ...looks).closes).toBe(true);
  });

  it("closes the session of a room when the creator is in another one, and goes there at once", () => {
    const old = after(live("1"), { state: "connected" }, { state: "ended" }, live("2"));
    expect(old).toMatchObject({ closes: true, waitMs: 0, state: { creator: "ended" } });
    const next = after(live("1"), { state: "connected" }, { state: "ended" }, live("2"), due, live("2"));
    expect(next.state).toMatchObject({ phase: "connecting", roomId: "2", creator: "connecting" });
  });

  it("goes on with the broadcast that another worker had", () => {
    const state = resumedState({ state: "live", roomId: "1" });
    expect(step(state, live("1"), times, 0).state).toMatchObject({ phase: "connecting", creator: "reconnecting" });
    const look = step(state, offline, times, 0);
    expect(step(look.state, offline, times, 0)).toMatchObject({ closes: true, state: { creator: "ended" } });
  });

  it("waits at least for what the sign service asks", () => {
    const refused: Happening = { state: "refused", code: "SIGN_RATE_LIMITED", retryAfterMs: 90_000 };
    expect(after(live(), refused).waitMs).toBeGreaterThanOrEqual(90_000);
    const held: Happening = { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 5_000 };
    expect(after(live(), held)).toMatchObject({ code: "SIGN_RATE_LIMITED", state: { attempts: 0 } });
  });

  it("makes legal moves only, always waits a bounded time, and shows states that may follow each other", () => {
    const check = fc.constantFrom<Happening>(
      live("1"),
      live("2"),
      offline,
      { state: "unknown" },
      { state: "blocked" },
      { state: "unreachable" },
    );
    const connect = fc.constantFrom<Happening>(
      { state: "connected" },
      { state: "refused", code: "SIGN_UNAVAILABLE" },
      { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 10 },
    );
    const close = fc.constantFrom<Happening>(dropped, { ...dropped, wasStable: false }, { state: "ended" });
    const choice = fc.tuple(check, connect, close, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 60 }), (choices) => {
        let state: FeedState = initialState;
        for (const [checked, connected, closed, random] of choices) {
          const happening = { checking: checked, waiting: due, connecting: connected, live: closed }[state.phase];
          const next = step(state, happening, times, random);
          expect(phases[state.phase]).toContain(next.state.phase);
          expect(mayBecome(state.creator, next.state.creator), `${state.creator} → ${next.state.creator}`).toBe(true);
          expect(next.waitMs).toBeGreaterThanOrEqual(0);
          expect(next.waitMs).toBeLessThanOrEqual(times.unknownMs);
          if (next.state.phase === "connecting" || next.state.phase === "live") expect(next.state.roomId).toBeDefined();
          if (next.closes) expect(state.roomId).toBeDefined();
          state = next.state;
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

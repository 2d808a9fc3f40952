import { mayBecome } from "@frontrow/protocol/creator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeedInput, type FeedState, type FeedTimes, initialState, phases, resumedState, step } from "./feed-machine.ts";

const times: FeedTimes = {
  pollMinMs: 15_000,
  pollMaxMs: 60_000,
  retryMinMs: 1_000,
  retryMaxMs: 60_000,
  confirmMs: 2_000,
  unknownMs: 300_000,
};
const details = {};
const live = (roomId = "1"): FeedInput => ({ state: "live", roomId, details });
const offline: FeedInput = { state: "offline", details };
const due: FeedInput = { state: "due" };
const dropped: FeedInput = { state: "lost", code: "UPSTREAM_DROPPED", wasStable: true };

/** Goes through inputs from the beginning and gives the last step. */
function after(...inputs: FeedInput[]) {
  let state = initialState;
  let last = step(state, inputs[0] ?? due, times, 0.5);
  for (const input of inputs) {
    last = step(state, input, times, 0.5);
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

  it("closes the session when the source said so and a check agrees", () => {
    const end = after(live(), { state: "connected" }, { state: "ended" }, offline);
    expect(end).toMatchObject({ closesSession: true, state: { creator: "ended", phase: "waiting" } });
    expect(end.state.roomId).toBeUndefined();
  });

  it("checks twice when nobody said that the broadcast is over", () => {
    const first = after(live(), { state: "connected" }, dropped, due, offline);
    expect(first).toMatchObject({ closesSession: false, waitMs: 2_000 });
    expect(after(live(), { state: "connected" }, dropped, due, offline, due, offline).closesSession).toBe(true);
  });

  it("does not believe an end that every check denies", () => {
    const checks = Array.from({ length: 4 }, () => [live(), due]).flat();
    const denied = after(live(), { state: "connected" }, { state: "ended" }, ...checks, live());
    expect(denied).toMatchObject({ closesSession: false, state: { phase: "connecting", isEndAnnounced: false } });
  });

  it("believes an end that nobody can tell anything about", () => {
    const checks: FeedInput[] = [{ state: "unreachable" }, due, { state: "blocked" }, due, { state: "unreachable" }];
    expect(after(live(), { state: "connected" }, { state: "ended" }, ...checks).closesSession).toBe(true);
  });

  it("closes the session of a room when the creator is in another one, and goes there at once", () => {
    const old = after(live("1"), { state: "connected" }, { state: "ended" }, live("2"));
    expect(old).toMatchObject({ closesSession: true, waitMs: 0, state: { creator: "ended" } });
    const next = after(live("1"), { state: "connected" }, { state: "ended" }, live("2"), due, live("2"));
    expect(next.state).toMatchObject({ phase: "connecting", roomId: "2", creator: "connecting" });
  });

  it("goes on with the broadcast that another worker had", () => {
    const state = resumedState({ state: "live", roomId: "1" });
    expect(step(state, live("1"), times, 0).state).toMatchObject({ phase: "connecting", creator: "reconnecting" });
    const check = step(state, offline, times, 0);
    expect(step(check.state, offline, times, 0)).toMatchObject({ closesSession: true, state: { creator: "ended" } });
  });

  it("waits at least for what the sign service asks", () => {
    const refused: FeedInput = { state: "refused", code: "SIGN_RATE_LIMITED", retryAfterMs: 90_000 };
    expect(after(live(), refused).waitMs).toBeGreaterThanOrEqual(90_000);
    const held: FeedInput = { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 5_000 };
    expect(after(live(), held)).toMatchObject({ code: "SIGN_RATE_LIMITED", state: { attempts: 0 } });
  });

  it("believes a denied end no more after exactly five checks, and starts to count anew", () => {
    const upTo = (checks: number) => {
      const all = Array.from({ length: checks }, () => [live(), due]).flat();
      return after(live(), { state: "connected" }, { state: "ended" }, ...all.slice(0, -1));
    };
    expect(upTo(4)).toMatchObject({ waitMs: 2_000, state: { phase: "waiting", isEndAnnounced: true, attempts: 4 } });
    expect(upTo(5)).toMatchObject({ waitMs: 0, state: { phase: "connecting", isEndAnnounced: false, attempts: 1 } });
  });

  it("believes an end after exactly three checks that found out nothing", () => {
    const twice: FeedInput[] = [{ state: "unreachable" }, due, { state: "blocked" }];
    const unsure = after(live(), { state: "connected" }, { state: "ended" }, ...twice);
    expect(unsure).toMatchObject({ closesSession: false, waitMs: 2_000, state: { phase: "waiting", isEndAnnounced: true } });
    const sure = after(live(), { state: "connected" }, { state: "ended" }, ...twice, due, { state: "unreachable" });
    expect(sure).toMatchObject({ closesSession: true, waitMs: 15_000, state: { phase: "waiting", creator: "ended" } });
  });

  it("calls nobody ended who was never live", () => {
    const refused: FeedInput = { state: "refused", code: "SIGN_UNAVAILABLE" };
    const held: FeedInput = { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 5_000 };
    const never = after(live(), held, due, offline, due, offline);
    expect(never).toMatchObject({ closesSession: true, state: { creator: "offline", hasBeenLive: false } });
    const paged = after({ state: "unreachable" }, due, live(), refused);
    expect(paged.state).toMatchObject({ creator: "connecting", attempts: 2 });
  });

  it("does not close, nor wait, when it goes straight on", () => {
    for (const straight of [after(live()), after(live(), { state: "connected" }), after(offline, due)]) {
      expect(straight).toMatchObject({ waitMs: 0, closesSession: false });
    }
    expect(after(live(), { state: "connected" }, { state: "ended" })).toMatchObject({
      waitMs: 0,
      closesSession: false,
      state: { phase: "checking", isEndAnnounced: true, attempts: 0 },
    });
  });

  it("goes on with what the status says another worker had, and with nothing where it says no room", () => {
    expect(resumedState({ state: "live" })).toEqual(initialState);
    expect(resumedState({ state: "reconnecting", roomId: "1" })).toEqual({
      ...initialState,
      creator: "reconnecting",
      roomId: "1",
      hasBeenLive: true,
    });
    expect(resumedState({ state: "connecting", roomId: "1" })).toEqual({ ...initialState, creator: "connecting", roomId: "1" });
    expect(resumedState({ state: "connecting" })).toEqual({ ...initialState, creator: "connecting" });
    for (const creator of ["offline", "ended", "failed"] as const) {
      expect(resumedState({ state: creator, roomId: "1" })).toEqual({ ...initialState, creator });
    }
    expect(resumedState({ state: "unknown" })).toEqual(initialState);
    expect(resumedState(undefined)).toEqual(initialState);
  });

  it("tries again after at most one second, then two, then four, and never more than a minute", () => {
    const refused: FeedInput = { state: "refused", code: "SIGN_UNAVAILABLE" };
    const waits = Array.from({ length: 8 }, (_, n) => {
      const tries = Array.from({ length: n + 1 }, () => [live(), refused, due]).flat();
      return after(...tries.slice(0, -1));
    });
    expect(waits.map(({ waitMs }) => waitMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(waits.map(({ state }) => state.attempts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("begins to count anew after a connection that lasted, and not after one that did not", () => {
    const unstable: FeedInput = { ...dropped, wasStable: false } as FeedInput;
    const once = after(live(), { state: "connected" }, unstable);
    expect(once).toMatchObject({ waitMs: 1_000, state: { attempts: 1 } });
    const twice = after(live(), { state: "connected" }, unstable, due, live(), { state: "connected" }, unstable);
    expect(twice).toMatchObject({ waitMs: 2_000, state: { attempts: 2 } });
    const stable = after(live(), { state: "connected" }, unstable, due, live(), { state: "connected" }, dropped);
    expect(stable).toMatchObject({ waitMs: 500, closesSession: false, state: { attempts: 0 } });
  });

  it("spreads those who wait for the same moment, and counts no failure where nothing was tried", () => {
    const held: FeedInput = { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 5_000 };
    expect(after(live(), held)).toMatchObject({ waitMs: 5_500, closesSession: false, state: { phase: "waiting", attempts: 0 } });
    const refused: FeedInput = { state: "refused", code: "SIGN_RATE_LIMITED", retryAfterMs: 100 };
    // The longer of what is asked (100 + half a second) and the back-off (half of two seconds) holds.
    expect(after(live(), refused).waitMs).toBe(1_000);
  });

  it("asks again and again, more and more slowly, where nothing answers, and says what is wrong", () => {
    const blocked = after({ state: "blocked" });
    expect(blocked).toMatchObject({ code: "UPSTREAM_BLOCKED", waitMs: 22_500, closesSession: false });
    expect(blocked.state).toMatchObject({ phase: "waiting", creator: "connecting", attempts: 1 });
    const twice = after({ state: "blocked" }, due, { state: "unreachable" });
    expect(twice).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", waitMs: 45_000, state: { attempts: 2 } });
    expect(after(offline, due, { state: "blocked" }).state.creator).toBe("offline");
    expect(after({ state: "unknown" }, due, { state: "blocked" }).state.creator).toBe("connecting");
  });

  it("checks somebody twice who was live a moment ago before it says that there is nobody", () => {
    const ended = after(live(), { state: "connected" }, { state: "ended" }, { state: "unknown" });
    expect(ended).toMatchObject({ closesSession: true, state: { creator: "ended" } });
    const nobody = step(ended.state, { state: "unknown" }, times, 0.5);
    expect(nobody.closesSession).toBe(false);
    expect(["offline", "failed"]).toContain(nobody.state.creator);
  });

  it("makes legal moves only, always waits a bounded time, and shows states that may follow each other", () => {
    const check = fc.constantFrom<FeedInput>(
      live("1"),
      live("2"),
      offline,
      { state: "unknown" },
      { state: "blocked" },
      { state: "unreachable" },
    );
    const connect = fc.constantFrom<FeedInput>(
      { state: "connected" },
      { state: "refused", code: "SIGN_UNAVAILABLE" },
      { state: "held", code: "SIGN_RATE_LIMITED", retryAfterMs: 10 },
    );
    const close = fc.constantFrom<FeedInput>(dropped, { ...dropped, wasStable: false }, { state: "ended" });
    const choice = fc.tuple(check, connect, close, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 60 }), (choices) => {
        let state: FeedState = initialState;
        for (const [checked, connected, closed, random] of choices) {
          const input = { checking: checked, waiting: due, connecting: connected, live: closed }[state.phase];
          const next = step(state, input, times, random);
          expect(phases[state.phase]).toContain(next.state.phase);
          expect(mayBecome(state.creator, next.state.creator), `${state.creator} → ${next.state.creator}`).toBe(true);
          expect(next.waitMs).toBeGreaterThanOrEqual(0);
          expect(next.waitMs).toBeLessThanOrEqual(times.unknownMs);
          if (next.state.phase === "connecting" || next.state.phase === "live") expect(next.state.roomId).toBeDefined();
          if (next.closesSession) expect(state.roomId).toBeDefined();
          state = next.state;
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

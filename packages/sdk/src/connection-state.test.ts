import { describe, expect, it } from "vitest";
import { type ConnectionInput, type ConnectionState, nextConnection } from "./connection-state.ts";

const lost = (code: number): ConnectionInput => ({ type: "lost", code, nowMs: 1_000, random: () => 0.5 });
const run = (...inputs: ConnectionInput[]): ConnectionState =>
  inputs.reduce<ConnectionState>((state, input) => nextConnection(state, input), { state: "idle" });
const connect: ConnectionInput = { type: "connect" };
const opened: ConnectionInput = { type: "opened" };
const retry: ConnectionInput = { type: "retry" };

describe("the back-off", () => {
  const waitMs = (attempt: number, chance: number) => {
    const failed: ConnectionInput = { type: "lost", code: 1006, nowMs: 0, random: () => chance };
    const next = nextConnection({ state: "connecting", attempt: attempt - 1 }, failed);
    return next.state === "waiting" ? next.retryAtMs : undefined;
  };
  it("is anything below a bound that doubles, up to half a minute", () => {
    const longest = [1, 2, 3, 7, 100].map((attempt) => waitMs(attempt, 0.999_999));
    expect(longest).toEqual([499, 999, 1_999, 29_999, 29_999]);
    expect(waitMs(5, 0)).toBe(0);
  });
});

describe("the connection's state", () => {
  it("connects when asked, and is open when the server has spoken", () => {
    expect(run(connect)).toEqual({ state: "connecting", attempt: 0 });
    expect(run(connect, opened)).toEqual({ state: "open" });
  });

  it("comes back at once when it is told to, and with back-off when that fails", () => {
    expect(run(connect, opened, lost(1001))).toEqual({ state: "waiting", attempt: 1, retryAtMs: 1_000 });
    expect(run(connect, opened, lost(1001), retry, lost(1001))).toEqual({ state: "waiting", attempt: 2, retryAtMs: 1_500 });
  });

  it("comes back with back-off after a cut, longer with each attempt", () => {
    expect(run(connect, opened, lost(1006))).toEqual({ state: "waiting", attempt: 1, retryAtMs: 1_250 });
    expect(run(connect, opened, lost(1006), retry, lost(1006), retry, lost(1006))).toMatchObject({
      attempt: 3,
      retryAtMs: 2_000,
    });
  });

  it("begins with a short back-off again after it was open", () => {
    expect(run(connect, lost(1006), retry, lost(1006), retry, opened, lost(1006))).toMatchObject({ attempt: 1 });
  });

  it("does not come back when the code says so, unless asked", () => {
    for (const code of [1000, 4003, 4004, 4029]) expect(run(connect, opened, lost(code))).toEqual({ state: "closed", code });
    expect(run(connect, opened, lost(4029), connect)).toEqual({ state: "connecting", attempt: 0 });
  });

  it("comes back now when asked while it waits", () => {
    expect(run(connect, lost(1006), connect)).toEqual({ state: "connecting", attempt: 1 });
  });

  it("is left alone by a request to connect while it connects or is open, and by a second close", () => {
    const connecting = run(connect, lost(1006), retry);
    const open = run(connect, opened);
    const closed = run(connect, { type: "close", code: 1000 });
    expect(nextConnection(connecting, connect)).toBe(connecting);
    expect(nextConnection(open, connect)).toBe(open);
    expect(nextConnection(closed, { type: "close", code: 1001 })).toBe(closed);
  });

  it("ignores what comes too late", () => {
    expect(run(connect, { type: "close", code: 1000 }, opened)).toEqual({ state: "closed", code: 1000 });
    expect(run(connect, { type: "close", code: 1000 }, lost(1006), retry)).toEqual({ state: "closed", code: 1000 });
    expect(run(lost(1006))).toEqual({ state: "idle" });
  });
});

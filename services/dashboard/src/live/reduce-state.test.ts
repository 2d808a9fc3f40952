import type { ClientEvent, ConnectionState, SourceStatus } from "@frontrow/sdk/client";
import { describe, expect, it } from "vitest";
import { reduceAll } from "./reduce.ts";
import { afterConnection, afterStatus, withEnd } from "./reduce-state.ts";
import { emptyBroadcast, initialState, type ViewState } from "./view-state.ts";

const [idle, open]: ConnectionState[] = [{ state: "idle" }, { state: "open" }];
const connecting: ConnectionState = { state: "connecting", attempt: 0 };
const waiting: ConnectionState = { state: "waiting", attempt: 1, retryAtMs: 9 };
const connected = (...steps: readonly (readonly [ConnectionState, number])[]): ViewState =>
  steps.reduce((state, [connection, nowMs]) => afterConnection(state, connection, nowMs), initialState(1));
const status = (state: SourceStatus["state"], username = "alice"): SourceStatus => ({ state, username });
const sourced = (...steps: readonly (readonly [SourceStatus, number])[]): ViewState =>
  steps.reduce((state, [next, nowMs]) => afterStatus(state, next, nowMs), initialState(1));

describe("the page's connection", () => {
  it("is open or away since that began, however often it is tried", () => {
    expect(connected([connecting, 5]).link.sinceMs).toBe(5);
    expect(connected([connecting, 5], [open as ConnectionState, 7]).link.sinceMs).toBe(7);
    const away = connected([open as ConnectionState, 7], [waiting, 20], [connecting, 30], [waiting, 40]);
    expect(away.link.sinceMs).toBe(20);
    expect(connected([idle as ConnectionState, 3]).link.sinceMs).toBe(3);
  });

  it("was last open when it was left, and never before it was", () => {
    expect(connected([connecting, 5], [waiting, 6]).link.lastOpenMs).toBeUndefined();
    expect(connected([open as ConnectionState, 7], [waiting, 20], [connecting, 30]).link.lastOpenMs).toBe(20);
  });

  it("is no news while it stays open, or before it was open once", () => {
    expect(connected([open as ConnectionState, 7], [open as ConnectionState, 8]).notices).toEqual([]);
    expect(connected([open as ConnectionState, 7], [waiting, 8], [connecting, 9]).notices).toMatchObject([
      { happening: { kind: "linkLost" }, atMs: 8 },
    ]);
  });
});

describe("a clock that is an hour off", () => {
  const HOUR_MS = 3_600_000;
  const client = (event: ClientEvent, nowMs: number) => ({ type: "client", event, nowMs }) as const;
  const run = (offsetMs: number) => {
    // This machine's clock, where the server's is `ms`.
    const here = (ms: number) => ms - offsetMs;
    return reduceAll(initialState(here(1)), [
      client({ type: "connection", connection: connecting }, here(5)),
      client({ type: "clock", offsetMs }, here(6)),
      client({ type: "connection", connection: { state: "open" } }, here(6)),
      client({ type: "status", status: { ...status("reconnecting"), retryAtMs: 99 } }, here(7)),
      client({ type: "connection", connection: { state: "waiting", attempt: 1, retryAtMs: here(50) } }, here(20)),
    ]);
  };
  it.each([HOUR_MS, -HOUR_MS])("changes nothing of what the page shows: %i ms", (offsetMs) => {
    const { clockOffsetMs, ...view } = run(offsetMs);
    const { clockOffsetMs: _, ...truth } = run(0);
    expect(clockOffsetMs).toBe(offsetMs);
    expect(view).toEqual(truth);
    expect(view.link).toEqual({ connection: { state: "waiting", attempt: 1, retryAtMs: 50 }, sinceMs: 20, lastOpenMs: 20 });
  });
  it("moves what was noted before the server said its time", () => {
    const before = reduceAll(initialState(1), [client({ type: "connection", connection: waiting }, 5)]);
    const after = reduceAll(before, [client({ type: "clock", offsetMs: 1_000 }, 6)]);
    expect(after.link).toEqual({ connection: { ...waiting, retryAtMs: 1_009 }, sinceMs: 1_005, lastOpenMs: undefined });
    expect(after.source.sinceMs).toBe(1_001);
    expect(reduceAll(after, [client({ type: "clock", offsetMs: 1_000 }, 7)])).toBe(after);
  });
});

describe("the source", () => {
  it("is in its state since that began, of the same creator", () => {
    expect(sourced([status("offline"), 5], [{ ...status("offline"), retryAtMs: 9 }, 8]).source.sinceMs).toBe(5);
    expect(sourced([status("offline"), 5], [status("offline", "bob"), 8]).source.sinceMs).toBe(8);
    expect(sourced([status("offline"), 5], [status("live"), 8]).source.sinceMs).toBe(8);
  });

  it("is awaited while it is offline, and while it connects after that, by its own name", () => {
    const awaited = (...states: readonly SourceStatus[]) =>
      sourced(...states.map((each) => [each, 5] as const)).source.wasAwaited;
    expect(awaited(status("offline"), status("connecting"))).toBe(true);
    expect(awaited(status("connecting"))).toBe(false);
    expect(awaited(status("connecting"), { ...status("connecting"), title: "hi" })).toBe(false);
    expect(awaited(status("offline"), status("reconnecting"))).toBe(false);
    expect(awaited(status("offline"), status("connecting", "bob"))).toBe(false);
  });

  it("is told of by name when it ends, and once", () => {
    const ended = sourced([status("live"), 5], [status("ended"), 8], [{ ...status("ended"), title: "hi" }, 9]);
    expect(ended.notices).toMatchObject([{ happening: { kind: "ended", username: "alice" }, atMs: 8 }]);
    const waited = sourced([status("offline"), 5], [status("connecting"), 6], [status("live"), 7]);
    expect(waited.notices).toMatchObject([{ happening: { kind: "wentLive", username: "alice" } }]);
    const lost = sourced([status("live"), 5], [status("reconnecting"), 6]);
    expect(lost.notices).toMatchObject([{ happening: { kind: "sourceLost", username: "alice" } }]);
    expect(afterStatus(lost, status("live"), 7).notices).toMatchObject([
      { happening: { kind: "sourceBack", username: "alice" } },
    ]);
  });

  it("is no news while nobody is watched", () => {
    expect(sourced([{ state: "none" }, 5], [{ state: "ended" }, 6]).notices).toEqual([]);
  });

  it("answers the name that was asked for, unless nobody is watched yet", () => {
    const asked = { ...initialState(1), requested: "alice" };
    expect(afterStatus(asked, { state: "none" }, 5).requested).toBe("alice");
    expect(afterStatus(asked, status("connecting"), 5).requested).toBeUndefined();
  });
});

describe("the end of a broadcast", () => {
  const held = emptyBroadcast("ses_a");
  it("is when its creator does not stream", () => {
    const states = ["ended", "offline", "failed", "live", "connecting", "reconnecting", "unknown"] as const;
    expect(states.filter((state) => withEnd(held, status(state)).isOver)).toEqual(["ended", "offline", "failed"]);
  });
  it("stays until they are live again, and changes nothing else", () => {
    const over = withEnd(held, status("ended"));
    expect(over).toEqual({ ...held, isOver: true });
    expect(withEnd(over, status("connecting"))).toBe(over);
    expect(withEnd(over, status("live"))).toEqual(held);
    expect(withEnd(held, status("live"))).toBe(held);
  });
});

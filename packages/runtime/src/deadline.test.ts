import { describe, expect, it } from "vitest";
import { beforeDeadline, endsBefore, withDeadline, withTimeout } from "./deadline.ts";

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => {
    if (signal.aborted) resolve("aborted");
    signal.addEventListener("abort", () => resolve("aborted"));
  });

describe("a deadline", () => {
  it("aborts after its time, when the given signal does, and at once when that already has", async () => {
    expect(await withDeadline(new AbortController().signal, 10, untilAborted)).toBe("aborted");
    const outer = new AbortController();
    const waiting = withDeadline(outer.signal, 60_000, untilAborted);
    outer.abort();
    expect(await waiting).toBe("aborted");
    expect(await withDeadline(outer.signal, 60_000, untilAborted)).toBe("aborted");
  });

  it("leaves nothing behind, and passes on what was thrown", async () => {
    const outer = new AbortController();
    let inner: AbortSignal | undefined;
    const failing = withDeadline(outer.signal, 60_000, async (signal) => {
      inner = signal;
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    outer.abort();
    expect(inner?.aborted).toBe(false);
  });
});

const never = new Promise<never>(() => {});

describe("work before a deadline", () => {
  it("gives the work's own outcome before it", async () => {
    const deadline = new AbortController();
    await expect(beforeDeadline(Promise.resolve(7), deadline.signal)).resolves.toBe(7);
    await expect(beforeDeadline(Promise.reject(new Error("no")), deadline.signal)).rejects.toThrow("no");
    await expect(endsBefore(Promise.resolve(7), deadline.signal)).resolves.toBe(true);
    await expect(endsBefore(Promise.reject(new Error("no")), deadline.signal)).rejects.toThrow("no");
  });

  it("ends with the deadline's reason, or says that it was late, when that comes first or has passed", async () => {
    const deadline = new AbortController();
    const waiting = beforeDeadline(never, deadline.signal);
    const ending = endsBefore(never, deadline.signal);
    deadline.abort(new Error("late"));
    await expect(waiting).rejects.toThrow("late");
    await expect(ending).resolves.toBe(false);
    await expect(beforeDeadline(never, deadline.signal)).rejects.toThrow("late");
    await expect(endsBefore(never, deadline.signal)).resolves.toBe(false);
  });
});

describe("work with a time-out", () => {
  it("gives the work's own outcome in time, else what the time-out gives or throws", async () => {
    await expect(withTimeout(Promise.resolve(7), 60_000, () => "late")).resolves.toBe(7);
    await expect(withTimeout(never, 1, () => "late")).resolves.toBe("late");
    const refuse = () => {
      throw new Error("late");
    };
    await expect(withTimeout(never, 1, refuse)).rejects.toThrow("late");
  });
});

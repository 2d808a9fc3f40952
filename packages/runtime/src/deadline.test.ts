import { describe, expect, it } from "vitest";
import { withDeadline } from "./deadline.ts";

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

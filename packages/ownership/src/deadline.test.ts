import { describe, expect, it } from "vitest";
import { within } from "./deadline.ts";

const never = new Promise<never>(() => {});

describe("work within a deadline", () => {
  it("gives the work's own outcome before it", async () => {
    const deadline = new AbortController();
    await expect(within(Promise.resolve(7), deadline.signal)).resolves.toBe(7);
    await expect(within(Promise.reject(new Error("no")), deadline.signal)).rejects.toThrow("no");
  });

  it("ends with the deadline's reason when that comes first, or has passed", async () => {
    const deadline = new AbortController();
    const waiting = within(never, deadline.signal);
    deadline.abort(new Error("late"));
    await expect(waiting).rejects.toThrow("late");
    await expect(within(never, deadline.signal)).rejects.toThrow("late");
  });
});

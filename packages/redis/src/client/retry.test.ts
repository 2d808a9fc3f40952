import { setTimeout as sleep } from "node:timers/promises";
import { FrontrowError } from "@frontrow/protocol/errors";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RedisClient } from "./client.ts";
import { retryUntilAnswered } from "./retry.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: vi.fn(async () => {}) }));
const pauses = vi.mocked(sleep);

const client = (status: string) => ({ status }) as RedisClient;
const cut = new Error("Connection is closed.");

/** Fails with these errors, one a call, and answers then; `calls` counts. */
function operationFailing(...errors: Error[]) {
  const operation = { calls: 0, run: async () => answer() };
  function answer(): string {
    const error = errors[operation.calls];
    operation.calls += 1;
    if (error) throw error;
    return "answered";
  }
  return operation;
}

describe("a command that is safe to repeat", () => {
  beforeEach(() => void pauses.mockReset());

  it("is sent until Redis has answered it, whatever passes meanwhile", async () => {
    const passing = [
      "CLUSTERDOWN the cluster is down",
      "LOADING data",
      "READONLY you can't write",
      "Socket timeout",
      "BUSY running",
    ];
    const operation = operationFailing(...passing.map((message) => new Error(message)));
    const answer = retryUntilAnswered(client("reconnecting"), operation.run);
    expect(await answer).toBe("answered");
    expect(operation.calls).toBe(6);
  });

  it("is given up once the client is closed: nobody will ever answer it", async () => {
    const operation = operationFailing(cut, cut, cut);
    const answer = retryUntilAnswered(client("end"), operation.run).catch((error: unknown) => error);
    expect(await answer).toMatchObject({ code: "REDIS_UNAVAILABLE", cause: cut });
    expect(operation.calls).toBe(1);
  });

  it("is given up when the client closes while it waits", async () => {
    const redis = { status: "reconnecting" };
    pauses.mockImplementationOnce(async () => {
      redis.status = "end";
    });
    const operation = operationFailing(cut, cut, cut, cut);
    const answer = retryUntilAnswered(redis as RedisClient, operation.run).catch((error: unknown) => error);
    expect(await answer).toMatchObject({ code: "REDIS_UNAVAILABLE" });
    expect(operation.calls).toBe(2);
  });

  it("waits longer after each failure, up to a second, and never not at all", async () => {
    const operation = operationFailing(...Array.from({ length: 40 }, () => cut));
    const random = vi.spyOn(Math, "random").mockReturnValue(0.999);
    const answer = retryUntilAnswered(client("reconnecting"), operation.run);
    expect(await answer).toBe("answered");
    const waited = pauses.mock.calls.map(([ms]) => ms ?? 0);
    random.mockRestore();
    expect(waited).toHaveLength(40);
    expect(waited[0]).toBeGreaterThanOrEqual(20);
    expect(waited[0]).toBeLessThan(50);
    expect(waited).toEqual(waited.toSorted((a, b) => a - b));
    expect(waited.at(-1)).toBeGreaterThan(900);
    expect(waited.at(-1)).toBeLessThan(1100);
  });

  it("fails at once with what will not pass by itself, in our words", async () => {
    const failures: [Error, object][] = [
      [new Error("OOM command not allowed"), { code: "STORE_FULL" }],
      [new Error("NOAUTH Authentication required."), { code: "REDIS_UNAVAILABLE", disposition: "retry" }],
      [new Error("WRONGPASS invalid"), { code: "REDIS_UNAVAILABLE" }],
      [new Error("NOPERM no permissions"), { code: "REDIS_UNAVAILABLE" }],
      [new Error("WRONGTYPE Operation against a key"), { code: "INTERNAL" }],
      [new Error("not the first word: LOADING"), { code: "INTERNAL" }],
      [new FrontrowError("DESK_NOT_FOUND", "ours"), { code: "DESK_NOT_FOUND", message: "ours" }],
    ];
    for (const [failure, expected] of failures) {
      const operation = operationFailing(failure);
      await expect(retryUntilAnswered(client("ready"), operation.run)).rejects.toMatchObject(expected);
      expect(operation.calls).toBe(1);
    }
  });
});

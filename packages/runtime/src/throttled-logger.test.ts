import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { throttleLogger } from "./throttled-logger.ts";

describe("a throttled logger", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function setup() {
    const lines: object[] = [];
    const write = (level: string) => (fields: object, message: string) => lines.push({ level, message, ...fields });
    const logger = throttleLogger({ info: write("info"), warn: write("warn"), error: write("error") } as never);
    return { logger, lines };
  }

  it("writes the first line at once, then one a second with the number that it left out, of each kind", () => {
    const { logger, lines } = setup();
    for (let n = 0; n < 1_000; n++) {
      logger.error({ n }, "failed");
      logger.warn({ code: n % 2 ? "A" : "B" }, "refused");
    }
    expect(lines).toEqual([
      { level: "error", message: "failed", n: 0 },
      { level: "warn", message: "refused", code: "B" },
      { level: "warn", message: "refused", code: "A" },
    ]);
    vi.advanceTimersByTime(1_000);
    expect(lines.slice(3)).toEqual([
      { level: "error", message: "failed", n: 999, suppressed: 999 },
      { level: "warn", message: "refused", code: "B", suppressed: 499 },
      { level: "warn", message: "refused", code: "A", suppressed: 499 },
    ]);
  });

  it("says nothing more when nothing more happens, and the next line comes at once again", () => {
    const { logger, lines } = setup();
    logger.info({}, "seen");
    logger.info({}, "seen");
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
    logger.info({}, "seen");
    expect(lines).toHaveLength(3);
  });

  it("writes 60 lines in a minute of flood", () => {
    const { logger, lines } = setup();
    for (let tick = 0; tick < 600; tick++) {
      for (let n = 0; n < 100; n++) logger.error({ err: new Error("x") }, "failed");
      vi.advanceTimersByTime(100);
    }
    expect(lines.length).toBeLessThanOrEqual(61);
    const counted = lines.reduce((sum, line) => sum + 1 + ((line as { suppressed?: number }).suppressed ?? 0), 0);
    // A line that tells of others tells of itself in their number.
    expect(counted - lines.length + 1).toBe(60_000);
  });
});

import { expect, it } from "vitest";
import { createLogRetention, sizeInLog } from "./log-retention.ts";

const DATA = "x".repeat(700);
const SIZE = sizeInLog({ data: DATA });

const recordSeconds = (retention: ReturnType<typeof createLogRetention>, seconds: number) => {
  for (let n = 1; n <= seconds; n++) retention.recordEntry({ id: `${n * 1_000}-0`, data: DATA });
};

it("keeps all while there is no more than is kept", () => {
  const retention = createLogRetention({ keepBytes: 500 * SIZE, keepMs: 0 });
  expect(retention.firstToKeep("9-0")).toBeUndefined();
  recordSeconds(retention, 499);
  expect(retention.firstToKeep("499000-0")).toBeUndefined();
});

it("keeps a minimum of bytes, a minimum of time, and all behind the keyframe", () => {
  const bySize = createLogRetention({ keepBytes: 500 * SIZE, keepMs: 0 });
  recordSeconds(bySize, 2_000);
  const kept = 2_001 - Number(bySize.firstToKeep("2000000-0")?.split("-")[0]) / 1_000;
  expect(kept).toBeGreaterThanOrEqual(500);
  expect(kept).toBeLessThanOrEqual(532);

  const byAge = createLogRetention({ keepBytes: 500 * SIZE, keepMs: 900_000 });
  recordSeconds(byAge, 2_000);
  expect(byAge.firstToKeep("2000000-0")).toBe("1100000-0");
  expect(byAge.firstToKeep("50000-7")).toBe("50000-7");
});

it("keeps fewer entries of a busy log than of a quiet one", () => {
  const firstKept = (data: string): number => {
    const retention = createLogRetention({ keepBytes: 50 * SIZE, keepMs: 0 });
    for (let n = 1; n <= 1_000; n++) retention.recordEntry({ id: `${n}-0`, data });
    return Number(retention.firstToKeep("1000-0")?.split("-")[0] ?? 0);
  };
  expect(firstKept(DATA.repeat(20))).toBeGreaterThan(990);
  expect(firstKept("[]")).toBeLessThan(850);
});

it("remembers each entry where few are kept", () => {
  const retention = createLogRetention({ keepBytes: 16 * SIZE, keepMs: 0 });
  recordSeconds(retention, 40);
  expect(retention.firstToKeep("40000-0")).toBe("25000-0");
});

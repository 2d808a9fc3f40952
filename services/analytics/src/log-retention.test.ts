import { expect, it } from "vitest";
import { createLogRetention } from "./log-retention.ts";

const recordSeconds = (retention: ReturnType<typeof createLogRetention>, seconds: number) => {
  for (let n = 1; n <= seconds; n++) retention.recordEntry(`${n * 1_000}-0`);
};

it("keeps all while there are no more entries than are kept", () => {
  const retention = createLogRetention({ keepEntries: 500, keepMs: 0 });
  recordSeconds(retention, 400);
  expect(retention.firstToKeep("400000-0")).toBeUndefined();
});

it("keeps a minimum of entries, a minimum of time, and all behind the keyframe", () => {
  const byCount = createLogRetention({ keepEntries: 500, keepMs: 0 });
  recordSeconds(byCount, 2_000);
  const kept = 2_000 - Number(byCount.firstToKeep("2000000-0")?.split("-")[0]) / 1_000;
  expect(kept).toBeGreaterThanOrEqual(500);
  expect(kept).toBeLessThan(800);

  const byAge = createLogRetention({ keepEntries: 500, keepMs: 900_000 });
  recordSeconds(byAge, 2_000);
  expect(byAge.firstToKeep("2000000-0")).toBe("1100000-0");
  expect(byAge.firstToKeep("50000-7")).toBe("50000-7");
});

it("remembers each entry where few are kept", () => {
  const retention = createLogRetention({ keepEntries: 20, keepMs: 0 });
  recordSeconds(retention, 40);
  expect(retention.firstToKeep("40000-0")).toBe("20000-0");
});

import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLimit } from "./limit.ts";

it("runs so many at once, and the others as places become free, also after a failure", async () => {
  const limit = createLimit(2);
  const started: number[] = [];
  const ends: ((failed: boolean) => void)[] = [];
  const tasks = [0, 1, 2, 3].map((n) =>
    limit(async () => {
      started.push(n);
      const failed = await new Promise<boolean>((resolve) => {
        ends[n] = resolve;
      });
      if (failed) throw new Error(`task ${n}`);
      return n;
    }),
  );
  await turn();
  expect(started).toEqual([0, 1]);
  ends[1]?.(true);
  await expect(tasks[1]).rejects.toThrow("task 1");
  expect(started).toEqual([0, 1, 2]);
  ends[0]?.(false);
  await tasks[0];
  expect(started).toEqual([0, 1, 2, 3]);
  ends[2]?.(false);
  ends[3]?.(false);
  expect(await Promise.all([tasks[2], tasks[3]])).toEqual([2, 3]);
});

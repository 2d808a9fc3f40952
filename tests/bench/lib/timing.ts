import { setTimeout as sleep } from "node:timers/promises";

/** Waits until this is so, two minutes at most; fails with `what` did not happen. */
export async function until(what: string, condition: () => Promise<boolean>, everyMs = 100): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within two minutes: ${what}`);
    await sleep(everyMs);
  }
}

/**
 * Calls `step` every `everyMs` for `seconds`, by the schedule rather than after the last call, so that a late step does not
 * lower the rate. Resolves with how many calls were made.
 */
export async function callAtRate(
  everyMs: number,
  seconds: number,
  step: (call: number) => void | Promise<void>,
): Promise<number> {
  const start = performance.now();
  const calls = Math.round((seconds * 1000) / everyMs);
  for (let call = 0; call < calls; call += 1) {
    const waitMs = start + call * everyMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    await step(call);
  }
  return calls;
}

import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import { quantile } from "./statistics.ts";

/** How smoothly a page was drawn, in milliseconds. */
export interface Frames {
  readonly frames: number;
  /** Frames that came more than 50 ms, 100 ms after the one before. */
  readonly over50: number;
  readonly over100: number;
  readonly p99: number;
  readonly longest: number;
  /** Tasks over 50 ms, as the browser itself counts them, and the longest. */
  readonly longTasks: number;
  readonly longestTask: number;
}

/** Watches the frames of a page for `seconds`. The page must be in front: what is hidden is not drawn. */
export async function framesOf(page: Page, seconds: number): Promise<Frames> {
  const { deltas, tasks } = await page.evaluate(watchFrames, seconds * 1_000);
  return {
    frames: deltas.length,
    over50: deltas.filter((ms) => ms > 50).length,
    over100: deltas.filter((ms) => ms > 100).length,
    p99: quantile(deltas, 0.99),
    longest: deltas.reduce((most, ms) => Math.max(most, ms), 0),
    longTasks: tasks.length,
    longestTask: tasks.reduce((most, ms) => Math.max(most, ms), 0),
  };
}

/**
 * CPU of the page's main thread over `seconds`, in ms a second: hardly changed by what else runs on the machine. Measured apart from
 * frames, because whoever watches them asks for every one.
 */
export async function mainThreadOf(page: Page, seconds: number): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await taskSeconds(devtools);
  await pause(seconds * 1_000);
  const used = (await taskSeconds(devtools)) - before;
  await devtools.detach();
  return (used * 1_000) / seconds;
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

/** Runs in the page, so it can use nothing from here; methods, because the loader wraps other named functions in a helper of its own. */
function watchFrames(forMs: number): Promise<{ deltas: number[]; tasks: number[] }> {
  return new Promise((resolve) => {
    const seen = {
      deltas: [] as number[],
      tasks: [] as number[],
      start: 0,
      last: 0,
      frame(now: number): void {
        if (seen.start === 0) seen.start = now;
        else seen.deltas.push(now - seen.last);
        seen.last = now;
        if (now - seen.start < forMs) requestAnimationFrame(seen.frame);
        else resolve({ deltas: seen.deltas, tasks: seen.tasks });
      },
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: "longtask" });
    requestAnimationFrame(seen.frame);
  });
}

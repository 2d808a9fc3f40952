import { mean } from "../../eval/lib/scores.ts";

/**
 * The threshold from −4 to 4, in steps of 0.05, at which `reached` is highest, as a mean with three neighbours on either side:
 * a peak that one row makes is chance.
 */
export function bestThreshold(reached: (threshold: number) => number): number {
  const tried = Array.from({ length: 161 }, (_, step) => (step - 80) / 20);
  const each = tried.map(reached);
  const around = tried.map((_, at) => mean(each.slice(Math.max(0, at - 3), at + 4)));
  const most = Math.max(...around);
  const best = tried.filter((_, at) => around[at] === most);
  return best[best.length >> 1] ?? 0;
}

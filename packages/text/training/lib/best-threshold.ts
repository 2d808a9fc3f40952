/** The threshold from −4 to 4, in steps of 0.05, at which `reached` is highest; the middle one of equals. */
export function bestThreshold(reached: (threshold: number) => number): number {
  const tried = Array.from({ length: 161 }, (_, step) => (step - 80) / 20).map((at) => [at, reached(at)] as const);
  const most = Math.max(...tried.map(([, score]) => score));
  const best = tried.filter(([, score]) => score === most);
  return best[best.length >> 1]?.[0] ?? 0;
}

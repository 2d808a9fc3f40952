/** The silence after something rang, in event time. */
export function createQuiet(quietMs: number) {
  let untilMs = Number.NEGATIVE_INFINITY;
  return {
    isAt: (atMs: number): boolean => atMs < untilMs,
    begin(atMs: number): void {
      untilMs = atMs + quietMs;
    },
  };
}

import type { Metrics } from "@frontrow/protocol/metrics";

/** Viewers now, or undefined until TikTok has told a number once: the count begins at zero, which would be read as an empty room. */
export const viewersIn = ({ viewers, viewersPeak }: Partial<Metrics>): number | undefined =>
  viewersPeak === 0 ? undefined : viewers;

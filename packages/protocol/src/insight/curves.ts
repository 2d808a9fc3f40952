import { z } from "zod";
import { gapReasons } from "../log/event.ts";
import { durationMs, epochMs } from "../numbers.ts";
import type { MetricName } from "./metrics.ts";

/** The metrics that can be drawn over time. */
export const curveNames = [
  "viewers",
  "chatsPerMinute",
  "likesPerMinute",
  "diamondsPerMinute",
  "sentiment",
  "entertainment",
] as const satisfies MetricName[];
export type CurveName = (typeof curveNames)[number];
/** Time series of the last hour, for a screen that begins; never sent while a broadcast goes on. */
export const curvesSchema = z.object({
  type: z.literal("curves"),
  /** Moment of the first point. */
  fromMs: epochMs,
  /** Distance of the points. */
  stepMs: durationMs,
  values: z.record(z.enum(curveNames), z.array(z.number())),
  gaps: z.array(z.object({ fromMs: epochMs, toMs: epochMs, reason: z.enum(gapReasons) })),
});
export type Curves = z.infer<typeof curvesSchema>;

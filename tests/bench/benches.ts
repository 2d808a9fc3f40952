import type { Bench } from "./lib/row.ts";
import { analytics } from "./rows/analytics.ts";
import { append } from "./rows/append.ts";
import { fanOut } from "./rows/fan-out.ts";
import { idle } from "./rows/idle.ts";
import { text } from "./rows/text.ts";

/** In the order of the design's table. */
export const benches: readonly Bench[] = [fanOut, idle, append, analytics, text];

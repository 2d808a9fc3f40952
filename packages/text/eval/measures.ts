import type { Measure } from "./measure.ts";

/** All measures in the order they are told, each in a file of its own. */
export const measures: readonly Measure[] = [];

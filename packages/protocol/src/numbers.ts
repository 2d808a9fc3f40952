import { z } from "zod";

/** A moment, in milliseconds since 1970. */
export const epochMs = z.number().int().nonnegative();
/** A span of time, in milliseconds. */
export const durationMs = z.number().int().nonnegative();
/** How many of something: whole, from 0. */
export const count = z.number().int().nonnegative();

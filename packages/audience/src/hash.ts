import { fnv1a, mix32 } from "@frontrow/runtime/hash";

/** A text as a whole number of 32 bits: for telling apart, where one mistake in thousands is none. */
export const hashOf = (text: string): number => mix32(fnv1a(text));

/** Two hashes as one. */
export const mixed = (one: number, other: number): number => mix32(Math.imul(one, 31) ^ other);

import { fnv1a, mix32 } from "@frontrow/runtime/hash";

/** A text as an unsigned integer of 32 bits. For deduplication, where one collision in thousands does no harm. */
export const hash32 = (text: string): number => mix32(fnv1a(text));

/** Two hashes as one; the order matters. */
export const combineHashes = (one: number, other: number): number => mix32(Math.imul(one, 31) ^ other);

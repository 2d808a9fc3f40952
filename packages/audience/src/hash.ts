/** A text as a whole number of 32 bits (FNV-1a, mixed at the end): for telling apart, where one mistake in thousands is none. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Two hashes as one. */
export const mixed = (one: number, other: number): number => mix(Math.imul(one, 31) ^ other);

/** The bits of a hash so that each hangs on all. */
export function mix(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Where FNV-1a begins: the state of a text of no length. */
export const FNV_OFFSET = 0x811c9dc5;

/** The state of FNV-1a after one more code unit, as a signed number of 32 bits; for who hashes while it walks a text. */
export const fnv1aStep = (hash: number, codeUnit: number): number => Math.imul(hash ^ codeUnit, 0x01000193);

/**
 * FNV-1a of a text's UTF-16 code units, 32 bits, unsigned. What is written down depends on it (shards of the wanted index,
 * which wording an insight gets, weights of text models), so it never changes. Not for secrets, and not for what hostile
 * input must not make collide. Texts that differ at their end only differ in their lower bits: mix before taking the upper ones.
 */
export function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = fnv1aStep(hash, text.charCodeAt(at));
  return hash >>> 0;
}

/** The bits of a hash mixed so that each depends on all (the finalizer of MurmurHash3), unsigned. */
export function mix32(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

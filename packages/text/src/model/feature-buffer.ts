import { FNV_OFFSET, fnv1aStep } from "@frontrow/runtime/hash";

/**
 * Hashes of what a text is made of, for a `LinearModel` to score. One buffer is filled again for each text, so nothing is
 * allocated on the way. What does not fit is left out: a message has no more than 600 characters.
 */
export class FeatureBuffer {
  readonly hashes: Int32Array;
  length = 0;

  constructor(capacity = 4096) {
    this.hashes = new Int32Array(capacity);
  }

  clear(): this {
    this.length = 0;
    return this;
  }

  add(hash: number): void {
    if (this.length < this.hashes.length) this.hashes[this.length++] = hash;
  }

  /**
   * Every run of `min` to `max` characters of a word that is thought between two spaces, so that beginnings and ends
   * differ from middles. `kind` keeps features of different kinds apart.
   */
  addCharacterNgrams(word: string, min: number, max: number, kind: number): void {
    const length = word.length;
    for (let from = -1; from < length; from++) {
      let hash = seedOf(kind);
      for (let size = 1; size <= max && from + size <= length + 1; size++) {
        const at = from + size - 1;
        hash = fnv1aStep(hash, at < 0 || at === length ? SPACE : word.charCodeAt(at));
        if (size >= min) this.add(finish(hash));
      }
    }
  }
}

const SPACE = 0x20;

/**
 * A feature that is a word, a part of one, or any name; `kind` keeps a word at the start of a text apart from the same word
 * elsewhere.
 */
export function hashOf(word: string, kind: number, from = 0, to = word.length): number {
  let hash = seedOf(kind);
  for (let at = from; at < to; at++) hash = fnv1aStep(hash, word.charCodeAt(at));
  return finish(hash);
}

/** A feature that is two in a row: not the same as the two the other way round. */
export const hashPair = (first: number, second: number): number => finish(fnv1aStep(first, 0) ^ second);

// FNV-1a over UTF-16 code units, then a mix of its bits, as the upper ones choose the bucket.
const seedOf = (kind: number): number => Math.imul(kind + 1, 0x9e3779b1) ^ FNV_OFFSET;
function finish(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return folded ^ (folded >>> 13);
}

/** Which of 2^bits weights a hash stands for. */
export const bucketOf = (hash: number, bits: number): number => hash >>> (32 - bits);

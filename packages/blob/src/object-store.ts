/** Bytes of an object: from one offset up to another, which is not among them. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/**
 * Objects by key, each written whole: whoever reads one gets all that was written, or does not see it yet. A key is names of letters,
 * digits, `.`, `_` and `-` with slashes between them. When the place does not answer, refuses or is full, calls reject with
 * RECORDING_UNAVAILABLE and its cause.
 */
export interface ObjectStore {
  /** Replaces what the key holds. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** undefined: there is no such object. Of a range beyond the object's end, what there is. */
  get(key: string, range?: ByteRange): Promise<Uint8Array | undefined>;
  /** Objects whose key begins so, in no certain order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** What is not there is no failure. */
  delete(keys: readonly string[]): Promise<void>;
}

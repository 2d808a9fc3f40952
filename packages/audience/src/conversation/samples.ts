import { HALF_MINUTE_MS } from "./languages.ts";

/** Half minutes that are kept, the open one included: five minutes. */
const BUCKETS = 10;
/** Messages that are kept of each. */
const SAMPLE_SIZE = 24;

/** A message of the sample. */
export interface SampledMessage {
  /** Hash of its id. The messages with the smallest ranks are kept: a random choice that does not depend on the order. */
  readonly rank: number;
  /** As of `readMessage`: 0 for a message without letters and digits. */
  readonly key: number;
  readonly words: readonly string[];
  /** In thousandths. */
  readonly sentiment: number;
}
interface SampleBucket {
  readonly fromMs: number;
  /** Messages with a word that counted, of which `kept` is a sample. */
  messages: number;
  kept: SampledMessage[];
  /** Messages with this rank or a larger one are not kept. */
  limit: number;
}

/** A uniform random sample, per half minute, of the last five minutes' messages with a content word; all of them while they are few. */
export type SamplesState = SampleBucket[];

export function addSample(buckets: SamplesState, atMs: number, message: SampledMessage): void {
  let bucket = buckets.at(-1);
  if (!bucket) {
    bucket = createBucket(Math.floor(atMs / HALF_MINUTE_MS) * HALF_MINUTE_MS);
    buckets.push(bucket);
  }
  bucket.messages++;
  if (message.rank >= bucket.limit) return;
  bucket.kept.push(message);
  if (bucket.kept.length < SAMPLE_SIZE * 2) return;
  bucket.kept = smallest(bucket.kept);
  bucket.limit = bucket.kept.at(-1)?.rank ?? 0;
}

/** Begins the next half minute. */
export function rotateSamples(buckets: SamplesState, atMs: number): void {
  buckets.push(createBucket(atMs));
  if (buckets.length > BUCKETS) buckets.shift();
}

/** Removes the messages of a burst: those with its key, one at each of `moments` within the last minute. */
export function removeSamples(buckets: SamplesState, key: number, moments: readonly number[]): void {
  for (const bucket of buckets.slice(-3)) bucket.kept = bucket.kept.filter((message) => message.key !== key);
  for (const atMs of moments) {
    const bucket = buckets.findLast(({ fromMs }) => fromMs <= atMs);
    if (bucket) bucket.messages = Math.max(bucket.kept.length, bucket.messages - 1);
  }
}

/** Removes messages by rank: moderation removed them. The others represent the rest. */
export function retractSamples(buckets: SamplesState, ranks: ReadonlySet<number>): void {
  for (const bucket of buckets) {
    const remaining = bucket.kept.filter(({ rank }) => !ranks.has(rank));
    bucket.messages -= bucket.kept.length - remaining.length;
    bucket.kept = remaining;
  }
}

/** The sampled messages, each with the number of messages that it represents. */
export const sampledMessages = (buckets: SamplesState): { readonly message: SampledMessage; readonly weight: number }[] =>
  buckets.flatMap(({ kept, messages }) => {
    const sample = kept.length > SAMPLE_SIZE ? smallest(kept) : kept;
    return sample.map((message) => ({ message, weight: messages / sample.length }));
  });

const createBucket = (fromMs: number): SampleBucket => ({ fromMs, messages: 0, kept: [], limit: 2 ** 32 });

const smallest = (messages: readonly SampledMessage[]): SampledMessage[] =>
  messages.toSorted((a, b) => a.rank - b.rank).slice(0, SAMPLE_SIZE);

import type { FoldItem } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { SessionId } from "@frontrow/protocol/ids";
import {
  type Archived,
  NOTHING_ARCHIVED,
  type RecordedBroadcast,
  type RecordingId,
  type RecordingSummary,
  recordingIdOf,
  type SegmentSummary,
} from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { putSegment } from "@frontrow/recording/segment";
import { IMPORT_BOUNDS, type ImportBounds, linesOf, unreadable } from "./bytes.ts";
import { endIn, headIn, itemOf, jsonIn } from "./item.ts";

export interface ImportOptions {
  readonly blob: ObjectStore;
  /** Of the new recording: nobody else's. */
  readonly sessionId: SessionId;
  /** Called once, before its first object is written. */
  onBegin(recordingId: RecordingId, broadcast: RecordedBroadcast, sinceMs: number): Promise<void>;
  readonly bounds?: ImportBounds;
}

/** As the archive's. */
const SEGMENT_ITEMS = 8_192;

/**
 * Writes a file that was exported as a new recording, complete once this resolves. Rejects with RECORDING_UNREADABLE, which names the first
 * line that is wrong, or TOO_LARGE; what was written until then is for the caller to remove.
 */
export async function importRecording(
  file: AsyncIterable<Uint8Array>,
  { blob, sessionId, onBegin, bounds = IMPORT_BOUNDS }: ImportOptions,
): Promise<RecordingSummary> {
  let broadcast: RecordedBroadcast | undefined;
  let ended: number | undefined;
  let writer: SegmentWriter | undefined;
  const times = new Times();
  for await (const { first, lines } of linesOf(file, bounds)) {
    for (const [at, text] of lines.entries()) {
      const line = first + at;
      if (!broadcast) {
        ({ broadcast } = headIn(text));
        continue;
      }
      if (ended !== undefined) throw unreadable(line, "nothing follows the last line of a recording");
      const given = jsonIn(text, line);
      ended = endIn(given);
      if (ended !== undefined) continue;
      const item = itemOf(given, line);
      times.check(item.value.atMs, line);
      if (!writer) {
        const recordingId = recordingIdOf(sessionId, item.value.atMs);
        await onBegin(recordingId, broadcast, item.value.atMs);
        writer = new SegmentWriter(blob, recordingId, broadcast);
      }
      if (writer.items >= bounds.items) throw unreadable(line, "a recording has no more than two million items");
      await writer.add(item);
    }
  }
  if (!broadcast) throw unreadable(1, "the file is empty");
  if (!writer || ended === undefined || ended !== writer.items)
    throw unreadable((writer?.items ?? 0) + 2, writer ? "the file is cut off here, or lines are missing" : "it has no items");
  return writer.finish();
}

const HOUR_MS = 3_600_000;
/** Before TikTok. */
const EARLIEST_MS = Date.UTC(2016, 0);
/** Longer than anybody streams. */
const LONGEST_MS = 31 * 24 * HOUR_MS;

/** Event time goes on, but for what a fail-over has done to it. */
class Times {
  #first: number | undefined;
  #last = 0;

  check(atMs: number, line: number): void {
    if (atMs < EARLIEST_MS || atMs > Date.now() + 24 * HOUR_MS) throw unreadable(line, "atMs: this is no time of a broadcast");
    this.#first ??= atMs;
    if (atMs < this.#last - HOUR_MS) throw unreadable(line, "atMs: it is more than an hour before what is above it");
    if (atMs > this.#first + LONGEST_MS) throw unreadable(line, "atMs: it is more than a month after the first");
    this.#last = Math.max(this.#last, atMs);
  }
}

/** Writes items as segments, one after the other. */
class SegmentWriter {
  items = 0;
  readonly #blob: ObjectStore;
  readonly #recordingId: RecordingId;
  readonly #broadcast: RecordedBroadcast;
  readonly #segments: SegmentSummary[] = [];
  #values: FoldItem[] = [];
  #texts: string[] = [];

  constructor(blob: ObjectStore, recordingId: RecordingId, broadcast: RecordedBroadcast) {
    this.#blob = blob;
    this.#recordingId = recordingId;
    this.#broadcast = broadcast;
  }

  async add({ value, text }: { readonly value: FoldItem; readonly text: string }): Promise<void> {
    this.#values.push(value);
    this.#texts.push(text);
    this.items++;
    if (this.#values.length >= SEGMENT_ITEMS) await this.#write();
  }

  async finish(): Promise<RecordingSummary> {
    if (this.#values.length > 0) await this.#write();
    await finishRecording(this.#blob, this.#recordingId, this.#segments, this.#broadcast);
    const { toMs, items } = this.#end;
    const fromMs = this.#segments[0]?.fromMs ?? toMs;
    return { recordingId: this.#recordingId, broadcast: this.#broadcast, fromMs, toMs, items, isGrowing: false };
  }

  get #end(): Archived {
    return this.#segments.at(-1)?.upTo ?? NOTHING_ARCHIVED;
  }

  async #write(): Promise<void> {
    // Places in a log that there never was: what counts is that each goes on where the one before ends.
    const position = { epoch: 1, id: `${this.#segments.length + 1}-0`, stamp: `import:1:${this.#segments.length + 1}` };
    const [values, texts] = [this.#values, this.#texts];
    [this.#values, this.#texts] = [[], []];
    const content = { recordingId: this.#recordingId, broadcast: this.#broadcast, revision: 0, after: this.#end, position };
    this.#segments.push(await putSegment(this.#blob, { ...content, values, texts }));
  }
}

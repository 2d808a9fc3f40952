import type { Bookmark } from "@frontrow/protocol/library/entry";
import type { RecordedItem, Recording } from "@frontrow/recording/recording";
import { Removed } from "@frontrow/recording/removed";

/** What the desk that exports adds to its recording. */
export interface DeskNotes {
  readonly name?: string | undefined;
  /** Where times count from, in event time; without it, from the first item. */
  readonly zeroMs?: number | undefined;
  readonly bookmarks: readonly Bookmark[];
}

/** What a format reads of a recording, beside its items. */
export interface Needs {
  /** How often it reads the items. */
  readonly passes: number;
  /** What moderation removed; found by one more pass where there is no index. */
  readonly removed: boolean;
}

export interface SourceOptions {
  readonly recording: Recording;
  readonly notes: DeskNotes;
  readonly framesPerSecond: number;
  readonly signal?: AbortSignal | undefined;
  /** Items that were read, of all. Called after each page. */
  onProgress?(done: number, total: number): void;
}

/** A recording as it is exported: what there was of it at the begin, also where it grows meanwhile. */
export class Source {
  readonly recording: Recording;
  readonly notes: DeskNotes;
  readonly framesPerSecond: number;
  readonly items: number;
  readonly removed: Removed;
  readonly #options: SourceOptions;
  readonly #total: number;
  #done = 0;

  private constructor(options: SourceOptions, removed: Removed, total: number) {
    this.recording = options.recording;
    this.notes = options.notes;
    this.framesPerSecond = options.framesPerSecond;
    this.items = options.recording.extent.items;
    this.removed = removed;
    this.#options = options;
    this.#total = total;
  }

  /** Reads what the format needs before its first line. */
  static async open(options: SourceOptions, needs: Needs): Promise<Source> {
    const { recording } = options;
    const index = needs.removed ? await recording.index() : undefined;
    const removed = new Removed();
    const looksFor = needs.removed && !index;
    const source = new Source(options, removed, recording.extent.items * (needs.passes + (looksFor ? 1 : 0)));
    removed.add(index?.removed ?? []);
    if (looksFor) for await (const page of source.pages()) removed.note(page);
    return source;
  }

  get zeroMs(): number {
    return this.notes.zeroMs ?? this.recording.extent.fromMs;
  }

  /** All items, in pages. */
  async *pages(): AsyncGenerator<readonly RecordedItem[]> {
    if (this.items === 0) return;
    for await (const read of this.recording.read(0, this.#options.signal)) {
      const page = (read.at(-1)?.next ?? 0) > this.items ? read.filter(({ item }) => item < this.items) : read;
      yield page;
      this.#advance(page);
      if ((page.at(-1)?.next ?? 0) >= this.items) return;
    }
  }

  #advance(page: readonly RecordedItem[]): void {
    const [first, last] = [page[0], page.at(-1)];
    if (first && last) this.#done += last.next - first.item;
    this.#options.onProgress?.(Math.min(this.#done, this.#total), this.#total);
  }
}

import { createFold } from "@frontrow/audience/state";
import type { Language } from "@frontrow/protocol/desk";
import type { Insight, QuestionDetected } from "@frontrow/protocol/insight";
import type { Bookmark } from "@frontrow/protocol/library/entry";
import type { Report } from "@frontrow/protocol/library/report";
import { deriveReport, IndexPass } from "@frontrow/recording/index-recording";
import type { PackedPage, RecordedItem, Recording } from "@frontrow/recording/recording";
import type { RecordingIndex } from "@frontrow/recording/recording-index";
import { Removed } from "@frontrow/recording/removed";
import { keptReport, type ReportParts } from "./kept-report.ts";

/** What the desk that exports adds to its recording. */
export interface DeskNotes {
  readonly name?: string | undefined;
  /** Where times count from, in event time; without it, from the first item. */
  readonly zeroMs?: number | undefined;
  readonly bookmarks: readonly Bookmark[];
  /** What it did about questions. */
  readonly answers: Report["answers"];
}

/** What a format reads of a recording. */
export interface Needs {
  /** How often it reads the items. */
  readonly passes: number;
  /** What moderation removed: of the index, or else by a pass of its own. */
  readonly removed?: true;
  /** Moments, minutes and gaps, and what moderation removed: of the index, or else by folding all of it. */
  readonly index?: true;
  /** All questions, by folding all of it; and what moderation removed. */
  readonly questions?: true;
  /** What reports say, and who did something: as it was derived, or else by deriving it. */
  readonly report?: true;
}

export interface AskedQuestion {
  /** As it was published last. */
  readonly question: QuestionDetected;
  /** Where it was published first. */
  readonly item: number;
}

export interface SourceOptions {
  readonly recording: Recording;
  readonly notes: DeskNotes;
  readonly framesPerSecond: number;
  /** In which sentences are written. */
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  /** Items that were read, of all that are to be. */
  onProgress?(done: number, total: number): void;
}

/** Different questions that are remembered of one recording: some 50 MB. */
const MOST_QUESTIONS = 100_000;

/** A recording as it is exported: what there was of it at the begin, also where it grows meanwhile. */
export class Source {
  readonly recording: Recording;
  readonly notes: DeskNotes;
  readonly framesPerSecond: number;
  readonly language: Language;
  /** Those of the recording that are exported. */
  readonly items: number;
  readonly removed = new Removed();
  readonly #options: SourceOptions;
  readonly #questions = new Map<string, AskedQuestion>();
  #index: RecordingIndex | undefined;
  #report: ReportParts | undefined;
  #leftOut = 0;
  #done = 0;
  #total = 0;

  private constructor(options: SourceOptions) {
    this.recording = options.recording;
    this.notes = options.notes;
    this.framesPerSecond = options.framesPerSecond;
    this.language = options.language;
    this.items = options.recording.extent.items;
    this.#options = options;
  }

  /** Reads what the format needs before its first line. */
  static async open(options: SourceOptions, needs: Needs): Promise<Source> {
    const source = new Source(options);
    await source.#prepare(needs);
    return source;
  }

  get zeroMs(): number {
    return this.notes.zeroMs ?? this.recording.extent.fromMs;
  }

  get index(): RecordingIndex {
    if (!this.#index) throw new Error("this format does not say that it needs the index");
    return this.#index;
  }

  get report(): ReportParts {
    if (!this.#report) throw new Error("this format does not say that it needs the report");
    return this.#report;
  }

  /** By the time at which they were asked first. */
  get questions(): readonly AskedQuestion[] {
    return [...this.#questions.values()];
  }

  /** How many markers the file leaves out. */
  get leftOut(): number {
    return this.#leftOut;
  }

  leaveOut(markers: number): void {
    this.#leftOut += markers;
  }

  /** All items, in pages. */
  async *pages(): AsyncGenerator<readonly RecordedItem[]> {
    if (this.items === 0) return;
    for await (const read of this.recording.read(0, this.#options.signal)) {
      const page = (read.at(-1)?.next ?? 0) > this.items ? read.filter(({ item }) => item < this.items) : read;
      yield page;
      const [first, last] = [page[0], page.at(-1)];
      if (first && last) this.#advance(last.next - first.item);
      if (!last || last.next >= this.items) return;
    }
  }

  /** The same, as it is stored where it is. */
  async *packed(): AsyncGenerator<PackedPage> {
    if (this.items === 0) return;
    for await (const page of this.recording.readPacked(0, this.#options.signal)) {
      const { item, next } = page;
      if (next <= this.items) yield page;
      // It was archived meanwhile, with what came after the begin of the export.
      else yield { item, next: this.items, items: await this.#itemsFrom(item) };
      this.#advance(Math.min(next, this.items) - item);
      if (next >= this.items) return;
    }
  }

  async #itemsFrom(from: number): Promise<readonly RecordedItem[]> {
    for await (const page of this.recording.read(from, this.#options.signal)) return page.filter(({ item }) => item < this.items);
    return [];
  }

  #advance(items: number): void {
    this.#done += items;
    this.#options.onProgress?.(Math.min(this.#done, this.#total), this.#total);
  }

  async #prepare({ passes, removed, index, questions, report }: Needs): Promise<void> {
    const wantsIndex = index === true || questions === true;
    this.#index = removed || wantsIndex ? await this.recording.index() : undefined;
    this.#report = report ? await keptReport(this.recording) : undefined;
    const derives = report === true && !this.#report;
    const folds = questions === true || (wantsIndex && !this.#index);
    const looksForRemoved = removed === true && !this.#index && !folds;
    this.#total = this.items * Math.max(1, passes + (folds || looksForRemoved || derives ? 1 : 0));
    if (folds) this.#index = await this.#fold();
    // Where something was removed it reads all of it once more, which is not told.
    if (derives) this.#report = await deriveReport({ id: this.recording.id, read: () => this.pages() });
    if (looksForRemoved) for await (const page of this.pages()) this.removed.note(page);
    this.removed.add(this.#index?.removed ?? []);
    // All that it needs was read before, when the recording was indexed.
    if (passes === 0 && !folds && !derives) this.#advance(this.items);
  }

  async #fold(): Promise<RecordingIndex> {
    const pass = new IndexPass(createFold(), [{ see: ({ item }, insights) => this.#note(insights, item) }]);
    for await (const page of this.pages()) for (const item of page) pass.fold(item);
    return pass.index();
  }

  #note(insights: readonly Insight[], item: number): void {
    for (const question of insights) {
      if (question.type !== "questionDetected") continue;
      const known = this.#questions.get(question.id);
      if (known || this.#questions.size < MOST_QUESTIONS)
        this.#questions.set(question.id, { question, item: known?.item ?? item });
    }
  }
}

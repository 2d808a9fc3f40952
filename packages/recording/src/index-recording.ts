import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, FOLD_VERSION, type FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { Insight } from "@frontrow/protocol/insight";
import { minuteMetrics } from "@frontrow/protocol/library/timeline";
import type { RecordingId, SegmentSummary } from "@frontrow/protocol/recording";
import { Archive } from "./archive.ts";
import { writeCard } from "./derived/card.ts";
import { derivedFolder, type IndexObserver, type PassEnd } from "./derived/derived.ts";
import type { DerivedReport } from "./derived/report-facts.ts";
import { ReportObserver } from "./derived/report-observer.ts";
import { TimelineObserver } from "./derived/timeline.ts";
import { WordsObserver } from "./derived/words.ts";
import { Glance } from "./glance.ts";
import { encodeJson } from "./json.ts";
import { KeyframeWriter, listKeyframes, readKeyframe } from "./keyframes.ts";
import { keys } from "./keys.ts";
import { leaveOut } from "./log-items.ts";
import { continued, type Manifest, readManifest, rebuildManifest } from "./manifest.ts";
import { MemberCache } from "./member-cache.ts";
import type { RecordedItem } from "./recorded-item.ts";
import type { Recording } from "./recording.ts";
import type { IndexedMoment, Minute, RecordingIndex, Removal } from "./recording-index.ts";
import { SCHEMA } from "./segment.ts";

/** What is derived beside the index: new ones for each pass. */
const createObservers = (): readonly IndexObserver[] => [new TimelineObserver(), new WordsObserver(), new ReportObserver()];

/** Makes keyframes, `index.json` and what else is derived of a complete recording: one pass over its items. */
export async function indexRecording(blob: ObjectStore, id: RecordingId): Promise<RecordingIndex> {
  const stored = await readManifest(blob, id);
  const manifest = typeof stored === "object" ? stored : await rebuildManifest(blob, id);
  if (!manifest) throw new FrontrowError("RECORDING_NOT_FOUND", "there is no such recording");
  return indexManifest(blob, id, manifest);
}

/** The same of a recording that is not what `recording.json` names yet. */
export async function indexManifest(blob: ObjectStore, id: RecordingId, manifest: Manifest): Promise<RecordingIndex> {
  const { segments, revision } = manifest;
  const state = createFold();
  const observers = createObservers();
  const pass = new IndexPass(state, observers);
  const keyframes = new KeyframeWriter(blob, id, revision);
  for await (const page of pagesOf(blob, segments)) {
    for (const item of page) pass.fold(item);
    await keyframes.after(page.at(-1)?.next ?? 0, state);
  }
  const index = pass.index();
  const fromMs = segments[0]?.fromMs ?? 0;
  const toMs = segments.at(-1)?.upTo.toMs ?? fromMs;
  const end: PassEnd = { id, index, state, fromMs, toMs, pages: () => pagesOf(blob, segments) };
  for (const observer of observers) {
    const derived = await observer.finish(end);
    for (const { name, bytes } of [derived].flat()) await blob.put(`${derivedFolder(id, revision)}${name}`, bytes);
  }
  await blob.put(keys.index(id, revision), encodeJson(index));
  await writeCard(blob, manifest, end);
  return index;
}

/** What reports say, so far, of a recording that keeps nothing that is derived: one that grows. */
export async function deriveReport(recording: Pick<Recording, "id" | "read">, signal?: AbortSignal): Promise<DerivedReport> {
  const state = createFold();
  const observer = new ReportObserver();
  const pass = new IndexPass(state, [observer]);
  let fromMs: number | undefined;
  let toMs = 0;
  for await (const page of recording.read(0, signal)) {
    for (const item of page) pass.fold(item);
    fromMs ??= page[0]?.dueMs;
    toMs = page.at(-1)?.dueMs ?? toMs;
  }
  const pages = () => recording.read(0, signal);
  return observer.derive({ id: recording.id, index: pass.index(), state, fromMs: fromMs ?? toMs, toMs, pages });
}

/**
 * Makes the keyframes that are due in a growing recording, by its segments so far; returns how many it made. To be called after each
 * segment: it folds only when one is due.
 */
export async function extendIndex(blob: ObjectStore, id: RecordingId, archived: readonly SegmentSummary[]): Promise<number> {
  const stored = await readManifest(blob, id);
  const { segments, revision } = typeof stored === "object" ? stored : { segments: [], revision: 0 };
  const all = continued(segments, archived);
  const last = (await listKeyframes(blob, id, revision)).at(-1) ?? 0;
  const keyframes = new KeyframeWriter(blob, id, revision, last);
  const end = all.at(-1)?.upTo.items ?? 0;
  if (!keyframes.isDueAt(end)) return 0;
  const restored = last === 0 ? undefined : await readKeyframe(blob, id, revision, last);
  const state = restored ?? createFold();
  for await (const page of pagesOf(blob, all, restored ? last : 0)) {
    const values = page.map(({ value }) => value);
    foldItems(state, values, [], leaveOut);
    await keyframes.after(page.at(-1)?.next ?? 0, state);
  }
  return keyframes.written;
}

async function* pagesOf(
  blob: ObjectStore,
  segments: readonly SegmentSummary[],
  from = 0,
): AsyncGenerator<readonly RecordedItem[]> {
  // Each is read once.
  const archive = new Archive(blob, new MemberCache(0), segments);
  for (let item = from; item < archive.items; ) {
    const read = await archive.page(item);
    const page = read === "missing" ? archive.lost(item) : read;
    yield page;
    item = page.at(-1)?.next ?? archive.items;
  }
}

const MINUTE_MS = 60_000;

/** First gifts that an index keeps, those of the most diamonds: in a large room there are ten thousand, and nobody looks for the small ones. */
const MOST_FIRST_GIFTS = 100;

function withoutSmall(moments: readonly IndexedMoment[]): IndexedMoment[] {
  const diamondsOf = ({ moment }: IndexedMoment) => ("params" in moment ? Number(moment.params["diamonds"] ?? 0) : 0);
  const isFirstGift = ({ moment: { kind } }: IndexedMoment) => kind === "firstGift";
  const firstGifts = moments.filter(isFirstGift).sort((a, b) => diamondsOf(b) - diamondsOf(a));
  const small = new Set(firstGifts.slice(MOST_FIRST_GIFTS));
  return moments.filter((moment) => !small.has(moment));
}

/** Folds a recording and keeps what its index says. */
export class IndexPass {
  readonly #state: FoldState;
  readonly #glance = new Glance();
  readonly #observers: readonly Pick<IndexObserver, "see">[];
  readonly #insights: Insight[] = [];
  readonly #moments = new Map<string, IndexedMoment>();
  readonly #minutes: Minute[] = [];
  readonly #removed: Removal[] = [];
  #minute: number | undefined;
  #items = 0;

  constructor(state: FoldState, observers: readonly Pick<IndexObserver, "see">[] = []) {
    this.#state = state;
    this.#observers = observers;
  }

  fold(recorded: RecordedItem): void {
    const { value, item, next, dueMs } = recorded;
    const minute = Math.floor(dueMs / MINUTE_MS);
    if (this.#minute !== undefined && minute > this.#minute) this.#endMinute();
    this.#minute = minute;
    foldItems(this.#state, [value], this.#insights, leaveOut);
    this.#items = next;
    for (const insight of this.#insights) this.#note(insight);
    for (const observer of this.#observers) observer.see?.(recorded, this.#insights, this.#state);
    this.#insights.length = 0;
    this.#glance.see(value, dueMs);
    if (value.type === "moderation") this.#removed.push({ item, eventIds: value.eventIds, userIds: value.userIds });
  }

  index(): RecordingIndex {
    if (this.#items > 0) this.#endMinute();
    return {
      schema: SCHEMA,
      foldVersion: FOLD_VERSION,
      items: this.#items,
      moments: withoutSmall([...this.#moments.values()]),
      minutes: this.#minutes,
      gaps: this.#glance.gaps,
      closed: this.#glance.closedUpTo(this.#state.nowMs),
      removed: this.#removed,
      lanes: this.#glance.seen.lanes,
    };
  }

  #endMinute(): void {
    const metrics = metricsOf(this.#state);
    const values = Object.fromEntries(minuteMetrics.map((name) => [name, metrics[name]])) as Minute["metrics"];
    this.#minutes.push({ atMs: this.#state.nowMs, item: this.#items, metrics: values });
  }

  /** A spike that grew is said again: it stays where it was first seen, as it was last. First chats are as many as viewers who write. */
  #note(insight: Insight): void {
    if (insight.type !== "moment" && insight.type !== "spike") return;
    if (insight.type === "moment" && insight.kind === "firstChat") return;
    const item = this.#moments.get(insight.id)?.item ?? this.#items;
    this.#moments.set(insight.id, { item, moment: insight });
  }
}

import { setImmediate as yieldToOthers } from "node:timers/promises";
import { FOLD_VERSION, type FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Moment, Spike } from "@frontrow/protocol/insight";
import type { ReportFacts } from "@frontrow/protocol/library/report";
import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import {
  type Archived,
  type ArchiveRecord,
  NOTHING_ARCHIVED,
  type RecordedBroadcast,
  type RecordingId,
  recordedSession,
} from "@frontrow/protocol/recording";
import type { LogStore } from "@frontrow/redis/log";
import { Archive } from "./archive.ts";
import { isCurrent, readCard } from "./derived/card.ts";
import { type Figures, readFacts, readReportCard, readViewerPart } from "./derived/report-facts.ts";
import type { RecordedViewer } from "./derived/viewers.ts";
import { Glance } from "./glance.ts";
import type { IndexCache } from "./index-cache.ts";
import { listKeyframes, readKeyframe } from "./keyframes.ts";
import { LiveTail } from "./live-tail.ts";
import { continued, type Manifest, readManifest, rebuildManifest } from "./manifest.ts";
import { MemberCache } from "./member-cache.ts";
import type { RecordedItem } from "./recorded-item.ts";
import { type RecordingIndex, readIndex } from "./recording-index.ts";
import { sampleStoreOf } from "./samples.ts";
import { SCHEMA } from "./segment.ts";
import { SidecarCache } from "./sidecar-cache.ts";

/** Items of a live log that are seen for a glance: more wait there only while the storage is away. */
const MAX_GLANCED = 20_000;

export type { RecordedItem } from "./recorded-item.ts";

export interface Extent {
  readonly fromMs: number;
  readonly toMs: number;
  readonly items: number;
  readonly isGrowing: boolean;
}

/** What was derived from a complete recording for reports. */
export interface RecordedReport {
  readonly figures: Figures;
  /** undefined: it is gone. */
  facts(): Promise<ReportFacts | undefined>;
  /** Viewers who did something in it. */
  readonly people: number;
  /** Those of one part (`partOf`); undefined: the recording was deleted, or replaced. */
  viewers(part: number): Promise<readonly RecordedViewer[] | undefined>;
}

/** Items that follow one another, from `item` up to `next`: in one form or the other. */
export type PackedPage = { readonly item: number; readonly next: number } & (
  | { readonly packed: Uint8Array; readonly items?: undefined }
  | { readonly packed?: undefined; readonly items: readonly RecordedItem[] }
);

export interface Recording {
  readonly id: RecordingId;
  readonly broadcast: RecordedBroadcast;
  /** Shipped with Frontrow, for everybody. */
  readonly isSample: boolean;
  /** As known now; `refresh` looks again. */
  readonly extent: Extent;
  refresh(): Promise<void>;
  /**
   * Items from an ordinal on, in pages, up to its end as known when reached. A member that cannot be read is one `gap` item of reason
   * "corrupt" that stands for its items; the rest plays.
   */
  read(fromItem: number, signal?: AbortSignal): AsyncIterable<readonly RecordedItem[]>;
  /**
   * The same, with what is archived as it is stored, unread: gzip members of a JSON item a line. Where there is none (yet), or it cannot be
   * read, items.
   */
  readPacked(fromItem: number, signal?: AbortSignal): AsyncIterable<PackedPage>;
  /** How many items are due at or before a time. */
  itemsDueBy(atMs: number): Promise<number>;
  /** The latest keyframe of this fold version at or before an item count; undefined: fold from the start. */
  keyframeBefore(item: number): Promise<{ readonly item: number; readonly state: FoldState } | undefined>;
  /** Moments, minutes, gaps and lanes; undefined while it grows, or while there is no index of today's fold. */
  index(): Promise<RecordingIndex | undefined>;
  /** Where something was noticed, in order: by the index, and while it grows by what the session keeps of it. */
  moments(): Promise<readonly NoticedMoment[]>;
  /** What reports say of it; undefined as the index is. */
  report(): Promise<RecordedReport | undefined>;
  /** It was recorded with another version of the fold: its numbers come from today's. */
  readonly byTodaysFormulas: boolean;
  /** Lanes, gaps and time without a source, also while it grows and where there is no index; `toMs` is up to where it was seen. */
  glance(): Promise<RecordingGlance>;
  close(): void;
}

export interface NoticedMoment {
  readonly moment: Spike | Moment;
  /** How many items were folded when it was noticed; undefined where that is not known. */
  readonly item?: number;
}

export type RecordingGlance = Pick<RecordingTimeline, "lanes" | "gaps" | "closed" | "toMs">;

/** What Redis knows of recordings that grow. */
export interface GrowingSource {
  /** undefined: the session is not recorded, or no longer known. */
  read(session: SessionId): Promise<ArchiveRecord | undefined>;
  /** What was noticed of the session so far, as far as it is kept: the last of it. */
  moments?(session: SessionId): Promise<readonly (Spike | Moment)[]>;
  readonly log: Pick<LogStore, "readAfter" | "tail">;
}

export interface RecordingDeps {
  readonly blob: ObjectStore;
  readonly growing?: GrowingSource | undefined;
  /** Shared by all recordings of a process; one for this recording alone without it. */
  readonly cache?: MemberCache | undefined;
  /** Likewise. */
  readonly sidecars?: SidecarCache | undefined;
  /** Likewise; without one an index is read each time. */
  readonly indexes?: IndexCache | undefined;
}

/** Opens a recording. Rejects with RECORDING_NOT_FOUND, RECORDING_DAMAGED or RECORDING_UNAVAILABLE. */
export async function openRecording({ blob, growing, ...caches }: RecordingDeps, id: RecordingId): Promise<Recording> {
  const samples = sampleStoreOf(id);
  const deps = samples ? { blob: samples, ...caches } : { blob, growing, ...caches };
  const recording = new OpenRecording(deps, id, await locate(deps, id), samples !== undefined);
  await recording.advance();
  return recording;
}

/** The same as the report of the opened recording, which must be complete: most have a card that says where it is. */
export async function readReport(blob: ObjectStore, id: RecordingId): Promise<RecordedReport | undefined> {
  const card = await readCard(blob, id);
  if (card && isCurrent(card)) return reportOf(blob, id, card.revision);
  return (await openRecording({ blob }, id)).report();
}

async function reportOf(blob: ObjectStore, id: RecordingId, revision: number): Promise<RecordedReport | undefined> {
  const card = await readReportCard(blob, id, revision);
  return (
    card && {
      figures: card.figures,
      people: card.people,
      facts: () => readFacts(blob, id, revision),
      viewers: (part) => readViewerPart(blob, id, revision, card, part),
    }
  );
}

/** What a recording is made of, as far as is known. */
interface Located {
  readonly manifest: Manifest;
  /** The archive's end, while the log goes on after it. */
  readonly growsAfter: Archived | undefined;
}

async function locate({ blob, growing }: RecordingDeps, id: RecordingId): Promise<Located> {
  const found = await growing?.read(recordedSession(id));
  // A session that was recorded before, and forgotten by Redis since, has another recording by now.
  const record = found?.recordingId === id ? found : undefined;
  const stored = await readManifest(blob, id);
  const isGrowing = record?.state === "growing";
  if (record && (isGrowing || typeof stored === "string")) {
    const before = typeof stored === "object" ? stored : undefined;
    const segments = continued(before?.segments ?? [], record.segments);
    const { revision = 0, foldVersion = FOLD_VERSION } = before ?? {};
    const manifest = { schema: SCHEMA, revision, foldVersion, broadcast: record.broadcast, segments } as const;
    return { manifest, growsAfter: isGrowing ? (segments.at(-1)?.upTo ?? NOTHING_ARCHIVED) : undefined };
  }
  if (typeof stored === "object") return { manifest: stored, growsAfter: undefined };
  const rebuilt = await rebuildManifest(blob, id);
  if (rebuilt) return { manifest: rebuilt, growsAfter: undefined };
  if (stored === "damaged") throw new FrontrowError("RECORDING_DAMAGED", "nothing of the recording can be read");
  throw new FrontrowError("RECORDING_NOT_FOUND", "there is no such recording");
}

class OpenRecording implements Recording {
  readonly id: RecordingId;
  readonly isSample: boolean;
  readonly #deps: RecordingDeps;
  readonly #cache: MemberCache;
  #manifest: Manifest;
  #archive: Archive;
  #tail: LiveTail | undefined;
  #keyframes: Promise<number[]> | undefined;

  constructor(deps: RecordingDeps, id: RecordingId, located: Located, isSample: boolean) {
    this.id = id;
    this.isSample = isSample;
    this.#deps = deps;
    this.#cache = deps.cache ?? new MemberCache();
    this.#manifest = located.manifest;
    this.#archive = new Archive(deps.blob, this.#cache, located.manifest.segments);
    this.#follow(located.growsAfter);
  }

  get broadcast(): RecordedBroadcast {
    return this.#manifest.broadcast;
  }

  get extent(): Extent {
    const { items, toMs } = this.#tail?.end ?? this.#archive;
    return { fromMs: this.#archive.fromMs ?? this.#tail?.fromMs ?? toMs, toMs, items, isGrowing: this.#tail !== undefined };
  }

  get byTodaysFormulas(): boolean {
    return this.#manifest.foldVersion !== FOLD_VERSION;
  }

  async refresh(): Promise<void> {
    await this.#locateAgain();
    await this.advance();
  }

  /** Finds the end of a log that goes on. */
  async advance(): Promise<void> {
    await this.#tail?.advance();
  }

  async *read(fromItem: number, signal?: AbortSignal): AsyncGenerator<readonly RecordedItem[], void, undefined> {
    let item = fromItem;
    for (;;) {
      signal?.throwIfAborted();
      const page = await this.#page(item);
      const last = page.at(-1);
      if (!last) return;
      item = last.next;
      yield page;
    }
  }

  async *readPacked(fromItem: number, signal?: AbortSignal): AsyncGenerator<PackedPage, void, undefined> {
    let item = fromItem;
    for (;;) {
      signal?.throwIfAborted();
      const member = await this.#archive.packed(item);
      if (member) yield { item, next: member.next, packed: member.bytes };
      const items = member ? [] : await this.#page(item);
      const next = member?.next ?? items.at(-1)?.next;
      if (next === undefined) return;
      if (!member) yield { item, next, items };
      item = next;
    }
  }

  async itemsDueBy(atMs: number): Promise<number> {
    let item = this.#archive.memberDueAfter(atMs);
    if (item === this.#archive.items && this.#tail) item = this.#tail.pageDueAfter(atMs);
    for await (const page of this.read(item)) {
      const later = page.find(({ dueMs }) => dueMs > atMs);
      if (later) return later.item;
      item = page.at(-1)?.next ?? item;
    }
    return item;
  }

  async keyframeBefore(item: number): Promise<{ item: number; state: FoldState } | undefined> {
    const { revision } = this.#manifest;
    this.#keyframes ??= listKeyframes(this.#deps.blob, this.id, revision);
    const earlier = (await this.#keyframes).filter((at) => at <= item);
    for (const at of earlier.reverse()) {
      const state = await readKeyframe(this.#deps.blob, this.id, revision, at);
      if (state) return { item: at, state };
    }
    return undefined;
  }

  async index(): Promise<RecordingIndex | undefined> {
    if (this.#tail) return undefined;
    const { blob, indexes } = this.#deps;
    const { revision } = this.#manifest;
    return indexes ? indexes.read(blob, this.id, revision) : readIndex(blob, this.id, revision);
  }

  async moments(): Promise<readonly NoticedMoment[]> {
    if (!this.#tail) return (await this.index())?.moments ?? [];
    const noticed = (await this.#deps.growing?.moments?.(recordedSession(this.id))) ?? [];
    return noticed.map((moment) => ({ moment }));
  }

  async report(): Promise<RecordedReport | undefined> {
    return this.#tail ? undefined : reportOf(this.#deps.blob, this.id, this.#manifest.revision);
  }

  async glance(): Promise<RecordingGlance> {
    const { blob, sidecars = new SidecarCache() } = this.#deps;
    const { items, toMs: archivedMs } = this.#archive;
    const glance = new Glance();
    for (const glanced of await sidecars.of(blob, this.#manifest.segments)) glance.add(glanced);
    let toMs = archivedMs;
    let seen = 0;
    for await (const page of this.read(items)) {
      for (const { value, dueMs } of page) {
        glance.see(value, dueMs);
        toMs = dueMs;
      }
      seen += page.length;
      if (seen >= MAX_GLANCED) break;
      await yieldToOthers();
    }
    return { lanes: glance.seen.lanes, gaps: glance.gaps, closed: glance.closedUpTo(toMs), toMs };
  }

  close(): void {
    this.#tail = undefined;
    this.#keyframes = undefined;
  }

  /** What follows at an item; nothing at the end. */
  async #page(item: number): Promise<readonly RecordedItem[]> {
    if (item < this.#archive.items) {
      const page = await this.#archive.page(item);
      if (page !== "missing") return page;
      // It was rewritten meanwhile, under other names; or its object is lost.
      await this.#locateAgain();
      const again = await this.#archive.page(item);
      return again === "missing" ? this.#archive.lost(item) : again;
    }
    const page = (await this.#tail?.page(item)) ?? [];
    if (page !== "behind") return page;
    // The log was trimmed, because the archive has what is gone: or will have, with a gap for what it has not.
    await this.#locateAgain();
    if (item < this.#archive.items) return this.#page(item);
    const rest = (await this.#tail?.page(item)) ?? [];
    return rest === "behind" ? [] : rest;
  }

  async #locateAgain(): Promise<void> {
    const { manifest, growsAfter } = await locate(this.#deps, this.id);
    this.#manifest = manifest;
    this.#archive = new Archive(this.#deps.blob, this.#cache, manifest.segments);
    this.#keyframes = undefined;
    this.#follow(growsAfter);
  }

  #follow(growsAfter: Archived | undefined): void {
    const { growing } = this.#deps;
    if (!growsAfter || !growing) this.#tail = undefined;
    else if (this.#tail) this.#tail.archive(growsAfter);
    else this.#tail = new LiveTail(growing.log, recordedSession(this.id), growsAfter);
  }
}

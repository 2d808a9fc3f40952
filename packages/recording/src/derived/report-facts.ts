import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { comparedNames, type ReportFacts } from "@frontrow/protocol/library/report";
import type { RecordingId } from "@frontrow/protocol/recording";
import { z } from "zod";
import { decodeJson } from "../json.ts";
import { type DerivedObject, readDerived } from "./derived.ts";
import { packViewers, type RecordedViewer, rangeOf, unpackViewers } from "./viewers.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const figuresSchema = z.object({
  fromMs: z.number(),
  /** Of the broadcast as a whole: with what came before the recording began. */
  lengthMs: z.number(),
  /** What of it is not in the recording. */
  missedMs: z.number(),
  /** What was not measured is absent. */
  values: z.partialRecord(z.enum(comparedNames), z.number()),
});
/** What of a recording is compared with others. */
export type Figures = z.infer<typeof figuresSchema>;

const reportCardSchema = z.object({
  figures: figuresSchema,
  /** Viewers who did something. */
  people: z.number(),
  /** Lengths of the parts of `viewers.json.gz`. */
  viewerParts: z.array(z.number()),
});
/** What of a report fits in one small object: enough to compare the recording with others, and to find a viewer in it. */
export type ReportCard = z.infer<typeof reportCardSchema>;

/** What is derived from a recording for reports. */
export interface DerivedReport {
  readonly facts: ReportFacts;
  readonly figures: Figures;
  readonly viewers: readonly RecordedViewer[];
}

/** A report as it is kept. */
export interface PackedReport {
  /** Gzip of its facts. */
  readonly report: Uint8Array;
  /** JSON. */
  readonly card: string;
  readonly viewers: Uint8Array;
}

export async function packReport({ facts, figures, viewers }: DerivedReport): Promise<PackedReport> {
  const { bytes, parts: viewerParts } = await packViewers(viewers);
  const report = await compress(JSON.stringify(facts));
  return { report, card: JSON.stringify({ figures, people: viewers.length, viewerParts } satisfies ReportCard), viewers: bytes };
}

/** The objects of a report: the card last, so that who finds it finds the others. */
export async function reportObjects(derived: DerivedReport): Promise<DerivedObject[]> {
  const { report, card, viewers } = await packReport(derived);
  return [
    { name: "report.json.gz", bytes: report },
    { name: "viewers.json.gz", bytes: viewers },
    { name: "report-card.json", bytes: Buffer.from(card) },
  ];
}

/** undefined: it is no card of today's. */
export const unpackCard = (json: string): ReportCard | undefined => decodeJson(Buffer.from(json), reportCardSchema);

/** The viewers of one part of a packed report. */
export async function readPackedViewers(
  { card, viewers }: Pick<PackedReport, "card" | "viewers">,
  part: number,
): Promise<RecordedViewer[]> {
  const { viewerParts = [] } = unpackCard(card) ?? {};
  const { from, to } = rangeOf(viewerParts, part);
  return unpackViewers(viewers.subarray(from, to));
}

/** undefined: there is none of today's fold. */
export async function readReportCard(blob: ObjectStore, id: RecordingId, revision: number): Promise<ReportCard | undefined> {
  const bytes = await readDerived(blob, id, revision, "report-card.json");
  return bytes && decodeJson(bytes, reportCardSchema);
}

/** undefined: there is none of today's fold, or none that can be read. */
export async function readFacts(blob: ObjectStore, id: RecordingId, revision: number): Promise<ReportFacts | undefined> {
  const bytes = await readDerived(blob, id, revision, "report.json.gz");
  return bytes && unpackFacts(bytes);
}

/** The viewers of one part of a recording, of which this is the card; undefined: they are gone. */
export async function readViewerPart(
  blob: ObjectStore,
  id: RecordingId,
  revision: number,
  { viewerParts }: ReportCard,
  part: number,
): Promise<RecordedViewer[] | undefined> {
  const bytes = await readDerived(blob, id, revision, "viewers.json.gz", rangeOf(viewerParts, part));
  return bytes && unpackViewers(bytes);
}

/** undefined: cut off, or of something else. */
export async function unpackFacts(bytes: Uint8Array): Promise<ReportFacts | undefined> {
  try {
    return JSON.parse((await decompress(bytes)).toString()) as ReportFacts;
  } catch {
    return undefined;
  }
}

/** What is compared: rates by the time that was seen. */
export function figuresOf({ fromMs, toMs, seenMs, totals, retention }: ReportFacts, { startedAtMs }: FoldState): Figures {
  const beganAtMs = startedAtMs > 0 ? Math.min(startedAtMs, fromMs) : fromMs;
  const lengthMs = toMs - beganAtMs;
  const { averageViewers, peakViewers, uniqueViewers, chats, likes, likesBefore = 0, diamonds, follows, sentiment } = totals;
  const hasViewerCount = peakViewers > 0;
  const minutes = seenMs / 60_000;
  return {
    fromMs,
    lengthMs,
    missedMs: lengthMs - seenMs,
    values: {
      ...(hasViewerCount ? { averageViewers, peakViewers } : {}),
      ...(minutes > 0
        ? {
            chatsPerMinute: rate(chats, minutes),
            likesPerMinute: rate(likes - likesBefore, minutes),
            diamondsPerMinute: rate(diamonds, minutes),
          }
        : {}),
      ...(uniqueViewers > 0 ? { averageWatchMs: retention.averageWatchMs } : {}),
      ...(chats > 0 ? { sentiment } : {}),
      ...{ uniqueViewers, diamonds, follows },
    },
  };
}

const rate = (count: number, minutes: number): number => Math.round((count / minutes) * 100) / 100;

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FoldItem } from "@frontrow/audience/fold";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { ExportKind } from "@frontrow/protocol/library/export";
import { NOTHING_ARCHIVED, type RecordingId, type SegmentSummary } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import { putSegment } from "@frontrow/recording/segment";
import Papa from "papaparse";
import { afterAll, beforeAll } from "vitest";
import { formats } from "../src/formats.ts";
import { type DeskNotes, Source } from "../src/source.ts";

export const START_MS = 1_700_000_000_000;
export const id = `ses_exported00-${START_MS}` as RecordingId;
const broadcast = { handle: "nina", roomId: "7", nickname: "Nina" };
const SEGMENT_ITEMS = 2_048;

let folder: string;
let stores = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontrow-export-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A complete recording of these items, in a place of its own; indexed, unless a test says otherwise. */
export async function recorded(items: Iterable<FoldItem>, { isIndexed = true } = {}): Promise<ObjectStore> {
  const blob = createObjectStore(pathToFileURL(join(folder, String(++stores))).href);
  const segments: SegmentSummary[] = [];
  let after = NOTHING_ARCHIVED;
  let values: FoldItem[] = [];
  const write = async () => {
    const position = { epoch: 1, id: `${START_MS + segments.length}-0`, stamp: "ingest:1:1" };
    const texts = values.map((value) => JSON.stringify(value));
    segments.push(await putSegment(blob, { recordingId: id, broadcast, revision: 0, after, position, values, texts }));
    after = segments.at(-1)?.upTo ?? after;
    values = [];
  };
  for (const item of items) if (values.push(item) === SEGMENT_ITEMS) await write();
  if (values.length > 0) await write();
  await finishRecording(blob, id, segments, broadcast);
  if (isIndexed) await indexRecording(blob, id);
  return blob;
}

export interface Exported {
  readonly bytes: Buffer;
  readonly text: string;
  readonly leftOut: number;
  /** Items that were read, of all, as they were told. */
  readonly progress: readonly (readonly [done: number, total: number])[];
}

export async function exported(
  blob: ObjectStore,
  kind: ExportKind,
  notes: Partial<DeskNotes> = {},
  framesPerSecond = 30,
): Promise<Exported> {
  const format = formats[kind];
  const progress: [number, number][] = [];
  const source = await Source.open(
    {
      recording: await openRecording({ blob, cache: new MemberCache(0) }, id),
      notes: { bookmarks: [], answers: {}, ...notes },
      ...{ framesPerSecond, language: "en" },
      onProgress: (done, total) => void progress.push([done, total]),
    },
    format.needs,
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(source)) pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  const bytes = Buffer.concat(pieces);
  return { bytes, text: bytes.toString(), leftOut: source.leftOut, progress };
}

/** The rows of a table, as a reader of another maker reads them. */
export function rowsOf(csv: string): Record<string, string>[] {
  if (!csv.startsWith("\uFEFF")) throw new Error("no byte order mark");
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: false,
    newline: "\r\n",
  });
  const last = data.pop(); // after the last line break
  if (errors.some(({ code }) => code !== "TooFewFields") || Object.keys(last ?? {}).length !== 1) throw new Error("no CSV");
  if (meta.renamedHeaders) throw new Error("a column is named twice");
  return data;
}

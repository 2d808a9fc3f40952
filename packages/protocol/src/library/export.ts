import { z } from "zod";
import { errorCodeSchema } from "../errors.ts";
import { count, epochMs } from "../numbers.ts";

/** What a recording can be exported as. */
export const exportKinds = [
  /** All of it, a JSON item a line, gzip: what can be imported again. */
  "recording",
  "chats",
  "gifts",
  "viewers",
  "questions",
  "minutes",
  "report",
  /** Moments, bookmarks and the best questions, for who cuts the video. */
  "markers",
  "chapters",
  "edl",
  "fcpxml",
] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportId = z.string("give the id of an export").regex(/^exp_[a-z0-9]{26}$/, "give the id of an export, as it came");

export const exportSchema = z.object({
  exportId: z.string(),
  recordingId: z.string(),
  kind: z.enum(exportKinds),
  state: z.enum(["waiting", "running", "ready", "failed"]),
  /** Items that were read, of all. */
  done: count,
  total: count,
  /** Of what there is to download. */
  fileName: z.string().optional(),
  bytes: count.optional(),
  /** Markers that are not in it: they are before where the video begins, or more than its format takes. */
  leftOut: count.optional(),
  /** Of one that failed. */
  code: errorCodeSchema.optional(),
  /** Until then it can be downloaded. */
  untilMs: epochMs,
});
export type RecordingExport = z.infer<typeof exportSchema>;

export const exportBody = z.strictObject({
  kind: z.enum(exportKinds),
  /** Of the creator's video, for time codes with frames. */
  framesPerSecond: z.union([z.literal(24), z.literal(25), z.literal(30), z.literal(50), z.literal(60)]).default(30),
});

/** Where an export is downloaded, by whoever has the address, until then. The path begins with `/`. */
export const downloadSchema = z.object({ path: z.string(), untilMs: epochMs });

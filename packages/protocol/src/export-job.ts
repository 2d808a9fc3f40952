import { z } from "zod";
import { deskId } from "./ids.ts";
import { exportId } from "./library/export.ts";

/** Asks that an export of a desk be made. Placing it twice is harmless. */
export const exportJobSchema = z.object({ deskId, exportId });
export type ExportJob = z.infer<typeof exportJobSchema>;

/** The queue's name; its prefix is `keys.queue("export")`. */
export const EXPORT_QUEUE = "exports";

/** One an export: while one waits, is retried or runs, another is dropped. */
export const exportJobId = ({ exportId }: ExportJob): string => exportId;

/** With what BullMQ is to keep such a job. The storage may be away for hours; an export that nobody can make any more is given up. */
export const exportJobOptions = {
  attempts: 1_000,
  backoff: { type: "export" },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** How long an export is kept, from when it was asked for and again from when it was ready. */
export const EXPORT_KEPT_MS = 86_400_000;

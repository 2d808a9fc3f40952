import { z } from "zod";
import { sessionId } from "./ids.ts";

/** Asks that what a recorded session's log has, and the storage has not, be archived. Placing it twice is harmless. */
export const archiveJobSchema = z.object({ sessionId });
export type ArchiveJob = z.infer<typeof archiveJobSchema>;

/** The queue's name; its prefix is `keys.queue("archive")`. */
export const ARCHIVE_QUEUE = "segments";

/** One a session: while one waits, is retried or runs, another is dropped; whoever orders them orders again. */
export const archiveJobId = ({ sessionId }: ArchiveJob): string => sessionId;

/** With what BullMQ is to keep such a job. The storage may be away for hours: what waits for it is in the log. */
export const archiveJobOptions = {
  attempts: 1_000,
  backoff: { type: "archive" },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

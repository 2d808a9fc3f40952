import { z } from "zod";
import { deskId } from "../ids.ts";
import { recordedBroadcastSchema, recordingId } from "../recording.ts";

/**
 * Asks for what is too much work for a request. `report`: what is derived of a recording, which has none of today's fold, or grows.
 * `regulars`: who comes to a creator's broadcasts, by the recordings that a desk holds; `growing` is one of them that goes on, whose
 * newcomers are wanted too. Placing it twice is harmless.
 */
export const reportJobSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("report"), recordingId }),
  z.object({
    type: z.literal("regulars"),
    deskId,
    creator: recordedBroadcastSchema.pick({ handle: true, hostId: true }),
    growing: recordingId.optional(),
  }),
]);
export type ReportJob = z.infer<typeof reportJobSchema>;

/** The queue's name; its prefix is `keys.queue("report")`. */
export const REPORT_QUEUE = "reports";

/** While one waits or runs, another of the same is dropped; whoever still wants it orders again. Without colons, which BullMQ keeps for itself. */
export const reportJobId = (job: ReportJob): string =>
  job.type === "report" ? job.recordingId : `${job.deskId}_${(job.creator.hostId ?? job.creator.handle).replaceAll(":", ".")}`;

/** Somebody waits for it: if it fails, they ask again. */
export const reportJobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

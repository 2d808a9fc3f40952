import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { count, epochMs } from "../numbers.ts";
import { writtenText } from "./entry.ts";

export const viewerId = z.string("give the id of a viewer").regex(/^[\w.:-]{1,64}$/, "give the id of a viewer, as it came");

/** What a desk writes about a viewer. */
export const viewerNoteSchema = z.object({ note: z.string(), tags: z.array(z.string()) });
export type ViewerNote = z.infer<typeof viewerNoteSchema>;
export const viewerNoteBody = z.strictObject({
  note: writtenText(500).default(""),
  tags: z.array(writtenText(30)).max(8, "give at most 8 tags").default([]),
});

/** What is known of a viewer from the recordings that a desk holds. Private to the desk. */
export const knownViewerSchema = z.object({
  user: userSchema,
  /** Of this creator's broadcasts that are held, those in which this viewer did something. */
  broadcasts: count,
  firstSeenMs: epochMs,
  lastSeenMs: epochMs,
  chats: count,
  gifts: count,
  diamonds: count,
  questions: count,
  ...viewerNoteSchema.partial().shape,
});
export type KnownViewer = z.infer<typeof knownViewerSchema>;

/** The recordings in which a viewer was seen, the newest first, at most twenty. */
export const appearanceSchema = z.object({
  recordingId: z.string(),
  firstSeenMs: epochMs,
  lastSeenMs: epochMs,
  chats: count,
  gifts: count,
  diamonds: count,
});

/** Who comes to the broadcasts of a creator, by the recordings that a desk holds. */
export const regularsSchema = z.object({
  handle: z.string(),
  /** Recordings of this creator that are held, and were read for this. */
  broadcasts: count,
  /** Seen in two at least, most broadcasts first, then most diamonds; at most five hundred. */
  regulars: z.array(knownViewerSchema),
});
export type Regulars = z.infer<typeof regularsSchema>;

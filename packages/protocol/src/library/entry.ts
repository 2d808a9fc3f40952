import { z } from "zod";
import { count, epochMs } from "../numbers.ts";

export const MOST_BOOKMARKS = 200;
const MAX_NAME = 120;
const MAX_BOOKMARK = 200;

/** Chosen by the client, so that sending it again is harmless. */
export const bookmarkId = z
  .string("give the id of a bookmark")
  .regex(/^[\w-]{1,40}$/, "give the id of a bookmark: at most 40 letters, digits, _ or -");

/** A text of somebody's own: without control characters, and without blanks around it. */
export const writtenText = (longest: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\p{Cc}+/gu, " ").trim())
    .pipe(z.string().max(longest, `give at most ${longest} characters`));

/** A moment that the desk wants to find again. */
export const bookmarkSchema = z.object({
  bookmarkId: z.string(),
  /** In event time. */
  atMs: epochMs,
  text: z.string(),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** What a desk notes of a recording that it holds. */
export const libraryEntrySchema = z.object({
  name: z.string().optional(),
  /** It is kept until it is unpinned. */
  isPinned: z.literal(true).optional(),
  /** Where the creator's own video begins, in event time: time codes count from here. Without it, from the first item. */
  zeroMs: epochMs.optional(),
  /** By their time. */
  bookmarks: z.array(bookmarkSchema),
  /** It was deleted, and can be restored for an hour. */
  deletedAtMs: epochMs.optional(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** null removes what was there. */
export const entryChangeSchema = z.strictObject({
  name: writtenText(MAX_NAME).nullable().optional(),
  isPinned: z.boolean().optional(),
  zeroMs: epochMs.nullable().optional(),
});
export type EntryChange = z.infer<typeof entryChangeSchema>;

export const bookmarkBody = z.object({ atMs: epochMs, text: writtenText(MAX_BOOKMARK).default("") });

/** Why a recording is among what was found: a row each, the earliest first. */
export const searchHitSchema = z.object({
  kind: z.enum(["chat", "moment", "bookmark"]),
  atMs: epochMs,
  text: z.string(),
  /** Who wrote it, where somebody did. */
  by: z.string().optional(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchResultSchema = z.object({
  recordingId: z.string(),
  /** The name, the creator or the title has the words. */
  isNamed: z.boolean(),
  /** How many hits it has, of which at most ten are told. */
  hits: count,
  first: z.array(searchHitSchema).max(10),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

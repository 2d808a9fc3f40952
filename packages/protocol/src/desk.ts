import { z } from "zod";

export const deskModes = ["LIVE", "REPLAY"] as const;
export type DeskMode = (typeof deskModes)[number];

export const languages = ["en", "fr", "es", "de", "pt", "it", "id"] as const;
export type Language = (typeof languages)[number];

/** A desk's own facts, in the desk's small log: what its members did. */
export const deskFactSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("opened"), atMs: z.number() }),
  /** The desk watches this creator from here on; `generation` tells this watch from an earlier one. */
  z.object({ type: z.literal("watched"), atMs: z.number(), creatorId: z.string(), handle: z.string(), generation: z.number() }),
  z.object({ type: z.literal("unwatched"), atMs: z.number(), generation: z.number(), reason: z.enum(["command", "reaped"]) }),
  z.object({ type: z.literal("languageSet"), atMs: z.number(), language: z.enum(languages) }),
]);
export type DeskFact = z.infer<typeof deskFactSchema>;

/** A desk as its members see it. */
export const deskStateSchema = z.object({
  mode: z.enum(deskModes),
  language: z.enum(languages),
  /** Whom it watches, if anybody. */
  creatorId: z.string().optional(),
  handle: z.string().optional(),
  /** Grows with each change of what it watches. */
  generation: z.number().int().nonnegative(),
});
export type DeskState = z.infer<typeof deskStateSchema>;

import { z } from "zod";

export const deskModes = ["LIVE", "REPLAY"] as const;
export type DeskMode = (typeof deskModes)[number];

export const languages = ["en", "fr", "es", "de", "pt", "it", "id"] as const;
export type Language = (typeof languages)[number];

/** `commandId`: the client's own mark of the command that it answers. */
const base = { atMs: z.number(), commandId: z.string().optional() };

/** A desk's own facts, in the desk's small log: what its members did. */
export const deskFactSchema = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("opened") }),
  /** The desk watches this creator from here on; `generation` tells this watch from an earlier one. */
  z.object({ ...base, type: z.literal("watched"), creatorId: z.string(), handle: z.string(), generation: z.number() }),
  z.object({
    ...base,
    type: z.literal("unwatched"),
    handle: z.string().optional(),
    generation: z.number(),
    /** `closed`: the desk is no more. */
    reason: z.enum(["command", "reaped", "closed"]),
  }),
  z.object({ ...base, type: z.literal("languageSet"), language: z.enum(languages) }),
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

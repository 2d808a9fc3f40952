import { z } from "zod";

export const sessionKinds = ["LIVE", "REPLAY"] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** The roles in a session; each has one owner at a time. */
export const roles = ["ingest", "analytics", "replay"] as const;
export type Role = (typeof roles)[number];

/** Facts about the session itself, in its log, in order with what they explain. */
export const controlSchema = z.discriminatedUnion("type", [
  /** A source is connected from here on; the first one of a log begins it. */
  z.object({
    type: z.literal("sourceOpened"),
    atMs: z.number(),
    roomId: z.string(),
    /** TikTok's id of the creator, where it is known. */
    hostId: z.string().optional(),
    /** When the broadcast began by TikTok's word, in ms since 1970, where it is known. */
    startedAtMs: z.number().optional(),
  }),
  /** No source until the next `sourceOpened`: the broadcast ended, or nobody watches any more. */
  z.object({ type: z.literal("sourceClosed"), atMs: z.number(), reason: z.enum(["ended", "unwatched"]) }),
  /** Messages that TikTok sent again since the last such fact, counted by type; they are not in the log a second time. */
  z.object({ type: z.literal("duplicates"), atMs: z.number(), dropped: z.record(z.string(), z.number().int().positive()) }),
  /** The creator's next broadcast: the last entry of the old log. */
  z.object({ type: z.literal("successor"), atMs: z.number(), sessionId: z.string() }),
]);
export type Control = z.infer<typeof controlSchema>;

import { z } from "zod";
import { errorCodeSchema } from "./errors.ts";

/**
 * What a creator's source is doing. `offline` is waited for: it starts by itself.
 * `failed` needs a person (an unknown name); everything else heals or ends.
 */
export const creatorStates = ["unknown", "offline", "connecting", "live", "reconnecting", "ended", "failed"] as const;
export type CreatorState = (typeof creatorStates)[number];

const next: Record<CreatorState, readonly CreatorState[]> = {
  unknown: ["offline", "connecting", "failed"],
  offline: ["connecting", "failed", "unknown"],
  connecting: ["live", "offline", "reconnecting", "ended", "failed", "unknown"],
  live: ["reconnecting", "ended", "unknown"],
  reconnecting: ["live", "connecting", "offline", "ended", "failed", "unknown"],
  ended: ["offline", "connecting", "unknown"],
  failed: ["offline", "connecting", "unknown"],
};
/** Whether a source may go from one state to the other; staying (with other details) is always legal. */
export const mayBecome = (from: CreatorState, to: CreatorState): boolean => from === to || next[from].includes(to);

/** The creator's record as everybody who watches sees it: the latest state, not a history. */
export const creatorStatusSchema = z.object({
  handle: z.string(),
  state: z.enum(creatorStates),
  /** Grows by one with each change, so that a late reader keeps the newer one. */
  version: z.number().int().nonnegative(),
  /** When this state began, by Redis' clock. */
  sinceMs: z.number().int().nonnegative(),
  roomId: z.string().optional(),
  /** The current session; stays after the end of the broadcast. */
  sessionId: z.string().optional(),
  /** TikTok's id of the creator, which stays when they rename themselves, where it is known. */
  hostId: z.string().optional(),
  /** The creator's name at TikTok now, when it is no longer `handle`. */
  renamedTo: z.string().optional(),
  nickname: z.string().optional(),
  avatarUrl: z.string().optional(),
  title: z.string().optional(),
  /** Why it is not live, and when we try again. */
  code: errorCodeSchema.optional(),
  retryAtMs: z.number().int().optional(),
});
export type CreatorStatus = z.infer<typeof creatorStatusSchema>;

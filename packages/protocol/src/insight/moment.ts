import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { epochMs } from "../numbers.ts";
import { paramsSchema, readable } from "./sentence.ts";

/** What viewers do that is counted for spikes and lulls. */
export const spikeLanes = ["chats", "likes", "gifts", "diamonds", "shares", "follows", "joins"] as const;
/** The audience did far more, or far less, than before: what of it, how much, and since when. */
export const spikeSchema = z.object({
  type: z.literal("spike"),
  /** Derived from its moment: the same spike has the same id. */
  id: z.string(),
  kind: z.enum(["spike", "lull"]),
  atMs: epochMs,
  fromMs: epochMs,
  toMs: epochMs,
  /** Strongest first: `value` from `fromMs` to `toMs`, the `baseline` of such a span, and how far apart they are. */
  lanes: z.array(z.object({ lane: z.enum(spikeLanes), value: z.number(), baseline: z.number(), deviations: z.number() })),
  /** Whether a battle was on, which raises everything. */
  duringBattle: z.boolean(),
  ...readable,
});
export type Spike = z.infer<typeof spikeSchema>;

export const momentKinds = ["milestone", "raid", "battleOpened", "battleFinished", "firstGift", "firstChat", "topGift"] as const;
/** Something worth remembering that happened at one moment; `params` are the values of its sentence. */
export const momentSchema = z.object({
  type: z.literal("moment"),
  id: z.string(),
  kind: z.enum(momentKinds),
  atMs: epochMs,
  eventId: z.string().optional(),
  user: userSchema.optional(),
  params: paramsSchema,
  ...readable,
});
export type Moment = z.infer<typeof momentSchema>;

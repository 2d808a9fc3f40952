import { z } from "zod";
import { personSchema, userSchema } from "../log/event.ts";
import { count, epochMs } from "../numbers.ts";

/** One side of a battle: a host, or a team of them. */
const side = z.object({ hosts: z.array(personSchema), score: count, isOwn: z.boolean() });

/** What stands on the screen and the stage of the broadcast beside its chat; sent whole when it changed. */
export const roomSchema = z.object({
  type: z.literal("room"),
  atMs: epochMs,
  /** Guests on stage, and those who received gifts; most diamonds first, at most twenty. */
  guests: z.array(z.object({ guest: personSchema, isOnStage: z.boolean(), diamonds: count, gifts: count })),
  /** The battle that runs, or the last one for a minute after its end. Its own side is first, where it is known. */
  battle: z
    .object({
      battleId: z.string(),
      state: z.enum(["open", "finish"]),
      sides: z.array(side),
      startsAtMs: epochMs.optional(),
      endsAtMs: epochMs.optional(),
    })
    .optional(),
  /** At most eight. */
  goals: z.array(z.object({ goalId: z.string(), description: z.string(), progress: count, target: count })),
  pin: z.object({ pinnedId: z.string(), user: userSchema.optional(), text: z.string() }).optional(),
  poll: z
    .object({
      pollId: z.string(),
      isOpen: z.boolean(),
      title: z.string(),
      options: z.array(z.object({ text: z.string(), votes: count })),
    })
    .optional(),
  /** Treasure chests that can still be opened, the next first, at most five. */
  chests: z.array(
    z.object({
      envelopeId: z.string(),
      user: userSchema.optional(),
      diamonds: count,
      people: count,
      opensAtMs: epochMs.optional(),
    }),
  ),
});
export type Room = z.infer<typeof roomSchema>;

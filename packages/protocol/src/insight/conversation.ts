import { z } from "zod";
import { count, epochMs } from "../numbers.ts";

const rising = z.object({
  text: z.string(),
  /** Messages with it in the last two minutes. */
  count,
  /** Distance above its own baseline, in standard deviations of a Poisson process. */
  rise: z.number(),
});
/** What the chat of the last minutes is about; sent whole when it changed, at most every ten seconds. */
export const conversationSchema = z.object({
  type: z.literal("conversation"),
  atMs: epochMs,
  /** Messages of the last five minutes by mood. */
  moods: z.object({ positive: count, neutral: count, negative: count }),
  languages: z.array(z.object({ language: z.string(), chats: count, share: z.number().min(0).max(1) })),
  words: z.array(rising),
  emoji: z.array(rising),
  topics: z.array(
    z.object({ words: z.array(z.string()), chats: count, share: z.number().min(0).max(1), sentiment: z.number().min(-1).max(1) }),
  ),
  /** The same message sent by many, as one. */
  waves: z.array(z.object({ text: z.string(), count, people: count, sinceMs: epochMs, lastAtMs: epochMs })),
});
export type Conversation = z.infer<typeof conversationSchema>;

import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { epochMs } from "../numbers.ts";

// What the fold noticed at one moment, and says in a sentence: spikes, moments, prompts.

/** Values of a sentence that people read; a message catalogue holds the sentence in their language. */
const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type Params = z.infer<typeof paramsSchema>;

/** Fields of an insight that people read. Absent in logs: the plain dialect adds them, in the batched one the client does. */
const readable = {
  /** The insight's sentence in the desk's language. */
  text: z.string().optional(),
};

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

/** The rules that can be due, by name. */
export const promptTriggers = [
  "quietChat",
  "energyDrop",
  "giftMomentum",
  "openQuestion",
  "greetSupporter",
  "greetNewcomers",
  "welcomeBack",
  "milestoneNear",
  "moodTurning",
  "raid",
  "thankGifter",
] as const;
export type PromptTrigger = (typeof promptTriggers)[number];
/** What the creator could say or do now: a trigger and the values of its sentence, which each desk reads in its language. */
export const automatedPromptSchema = z.object({
  type: z.literal("automatedPrompt"),
  /** Derived from its trigger and moment: the same prompt has the same id. */
  id: z.string(),
  trigger: z.enum(promptTriggers),
  /** 5 is the most urgent. */
  priority: z.number().int().min(1).max(5),
  atMs: epochMs,
  /** When it stops being worth saying. */
  untilMs: epochMs,
  /** The question that it is about: a desk that has answered the question does not get the prompt. */
  questionId: z.string().optional(),
  params: paramsSchema,
  ...readable,
  /** Why it is due, in the desk's language. */
  reason: z.string().optional(),
});
export type AutomatedPrompt = z.infer<typeof automatedPromptSchema>;

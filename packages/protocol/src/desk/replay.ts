import { z } from "zod";
import { count, epochMs } from "../numbers.ts";

export const MIN_SPEED = 0.1;
export const MAX_SPEED = 100;
/** Most that a replay may be moved by at once: longer than any broadcast. */
const MAX_MOVE_MS = 30 * 24 * 3_600_000;

/** What a step goes to: a message with a row, or one of a kind. */
export const stepKinds = ["row", "chat", "gift", "question", "follow", "share", "subscribe", "battle", "moment"] as const;
export type StepKind = (typeof stepKinds)[number];

/** Where to: a moment (and there the event with this id), a share of the whole, a distance from here, or the newest there is. */
const seekSchema = z.union(
  [
    z.strictObject({ atMs: epochMs, eventId: z.string().min(1).max(128).optional() }),
    z.strictObject({ percent: z.number().min(0).max(100) }),
    z.strictObject({ byMs: z.number().int().min(-MAX_MOVE_MS).max(MAX_MOVE_MS) }),
    z.strictObject({ edge: z.literal(true) }),
  ],
  "give atMs (with eventId or without), percent, byMs or edge",
);
export type ReplaySeek = z.infer<typeof seekSchema>;

const stepSchema = z.strictObject({
  kind: z.enum(stepKinds),
  direction: z.enum(["next", "previous"]),
  /** Of gifts, the diamonds that one must have at least. */
  least: count.optional(),
});
export type ReplayStep = z.infer<typeof stepSchema>;

const loopSchema = z
  .strictObject({ fromMs: epochMs, toMs: epochMs })
  .refine(({ fromMs, toMs }) => toMs - fromMs >= 1_000, "a loop lasts a second at least");

const plain = <A extends string>(action: A) => z.object({ action: z.literal(action) });

/** What moves a replay. `play` is `resume` that begins anew at the end. `stop` ends the replay: the desk is LIVE. */
export const replayCommandSchema = z.discriminatedUnion("action", [
  plain("play"),
  plain("pause"),
  plain("resume"),
  plain("stop"),
  z.object({ action: z.literal("seek"), value: seekSchema }),
  /** Event time that passes in a second, in seconds. */
  z.object({ action: z.literal("speed"), value: z.number().min(MIN_SPEED).max(MAX_SPEED) }),
  z.object({ action: z.literal("step"), value: stepSchema }),
  /** null ends the loop. */
  z.object({ action: z.literal("loop"), value: loopSchema.nullable() }),
  /** Whether 15 s and more without a message, gift, question or follow are passed over; time without a source always is. */
  z.object({ action: z.literal("skipIdle"), value: z.boolean() }),
]);
/** A command to the replay that a desk views. */
export type ReplayCommand = z.infer<typeof replayCommandSchema>;
export type ReplayAction = ReplayCommand["action"];
export const replayActions = replayCommandSchema.options.map((option) => option.shape.action.value) as [
  ReplayAction,
  ...ReplayAction[],
];

/** A command as it comes from a client: its value is checked by its action, and the first thing that is wrong is told. */
export const replayFields = {
  action: z.enum(replayActions),
  value: z.unknown().optional(),
};

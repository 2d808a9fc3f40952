import { z } from "zod";
import { count, epochMs } from "../numbers.ts";
import { replayCommandSchema } from "./replay.ts";

export const deskModes = ["LIVE", "REPLAY"] as const;
export type DeskMode = (typeof deskModes)[number];

export const languages = ["en", "fr", "es", "de", "pt", "it", "id"] as const;
export type Language = (typeof languages)[number];

/** `commandId`: the client's own mark of the command that it answers. */
const base = { atMs: z.number(), commandId: z.string().optional() };

/** The id of a detected question: opaque, but short and without blanks. */
export const questionId = z
  .string("give the id of a detected question")
  .regex(/^[\w.:-]{1,128}$/, "give the id of a detected question, as it came");

/** The session that the desk viewed when it resolved a question. */
const resolvedIn = { session: z.string().optional() };
/** What a desk did about questions, by their ids: the last 500 that it resolved. */
const answersSchema = z.record(
  z.string(),
  z.object({ status: z.enum(["answered", "ignored"]), atMs: z.number(), ...resolvedIn }),
);

/** A budget of the language model that is spent: the desk's, the guests' or everybody's; there is more at `retryAtMs`. */
const coachLimit = { reason: z.enum(["desk", "guests", "day"]), retryAtMs: z.number() };
export const coachLimitSchema = z.object(coachLimit);
export type CoachLimit = z.infer<typeof coachLimitSchema>;

/** The replay that a desk views. */
const replayViewSchema = z.object({
  /** The replay session, which is this desk's alone. */
  session: z.string(),
  recordingId: z.string(),
  /** When this viewing began, by Redis' clock. */
  sinceMs: epochMs,
  /** It stepped back in a broadcast that it watches: it is LIVE again once it has caught up. */
  isBehindLive: z.literal(true).optional(),
});
export type ReplayView = z.infer<typeof replayViewSchema>;

/** What a desk keeps that is read over HTTP: its recordings and what it noted of them, its exports, its alert rules, its notes on viewers. */
export const deskData = ["recordings", "exports", "rules", "viewers"] as const;
export type DeskData = (typeof deskData)[number];

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
  z.object({ ...base, type: z.literal("questionAnswered"), questionId, ...resolvedIn }),
  z.object({ ...base, type: z.literal("questionIgnored"), questionId, ...resolvedIn }),
  /** Neither answered nor ignored after all. */
  z.object({ ...base, type: z.literal("questionReopened"), questionId }),
  /** Whether a language model may word prompts for this desk. */
  z.object({ ...base, type: z.literal("coachSet"), usesModel: z.boolean() }),
  /** The language model words no prompts for this desk until then: a budget is spent. */
  z.object({ ...base, type: z.literal("coachLimited"), ...coachLimit }),
  /** A language model's words for a prompt of the session that the desk views; they replace the rule's. */
  z.object({
    ...base,
    type: z.literal("promptWorded"),
    promptId: z.string(),
    text: z.string().max(300),
    language: z.enum(languages),
  }),
  /** Which mode the desk is in from here on; in REPLAY, what it views. `modeChanges` tells this change from an earlier one. */
  z.object({
    ...base,
    type: z.literal("modeSet"),
    mode: z.enum(deskModes),
    modeChanges: count,
    replay: replayViewSchema.optional(),
    /** `caughtUp`: the replay reached the broadcast's newest moment. */
    reason: z.enum(["command", "caughtUp"]),
  }),
  /** What the desk's replay is to do, in order: its owner follows these. */
  z.object({ ...base, type: z.literal("replayCommanded"), session: z.string(), command: replayCommandSchema }),
  /** Whether what the desk watches is recorded for it. */
  z.object({ ...base, type: z.literal("recordingSet"), records: z.boolean() }),
  /** Something that members read over HTTP is another now: of one recording, where it names one. */
  z.object({ ...base, type: z.literal("dataChanged"), data: z.enum(deskData), recordingId: z.string().optional() }),
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
  /** Absent when there are none. */
  answers: answersSchema.optional(),
  /** A language model words its prompts, where one is set up; absent means no. */
  usesModel: z.boolean().optional(),
  /** The last time that it did not, for want of budget; over once `retryAtMs` has passed. */
  coachLimit: coachLimitSchema.optional(),
  /** Grows with each change of its mode; absent before the first. */
  modeChanges: count.optional(),
  /** In REPLAY. */
  replay: replayViewSchema.optional(),
  /** What it watches is recorded for it; absent means yes. */
  records: z.literal(false).optional(),
});
export type DeskState = z.infer<typeof deskStateSchema>;

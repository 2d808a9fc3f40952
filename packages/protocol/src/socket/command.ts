import { z } from "zod";
import { deskModes, languages, questionId } from "../desk/desk.ts";
import { replayFields } from "../desk/replay.ts";
import { MAX_NAMED } from "../handle.ts";
import { epochMs } from "../numbers.ts";
import { recordingId } from "../recording.ts";

const common = {
  /**
   * Chosen by the client, for itself: other members may choose the same. A command that is sent again with the same id is answered
   * again, not done again; after a cut it must `resume` with its `pos`.
   */
  commandId: z.string().min(1).max(64).optional(),
};

export const setModeShape = {
  mode: z.enum(deskModes),
  /** In LIVE: whom to watch. */
  username: z.string().max(MAX_NAMED).optional(),
  /** In REPLAY: what to play; without it the desk steps back in the broadcast on its screen. */
  recordingId: recordingId.optional(),
  /** In REPLAY: where to begin, in event time. */
  atMs: epochMs.optional(),
  /** In REPLAY: begins paused. */
  paused: z.boolean().optional(),
};

/** What a client may say, the same in both dialects. */
export const commandSchema = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal("changeUsername"), username: z.string().max(MAX_NAMED) }),
  z.object({ ...common, type: z.literal("disconnectStream") }),
  z.object({ ...common, type: z.literal("setMode"), ...setModeShape }),
  /** Moves the replay that the desk views: see `replayCommandSchema`. */
  z.object({ ...common, type: z.literal("replay"), ...replayFields }),
  /** Whether what the desk watches is recorded for it. */
  z.object({ ...common, type: z.literal("setRecording"), records: z.boolean() }),
  z.object({ ...common, type: z.literal("answerQuestion"), questionId }),
  z.object({ ...common, type: z.literal("ignoreQuestion"), questionId }),
  /** Takes an answer, or an ignoring, back. */
  z.object({ ...common, type: z.literal("reopenQuestion"), questionId }),
  /** Lets a language model word prompts for this desk, or not. */
  z.object({ ...common, type: z.literal("setCoach"), usesModel: z.boolean() }),
  z.object({ ...common, type: z.literal("setLanguage"), language: z.enum(languages) }),
  z.object({
    ...common,
    type: z.literal("resume"),
    sessionId: z.string().max(64),
    resumeToken: z.string().max(128),
    pos: z.string().max(600).optional(),
  }),
  z.object({ ...common, type: z.literal("test") }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command["type"];
export const commandTypes = commandSchema.options.map((option) => option.shape.type.value) as readonly CommandType[];

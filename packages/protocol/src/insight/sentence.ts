import { z } from "zod";

/** Values of a sentence that people read; a message catalogue holds the sentence in their language. */
export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type Params = z.infer<typeof paramsSchema>;

/** Fields of an insight that people read. Absent in logs: the plain dialect adds them, in the batched one the client does. */
export const readable = {
  /** The insight's sentence in the desk's language. */
  text: z.string().optional(),
};

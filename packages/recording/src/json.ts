import type { z } from "zod";

export const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** What an object holds, if it is what it should be. */
export function decodeJson<S extends z.ZodType>(bytes: Uint8Array, schema: S): z.infer<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined; // no JSON: cut off, or of something else
  }
}

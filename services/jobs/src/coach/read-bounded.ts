import { CoachFailure } from "./coach-model.ts";

/** The body as text; throws `unreadable` and hangs up when it is larger than anybody asked for. */
export async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection.
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new CoachFailure("unreadable", "the model's answer is too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

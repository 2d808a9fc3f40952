import { FrontrowError } from "@frontrow/protocol/errors";

/** What a place that fails rejects with. */
export const unavailable = (place: string, cause: unknown): FrontrowError =>
  new FrontrowError("RECORDING_UNAVAILABLE", `${place} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  });

import type { ErrorCode, RecordingSummary } from "@frontrow/sdk/client";
import { cleanText } from "@frontrow/words/clean-text";
import { dayAndTime, spoken } from "../../ui/format.ts";
import { handleText } from "../people/name.ts";

/** Time for which what was deleted can be brought back. */
const UNDO_MS = 3_600_000;

type Called = Pick<RecordingSummary, "name" | "broadcast">;

/** What a recording is called: by the desk, else by who streamed. */
export const recordingName = ({ name, broadcast: { nickname, handle } }: Called): string =>
  cleanText(name || nickname || handleText(handle), 120);

/** When it was recorded, and how long; a sample is of no day. */
export const recordedWhen = ({ fromMs, toMs, isSample }: RecordingSummary): string =>
  `${isSample ? "" : `${dayAndTime(fromMs)} · `}${spoken(toMs - fromMs)}`;

/** How long it is kept, and what would change that. */
export function keptText(recording: RecordingSummary, nowMs: number): string {
  const { isSample, isPinned, untilMs, deletedAtMs } = recording;
  if (isSample) return "Comes with Frontrow, for everybody.";
  if (deletedAtMs !== undefined) {
    const leftMs = deletedAtMs + UNDO_MS - nowMs;
    return leftMs > 0 ? `Deleted. It can be restored for ${spoken(Math.max(60_000, leftMs))} more.` : "Deleted.";
  }
  if (isPinned) return "Pinned: it is kept until somebody unpins it.";
  return untilMs === undefined ? "It is kept." : `Kept until ${dayAndTime(untilMs)}; pin it to keep it for longer.`;
}

const reasons: Partial<Record<ErrorCode, string>> = {
  RECORDING_NOT_FOUND: "That recording is not there any more.",
  RECORDING_DAMAGED: "Nothing of that recording can be read.",
  RECORDING_UNAVAILABLE: "The place where recordings are kept does not answer.",
  RECORDING_UNREADABLE: "That is no recording, or not a whole one.",
  EXPORT_NOT_FOUND: "That file is not there any more: files are kept for a day.",
  LIBRARY_FULL: "This desk has as many as it may have. Delete what is not needed.",
  STORE_FULL: "Frontrow has no room left. Whoever runs it can give it more.",
  TOO_LARGE: "That file is larger than this Frontrow takes.",
  RATE_LIMITED: "That was more than may be asked for at once.",
  FORBIDDEN: "This page may not do that any more. Reload it.",
  DESK_NOT_FOUND: "This page was away for too long. Reload it.",
  REDIS_UNAVAILABLE: "A part of Frontrow is away.",
  UNAVAILABLE: "Frontrow does not answer.",
};

/** Why something of the library did not work, from the user's side. */
export const libraryReasonOf = (code: string): string => reasons[code as ErrorCode] ?? "That did not work.";

/** What a server says of a fault, as a sentence. */
export function sentence(message: string): string {
  const text = message.trim();
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

import { z } from "zod";

/**
 * What the catcher does next. `retry`: the world may heal, back off with jitter. `reject`: the caller is wrong, answer with
 * the code. `park`: the data is wrong, count it and carry on. `crash`: this process is wrong, log, exit, be restarted.
 */
export type Disposition = "retry" | "reject" | "park" | "crash";

/** Every code, with its disposition and what its receiver should do. */
export const errorCatalogue = {
  BAD_MESSAGE: { disposition: "reject", advice: "Send one JSON object with a known type." },
  UNKNOWN_COMMAND: { disposition: "reject", advice: "Use a command of the protocol." },
  BAD_USERNAME: { disposition: "reject", advice: "Give a TikTok name, @name or the address of a LIVE page." },
  RATE_LIMITED: { disposition: "reject", advice: "Wait a moment and send fewer commands." },
  TOO_LARGE: { disposition: "reject", advice: "Send a smaller message." },
  DESK_NOT_FOUND: { disposition: "reject", advice: "Open a new desk." },
  SESSION_NOT_FOUND: { disposition: "reject", advice: "Watch the creator first." },
  RECORDING_NOT_FOUND: { disposition: "reject", advice: "Choose one of this desk's recordings: it has none of this id." },
  RECORDING_DAMAGED: { disposition: "reject", advice: "Choose another recording: nothing of this one can be read." },
  RECORDING_UNAVAILABLE: {
    disposition: "retry",
    advice: "Wait: the place where recordings are kept does not answer, it goes on by itself.",
  },
  RECORDING_UNREADABLE: { disposition: "reject", advice: "Give a file that Frontrow exported, whole and unchanged." },
  EXPORT_NOT_FOUND: { disposition: "reject", advice: "Begin the export again: its file is kept for a day." },
  LIBRARY_FULL: { disposition: "reject", advice: "Delete what is not needed: this desk has as many as it may have." },
  NOTHING_TO_REPLAY: { disposition: "reject", advice: "Choose a recording, or watch a broadcast that is recorded first." },
  NOT_IN_REPLAY: { disposition: "reject", advice: "Begin a replay first." },
  NOT_IN_LIVE: { disposition: "reject", advice: "Go LIVE first: this belongs to the broadcast, not to its replay." },
  FORBIDDEN: { disposition: "reject", advice: "Use the token that came with the desk." },
  ORIGIN_REFUSED: { disposition: "reject", advice: "Open the page from the address that serves it." },
  HOST_REFUSED: {
    disposition: "reject",
    advice: "Open the page at localhost, or set PUBLIC_URL to the address that people use.",
  },
  REQUEST_TIMEOUT: { disposition: "retry", advice: "Send the whole request at once." },
  NOT_FOUND: { disposition: "reject", advice: "Check the address." },
  CREATOR_UNKNOWN: { disposition: "reject", advice: "Check the spelling: TikTok knows nobody of this name." },
  CREATOR_OFFLINE: { disposition: "retry", advice: "Wait: it starts by itself when the creator goes live." },
  SIGN_RATE_LIMITED: {
    disposition: "retry",
    advice: "Wait: what the sign service allows its account is used up, it goes on by itself.",
  },
  SIGN_BUDGET_SPENT: {
    disposition: "retry",
    advice: "Wait: Frontrow's own limit of connections (SIGN_CALLS_PER_…) is reached, it goes on by itself.",
  },
  SIGN_UNAVAILABLE: { disposition: "retry", advice: "Wait: the sign service does not answer, it goes on by itself." },
  SIGN_REFUSED: { disposition: "retry", advice: "Check SIGN_API_KEY: the sign service refuses it." },
  UPSTREAM_BLOCKED: { disposition: "retry", advice: "Wait: TikTok asks for a captcha or blocks this address." },
  UPSTREAM_UNAVAILABLE: { disposition: "retry", advice: "Wait: TikTok does not answer, it goes on by itself." },
  UPSTREAM_RATE_LIMITED: {
    disposition: "retry",
    advice: "Wait: many names are looked for just now, it goes on by itself.",
  },
  UPSTREAM_STALLED: { disposition: "retry", advice: "Wait: the connection went silent and is made anew." },
  UPSTREAM_DROPPED: { disposition: "retry", advice: "Wait: the connection broke and is made anew." },
  NO_CAPACITY: { disposition: "retry", advice: "Wait, or start more workers: all are busy." },
  REDIS_UNAVAILABLE: { disposition: "retry", advice: "Check that Redis runs and that REDIS_URL names it." },
  STORE_FULL: {
    disposition: "retry",
    advice: "Wait: the server has no room for new guests now. Who runs it gives Redis more memory.",
  },
  UNAVAILABLE: { disposition: "retry", advice: "Try again in a moment." },
  ENTRY_UNREADABLE: { disposition: "park", advice: "Report it: an entry of a log could not be read." },
  FRAME_UNREADABLE: { disposition: "park", advice: "Nothing: counted, the rest of the stream goes on." },
  CONFIG_INVALID: { disposition: "crash", advice: "Correct the variables that the message names." },
  INTERNAL: { disposition: "crash", advice: "Report it with the log line." },
} as const satisfies Record<string, { disposition: Disposition; advice: string }>;

export type ErrorCode = keyof typeof errorCatalogue;
export const errorCodeSchema = z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]);

/** The one error type that crosses a module: a code of the catalogue, a message for people, the cause kept. */
export class FrontrowError extends Error {
  override readonly name = "FrontrowError";
  readonly code: ErrorCode;
  /** Of a limit: when to try again, epoch ms. */
  readonly retryAtMs: number | undefined;

  constructor(code: ErrorCode, message: string, { retryAtMs, ...options }: ErrorOptions & { retryAtMs?: number } = {}) {
    super(message, options);
    this.code = code;
    this.retryAtMs = retryAtMs;
  }

  get disposition(): Disposition {
    return errorCatalogue[this.code].disposition;
  }

  get advice(): string {
    return errorCatalogue[this.code].advice;
  }
}

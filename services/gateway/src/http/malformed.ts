import type { Socket } from "node:net";
import { type ErrorCode, FrontrowError } from "@frontrow/protocol/errors";
import type { ThrottledLogger } from "@frontrow/runtime/throttled-logger";
import { endWithProblem } from "./problem.ts";

/** Longer addresses are nobody's. */
const MAX_URL = 2_048;

export const nowhere = (cause?: unknown): FrontrowError =>
  new FrontrowError("NOT_FOUND", "there is nothing at this address", { cause });

/**
 * Whether the address of a request is a path as a client of ours writes it: without what file systems read otherwise (an
 * empty segment, `.` and `..`, backslash, control characters), in clear or encoded, and of a sensible length.
 */
export function isPlainPath(url: string): boolean {
  if (url.length > MAX_URL) return false;
  let path: string;
  try {
    path = decodeURIComponent(url.split("?", 1)[0] ?? "");
  } catch {
    return false;
  }
  return /^\/[^\\\p{Cc}]*$/u.test(path) && !/\/\/|\/\.{1,2}(?:\/|$)/.test(path);
}

/** Answers what is no HTTP request, or did not become one in time. */
export function endMalformed(error: NodeJS.ErrnoException, socket: Socket, logger: ThrottledLogger): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { code, detail } = malformedRequests[error.code ?? ""] ?? { code: "BAD_MESSAGE", detail: "this is no HTTP request" };
  logger.info({ code }, "request refused");
  endWithProblem(socket, new FrontrowError(code, detail));
}

const malformedRequests: Partial<Record<string, { readonly code: ErrorCode; readonly detail: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: "REQUEST_TIMEOUT", detail: "the request did not come in time" },
  HPE_HEADER_OVERFLOW: { code: "TOO_LARGE", detail: "the head of the request is too large" },
};

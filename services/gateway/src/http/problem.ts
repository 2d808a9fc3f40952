import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ErrorCode, errorCatalogue, FrontrowError } from "@frontrow/protocol/errors";
import type { Problem } from "@frontrow/protocol/http";

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_MESSAGE: 400,
  UNKNOWN_COMMAND: 400,
  BAD_USERNAME: 422,
  FORBIDDEN: 403,
  ORIGIN_REFUSED: 403,
  HOST_REFUSED: 421,
  REQUEST_TIMEOUT: 408,
  NOT_FOUND: 404,
  DESK_NOT_FOUND: 404,
  SESSION_NOT_FOUND: 404,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  RECORDING_NOT_FOUND: 404,
  RECORDING_DAMAGED: 422,
  RECORDING_UNAVAILABLE: 503,
  RECORDING_UNREADABLE: 422,
  EXPORT_NOT_FOUND: 404,
  LIBRARY_FULL: 409,
  NOTHING_TO_REPLAY: 409,
  NOT_IN_REPLAY: 409,
  NOT_IN_LIVE: 409,
  UNAVAILABLE: 503,
  REDIS_UNAVAILABLE: 503,
  STORE_FULL: 503,
};

/** A refusal that says what to do: the code's advice, unless there is something better to say. */
export const refusal = (code: ErrorCode, message: string = errorCatalogue[code].advice, retryAtMs?: number): FrontrowError =>
  new FrontrowError(code, message, retryAtMs === undefined ? {} : { retryAtMs });

/** Seconds from now, as in the Retry-After header. */
export const secondsUntil = (ms: number): number => Math.max(1, Math.ceil((ms - Date.now()) / 1000));

const statusOf = (code: ErrorCode): number => statuses[code] ?? 500;

/** The RFC 9457 document of a code. What an unforeseen error says is for the log, not for the client. */
export function problemOf(error: unknown): Problem {
  const code = error instanceof FrontrowError ? error.code : "INTERNAL";
  const status = statusOf(code);
  const detail = status < 500 && error instanceof FrontrowError ? error.message : errorCatalogue[code].advice;
  const retryAtMs = error instanceof FrontrowError ? error.retryAtMs : undefined;
  const problem = { type: `urn:frontrow:error:${code}`, title: errorCatalogue[code].advice, status, detail, code };
  return retryAtMs === undefined ? problem : { ...problem, retryAtMs };
}

/** Answers with a problem where there is a connection but no HTTP response: to an upgrade, or to what is no request. Ends it. */
export function endWithProblem(socket: Duplex, error: FrontrowError): void {
  const problem = problemOf(error);
  const body = JSON.stringify(problem);
  socket.once("finish", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? "Refused"}\r\nConnection: close\r\n` +
      `${problem.retryAtMs ? `Retry-After: ${secondsUntil(problem.retryAtMs)}\r\n` : ""}` +
      `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

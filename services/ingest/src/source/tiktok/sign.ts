import type { CallsLeft } from "@frontrow/redis/sign-ledger";
import { withDeadline } from "@frontrow/runtime/deadline";
import type { ConnectCode } from "../live-source.ts";
import { type Container, readContainer } from "./container.ts";
import { callsLeftOf, retryAfterMs } from "./sign-limits.ts";

export interface SignService {
  /** Base address, without a trailing slash. */
  readonly url: string;
  readonly apiKey?: string;
  readonly timeoutMs: number;
  /** An answer said how many calls the account has left. */
  readonly onCallsLeft?: (left: CallsLeft) => void;
}

/** What the sign service gave: enough to open one WebSocket. */
export interface Signed {
  /** The answer as it came, for the connector, which takes the address and its parameters from it. */
  readonly body: Uint8Array;
  readonly container: Container;
  /** The Set-Cookie text that the WebSocket must carry. */
  readonly cookie: string;
  /** The room to enter, when it is not the one that was asked for. */
  readonly roomId?: string;
}

export type SignOutcome =
  | { readonly outcome: "signed"; readonly signed: Signed }
  | { readonly outcome: "failed"; readonly code: ConnectCode; readonly retryAfterMs?: number; readonly cause?: unknown }
  | { readonly outcome: "aborted" };

/** An answer is some ten kilobytes; more than this is nonsense, and is not read to its end. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/**
 * Asks the sign service to open a room: one call of the quota.
 *
 * Made here and not by the connector, whose call has no timeout, and which turns a 429 into a TypeError and a short 402 into
 * a RangeError, so that nobody could tell what to do next. Never rejects.
 */
export async function requestSignature(
  service: SignService,
  room: { readonly roomId: string; readonly userAgent: string },
  signal: AbortSignal,
): Promise<SignOutcome> {
  try {
    return await withDeadline(signal, service.timeoutMs, async (deadline) => {
      const response = await fetch(address(service, room), {
        headers: signHeaders(service, "application/protobuf,application/json"),
        // A key is not for wherever we are sent.
        redirect: "error",
        signal: deadline,
      });
      reportCallsLeft(service, response);
      const refusal = refusalOf(response);
      if (!refusal) return parseAnswer(response.headers, await readBounded(response, MAX_ANSWER_BYTES));
      await response.body?.cancel();
      return refusal;
    });
  } catch (cause) {
    if (signal.aborted) return { outcome: "aborted" };
    return { outcome: "failed", code: "SIGN_UNAVAILABLE", cause };
  }
}

export const signHeaders = ({ apiKey }: SignService, accept: string): Record<string, string> => ({
  accept,
  ...(apiKey ? { "x-api-key": apiKey } : {}),
});

/** Hands on what any answer of the service, a refusal too, says is left. */
export function reportCallsLeft({ onCallsLeft }: SignService, { headers }: Response): void {
  const left = onCallsLeft && callsLeftOf(headers);
  if (left) onCallsLeft(left);
}

function address({ url }: SignService, { roomId, userAgent }: { roomId: string; userAgent: string }): string {
  const query = new URLSearchParams({
    client: "ttlive-node",
    cursor: "",
    user_agent: userAgent,
    client_enter: "true",
    platform: "web",
  });
  return `${url}/webcast/rooms/${encodeURIComponent(roomId)}/connect?${query}`;
}

/** By the status alone: what such an answer says is for people, and not always JSON. */
function refusalOf({ status, headers }: Response): SignOutcome | undefined {
  if (status === 200) return undefined;
  if (status === 429) return { outcome: "failed", code: "SIGN_RATE_LIMITED", retryAfterMs: retryAfterMs(headers) };
  const isRefused = status === 401 || status === 402 || status === 403;
  return failed(isRefused ? "SIGN_REFUSED" : "SIGN_UNAVAILABLE", `status ${status}`);
}

function parseAnswer(headers: Headers, body: Uint8Array | "tooLarge"): SignOutcome {
  const cookie = headers.get("x-set-tt-cookie");
  if (!cookie) return failed("SIGN_UNAVAILABLE", "no cookie in the answer");
  if (body === "tooLarge") return failed("SIGN_UNAVAILABLE", "the answer is too large");
  let container: Container;
  try {
    container = readContainer(body);
  } catch (cause) {
    return failed("SIGN_UNAVAILABLE", "the answer is not a container", cause);
  }
  if (!container.cursor) return failed("SIGN_UNAVAILABLE", "no cursor in the answer");
  const roomId = headers.get("x-room-id");
  return { outcome: "signed", signed: { body, container, cookie, ...(roomId ? { roomId } : {}) } };
}

const failed = (code: ConnectCode, message: string, cause?: unknown): SignOutcome => ({
  outcome: "failed",
  code,
  cause: new Error(`sign service: ${message}`, { cause }),
});

/** Reads a body to its end, unless that is further than it may be. */
export async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | "tooLarge"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return "tooLarge";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

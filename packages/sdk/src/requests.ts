import type { ErrorCode } from "@frontrow/protocol/errors";
import type { Problem, RouteBody } from "@frontrow/protocol/http";
import type { DeskCredentials, RequestMethod, RequestOptions, Requests } from "./types.ts";

/** A request was refused, or not answered: what went wrong, as a code, and what to do about it. */
export class FrontrowRequestError extends Error {
  override readonly name = "FrontrowRequestError";
  readonly code: ErrorCode;
  /** What a person can do. */
  readonly advice: string;

  constructor(code: ErrorCode, message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.advice = advice;
  }
}

interface Dependencies {
  /** Address of a gateway, as in the client's options. */
  readonly url: string;
  credentials(): DeskCredentials | undefined;
}

/** A server that takes longer does not answer. */
const TIMEOUT_MS = 10_000;

export function createRequests({ url, credentials }: Dependencies): Requests {
  async function request<Body>(method: RequestMethod, path: string, options: RequestOptions = {}): Promise<Body> {
    const desk = credentials();
    if (!desk) throw new FrontrowRequestError("DESK_NOT_FOUND", "the client has no desk yet", "Connect, and wait for the desk.");
    const address = `${httpAddressOf(url)}/api/v1/desks/${desk.deskId}/${path}`;
    const response = await ask(address, method, desk.resumeToken, options);
    const body = await bodyOf(response);
    if (!response.ok) throw errorOf(response.status, body);
    return body as Body;
  }
  const get = <Body>(path: string) => request<Body>("GET", path);
  return {
    request,
    explain: (metric) => get(`explain/${encodeURIComponent(metric)}`),
    viewers: () => get("viewers"),
    gifts: () => get("gifts"),
    questions: () => get("questions"),
    recordings: async () => (await get<RouteBody<"listRecordings">>("recordings")).recordings,
  };
}

async function ask(address: string, method: RequestMethod, token: string, options: RequestOptions): Promise<Response> {
  const { body, timeoutMs = TIMEOUT_MS, signal, send = fetch } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const type = body instanceof Blob ? body.type || "application/gzip" : "application/json";
  try {
    return await send(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": type }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
  } catch (cause) {
    throw unanswered(cause);
  }
}

/** Undefined when there is none, or when it is not ours to read: a proxy's page, say. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw unanswered(cause);
  });
  if (text === "" && response.ok) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (response.ok) throw new FrontrowRequestError("UNAVAILABLE", "the answer is not JSON", "Check the address of the gateway.");
    return undefined;
  }
}

const unanswered = (cause: unknown): FrontrowRequestError =>
  new FrontrowRequestError("UNAVAILABLE", "the server does not answer", "Try again in a moment.", { cause });

function errorOf(status: number, body: unknown): FrontrowRequestError {
  const { code, title, detail } = (typeof body === "object" && body !== null ? body : {}) as Partial<Problem>;
  if (typeof code !== "string") {
    return new FrontrowRequestError("UNAVAILABLE", `the server answered ${status}`, "Try again in a moment.");
  }
  return new FrontrowRequestError(code, detail ?? title ?? code, title ?? "Try again in a moment.");
}

function httpAddressOf(base: string): string {
  const url = new URL(base);
  url.protocol = url.protocol === "https:" || url.protocol === "wss:" ? "https:" : "http:";
  url.search = "";
  url.hash = "";
  return url.href.replace(/\/+$/, "");
}

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "@frontrow/protocol/errors";
import { type DeskId, deskId } from "@frontrow/protocol/ids";
import { statusOf } from "../http/problem.ts";

/** Reads the address of an upgrade: `/` and `/ws` ask for a new desk, `/ws/:deskId` for one to resume; undefined for others. */
export function destinationOf(url: string): { readonly requestedDesk: DeskId | undefined } | undefined {
  const path = url.split("?", 1)[0] ?? "";
  if (path === "/" || path === "/ws" || path === "/ws/") return { requestedDesk: undefined };
  const [, name] = /^\/ws\/([^/]{1,64})$/.exec(path) ?? [];
  const parsed = deskId.safeParse(name);
  return parsed.success ? { requestedDesk: parsed.data } : undefined;
}

/** The client's address: the peer, or the last one that a trusted proxy names. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const named = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return named || (request.socket.remoteAddress ?? "unknown");
}

const reasons: Partial<Record<number, string>> = {
  403: "Forbidden",
  404: "Not Found",
  421: "Misdirected Request",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

/** Answers an upgrade with an HTTP error, and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode): void {
  const status = statusOf(code);
  const body = JSON.stringify({ code });
  socket.once("finish", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? "Refused"}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

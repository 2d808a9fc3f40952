import type { IncomingMessage } from "node:http";
import { type DeskId, deskId } from "@frontrow/protocol/ids";

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

import type { ServerResponse } from "node:http";

/** What a route answers: a value, so that routes are functions and faults are replies like any other. */
export type Reply =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
      readonly delayMs?: number;
    }
  /** The request stays open until the client gives up. */
  | "silence"
  /** The line is cut. */
  | "hang-up";

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(body),
});

export const html = (status: number, body: string): Reply => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});

/** Answers. A delayed reply is forgotten when the client leaves first. */
export function send(response: ServerResponse, reply: Reply): void {
  if (reply === "silence") return;
  if (reply === "hang-up") {
    response.destroy();
    return;
  }
  const write = (): void => {
    const bytes = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
    response.writeHead(reply.status, { "content-length": String(bytes.length), ...reply.headers }).end(bytes);
  };
  if (!reply.delayMs) {
    write();
    return;
  }
  const timer = setTimeout(write, reply.delayMs);
  response.once("close", () => clearTimeout(timer));
}

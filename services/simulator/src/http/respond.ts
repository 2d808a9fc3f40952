import type { ServerResponse } from "node:http";

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  send(response, status, JSON.stringify(body), { "content-type": "application/json; charset=utf-8", ...headers });
}

export function html(response: ServerResponse, status: number, body: string): void {
  send(response, status, body, { "content-type": "text/html; charset=utf-8" });
}

export function send(response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string>): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, { "content-length": String(bytes.length), ...headers }).end(bytes);
}

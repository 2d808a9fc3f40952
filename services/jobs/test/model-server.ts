import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelCall {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: unknown;
    max_tokens?: number;
  };
}
type Reply = (response: ServerResponse, call: ModelCall) => void;

/** A chat completion as OpenAI's API gives it. */
export const completion = (content: string): Reply =>
  json(200, {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
export const says = (text: string): Reply => completion(JSON.stringify({ text }));
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
export const raw =
  (body: string): Reply =>
  (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(body);
/** Takes the call and says nothing. */
export const silence: Reply = () => {};
export const hangsUp: Reply = (response) => response.destroy();

/** A server that speaks OpenAI's wire: it answers with the given replies, one after the other, the last one for ever. */
export async function startModelServer() {
  const calls: ModelCall[] = [];
  let replies: Reply[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const call = { path: request.url ?? "", headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) };
    calls.push(call);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    reply?.(response, call);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    /** Forgets what was before. */
    reply(...next: Reply[]) {
      calls.length = 0;
      replies = next;
    },
    stop() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

import { withDeadline } from "@frontrow/runtime/deadline";
import { z } from "zod";
import { CoachFailure, type CoachModel, type CoachRequest } from "./model.ts";
import { messagesOf } from "./model-input.ts";
import { outputJsonSchema, parseOutput } from "./model-output.ts";

export interface OpenAiOptions {
  /** Without a trailing slash, up to and with the version: `https://api.openai.com/v1`. */
  readonly url: string;
  /** Absent for endpoints that ask for none, as local ones do. */
  readonly apiKey?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Limit of the output: several times what one sentence takes, with the JSON around it. */
const MAX_OUTPUT_TOKENS = 200;
const MAX_REPLY_BYTES = 64 * 1024;

const replySchema = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** The chat completions of OpenAI, and of everything that speaks like it: vLLM, llama.cpp, Ollama, OpenRouter, … */
export function createOpenAiModel(options: OpenAiOptions): CoachModel {
  /**
   * Whether the next call has options: not every endpoint knows them. A 400 turns this over. The call without them is a try of
   * its own, which the budget pays for; when that is refused too, the options were not the reason, and are sent again.
   */
  let sendsOptions = true;

  return {
    async word(request, signal) {
      const hasOptions = sendsOptions;
      const reply = await call(request, hasOptions, signal);
      if (reply.status === 400) sendsOptions = !hasOptions;
      if (reply.status === 400 && hasOptions) throw new CoachFailure("options", "the model's endpoint may not know an option");
      return textOf(reply);
    },
  };

  async function call(request: CoachRequest, hasOptions: boolean, signal: AbortSignal): Promise<Reply> {
    return withDeadline(signal, options.timeoutMs, async (inTime) => {
      try {
        const response = await fetch(`${options.url}/chat/completions`, {
          method: "POST",
          headers: { "content-type": "application/json", ...authorization(options.apiKey) },
          body: JSON.stringify({ model: options.model, messages: messagesOf(request), ...(hasOptions ? outputOptions : {}) }),
          // The key and the chat go to the endpoint that was configured, and to no other.
          redirect: "error",
          signal: inTime,
        });
        return { status: response.status, headers: response.headers, body: await readBounded(response, MAX_REPLY_BYTES) };
      } catch (error) {
        if (error instanceof CoachFailure) throw error;
        if (inTime.aborted) throw new CoachFailure("timedOut", "the model did not answer in time");
        throw new CoachFailure("unavailable", "the model cannot be reached");
      }
    });
  }
}

const outputOptions = {
  max_tokens: MAX_OUTPUT_TOKENS,
  response_format: { type: "json_schema", json_schema: { name: "cue", strict: true, schema: outputJsonSchema } },
} as const;

const authorization = (apiKey: string | undefined): Record<string, string> =>
  apiKey ? { authorization: `Bearer ${apiKey}` } : {};

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The text in a reply; throws a `CoachFailure` when there is none. */
function textOf({ status, headers, body }: Reply): string {
  if (status === 429) throw new CoachFailure("limited", "the model's endpoint asks for fewer calls", retryAfterMs(headers));
  if (status >= 500 || status === 408)
    throw new CoachFailure("unavailable", `the model's endpoint answered ${status}`, retryAfterMs(headers));
  if (status >= 300) throw new CoachFailure("refused", `the model's endpoint answered ${status}`);
  const reply = replySchema.safeParse(parsed(body));
  if (!reply.success) throw new CoachFailure("unreadable", "the endpoint's answer is not a chat completion");
  return parseOutput(reply.data.choices[0]?.message.content ?? "");
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The body as text; throws `unreadable`, and closes the connection, when it is larger than the limit. */
async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection.
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new CoachFailure("unreadable", "the model's answer is too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** `Retry-After` is a number of seconds, or a date. */
function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get("retry-after");
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

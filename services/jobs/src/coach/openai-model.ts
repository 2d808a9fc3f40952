import { withDeadline } from "@frontrow/runtime/deadline";
import { z } from "zod";
import { answerJsonSchema, textIn } from "./answer.ts";
import { CoachFailure, type CoachModel, type CoachRequest } from "./coach-model.ts";
import { conversationOf } from "./conversation.ts";
import { readBounded } from "./read-bounded.ts";

export interface OpenAiOptions {
  /** Without a trailing slash, up to and with the version: `https://api.openai.com/v1`. */
  readonly url: string;
  /** Absent for endpoints that ask for none, as local ones do. */
  readonly apiKey?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Far more than one sentence takes, with the JSON around it. */
const ANSWER_TOKENS = 200;
const ANSWER_BYTES = 64 * 1024;

const replySchema = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** The chat completions of OpenAI, and of everything that speaks like it: vLLM, llama.cpp, Ollama, OpenRouter, … */
export function createOpenAiModel(options: OpenAiOptions): CoachModel {
  /**
   * Not every endpoint knows every option. After a 400 they are left out, by the next try, which is a call of its own for the
   * budget; when that is refused too they were not why, and are sent again.
   */
  let takesOptions = true;

  return {
    async word(request, signal) {
      const withOptions = takesOptions;
      const answer = await ask(request, withOptions, signal);
      if (answer.status === 400) takesOptions = !withOptions;
      if (answer.status === 400 && withOptions) throw new CoachFailure("options", "the model's endpoint may not know an option");
      return contentOf(answer);
    },
  };

  async function ask(request: CoachRequest, withOptions: boolean, signal: AbortSignal): Promise<Answer> {
    return withDeadline(signal, options.timeoutMs, async (inTime) => {
      try {
        const response = await fetch(`${options.url}/chat/completions`, {
          method: "POST",
          headers: { "content-type": "application/json", ...authorization(options.apiKey) },
          body: JSON.stringify({ model: options.model, messages: conversationOf(request), ...(withOptions ? asked : {}) }),
          // The key and the chat go to the endpoint that was configured, and to no other.
          redirect: "error",
          signal: inTime,
        });
        return { status: response.status, headers: response.headers, body: await readBounded(response, ANSWER_BYTES) };
      } catch (error) {
        if (error instanceof CoachFailure) throw error;
        if (inTime.aborted) throw new CoachFailure("timedOut", "the model did not answer in time");
        throw new CoachFailure("unavailable", "the model cannot be reached");
      }
    });
  }
}

const asked = {
  max_tokens: ANSWER_TOKENS,
  response_format: { type: "json_schema", json_schema: { name: "cue", strict: true, schema: answerJsonSchema } },
} as const;

const authorization = (apiKey: string | undefined): Record<string, string> =>
  apiKey ? { authorization: `Bearer ${apiKey}` } : {};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

function contentOf({ status, headers, body }: Answer): string {
  if (status === 429) throw new CoachFailure("limited", "the model's endpoint asks for fewer calls", retryAfterMs(headers));
  if (status >= 500 || status === 408)
    throw new CoachFailure("unavailable", `the model's endpoint answered ${status}`, retryAfterMs(headers));
  if (status >= 300) throw new CoachFailure("refused", `the model's endpoint answered ${status}`);
  const reply = replySchema.safeParse(parsed(body));
  if (!reply.success) throw new CoachFailure("unreadable", "the endpoint's answer is not a chat completion");
  return textIn(reply.data.choices[0]?.message.content ?? "");
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** In seconds, or as a date. */
function retryAfterMs(headers: Headers): number | undefined {
  const text = headers.get("retry-after");
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CoachRequest } from "../src/coach/model.ts";
import { createOpenAiModel } from "../src/coach/openai.ts";
import { completion, hangsUp, json, raw, says, silence, startModelServer } from "./model-server.ts";

const prompt: AutomatedPrompt = {
  type: "automatedPrompt",
  id: "p",
  trigger: "quietChat",
  priority: 3,
  atMs: 0,
  untilMs: 1,
  params: { chats: 1, usual: 30 },
};
const request: CoachRequest = { language: "en", prompt, cue: { text: "Chat went quiet.", reason: "1 chat" }, chats: [] };
const refusal = json(400, { error: { message: "response_format is not supported" } });

describe("an endpoint that speaks as OpenAI's does", () => {
  let server: Awaited<ReturnType<typeof startModelServer>>;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.stop());

  const model = (options = {}) =>
    createOpenAiModel({ url: server.url, apiKey: "sk-test", model: "m1", timeoutMs: 5_000, ...options });
  const word = (options = {}, signal = new AbortController().signal) => model(options).word(request, signal);
  const failing = (reason: string, facts: object = {}) => expect.objectContaining({ name: "CoachFailure", reason, ...facts });

  it("is asked for one sentence by a schema, with the key, and its sentence is the answer", async () => {
    server.reply(says("Ask them where they are from."));
    expect(await word()).toBe("Ask them where they are from.");
    const [call] = server.calls;
    expect(call?.path).toBe("/v1/chat/completions");
    expect(call?.headers.authorization).toBe("Bearer sk-test");
    expect(call?.body).toMatchObject({ model: "m1", max_tokens: 200, response_format: { type: "json_schema" } });
  });

  it("is sent no authorization where there is no key", async () => {
    server.reply(says("Ask."));
    await word({ apiKey: undefined });
    expect(server.calls[0]?.headers.authorization).toBeUndefined();
  });

  it("is asked without options by the try after it refuses them, and not with them again", async () => {
    server.reply(refusal, says("One."), says("Two."));
    const asked = model();
    const { signal } = new AbortController();
    await expect(asked.word(request, signal)).rejects.toEqual(failing("options", { isRetryable: true }));
    expect(server.calls).toHaveLength(1);
    expect(await asked.word(request, signal)).toBe("One.");
    expect(await asked.word(request, signal)).toBe("Two.");
    expect(server.calls.map(({ body }) => body.response_format !== undefined)).toEqual([true, false, false]);
    expect(server.calls[2]?.body.messages).toHaveLength(2);
  });

  it("is asked with options again when it refuses a call without them too", async () => {
    server.reply(refusal, refusal, says("One."));
    const asked = model();
    const { signal } = new AbortController();
    await expect(asked.word(request, signal)).rejects.toEqual(failing("options"));
    await expect(asked.word(request, signal)).rejects.toEqual(failing("refused", { isRetryable: false }));
    expect(await asked.word(request, signal)).toBe("One.");
    expect(server.calls.map(({ body }) => body.max_tokens)).toEqual([200, undefined, 200]);
  });

  it("says how long it wants to be left alone", async () => {
    server.reply(json(429, {}, { "retry-after": "7" }));
    await expect(word()).rejects.toEqual(failing("limited", { retryAfterMs: 7_000 }));
    server.reply(json(503, {}));
    await expect(word()).rejects.toEqual(failing("unavailable", { retryAfterMs: undefined }));
  });

  it("refuses for good: a wrong key, a wrong address", async () => {
    for (const status of [401, 403, 404]) {
      server.reply(json(status, { error: { message: "no" } }));
      await expect(word()).rejects.toEqual(failing("refused", { isRetryable: false }));
    }
  });

  it("does not lead the key and the chat elsewhere", async () => {
    server.reply(json(302, {}, { location: `${server.url}/elsewhere` }));
    await expect(word()).rejects.toEqual(failing("unavailable"));
    expect(server.calls).toHaveLength(1);
  });

  it("is given up on when it never answers, hangs up, or the process stops", async () => {
    server.reply(silence);
    await expect(word({ timeoutMs: 50 })).rejects.toEqual(failing("timedOut"));
    await expect(word({}, AbortSignal.abort())).rejects.toEqual(failing("timedOut"));
    server.reply(hangsUp);
    await expect(word()).rejects.toEqual(failing("unavailable"));
    await expect(word({ url: "http://127.0.0.1:1/v1" })).rejects.toEqual(failing("unavailable"));
  });

  it("is given up on also when garbage is collected while it is silent", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    server.reply(silence);
    const asked = expect(word({ timeoutMs: 600 })).rejects.toEqual(failing("timedOut"));
    await expect.poll(() => server.calls).toHaveLength(1);
    collect();
    await asked;
  });

  it("says nothing readable: no JSON, no completion, no schema, far too much", async () => {
    const unreadable = [
      raw("<html>Bad gateway</html>"),
      raw("{}"),
      json(200, { choices: [] }),
      json(200, { choices: [{ message: { content: null } }] }),
      completion("Sure! Here is your sentence: hello"),
      completion('{"sentence":"hello"}'),
      raw("x".repeat(5_000_000)),
    ];
    for (const reply of unreadable) {
      server.reply(reply);
      await expect(word()).rejects.toEqual(failing("unreadable"));
    }
  });

  it("stops reading an answer that does not end", async () => {
    let isEnded = false;
    server.reply((response) => {
      response.writeHead(200);
      const more = () => void response.write("x".repeat(65_536), () => setImmediate(() => !isEnded && more()));
      response.on("close", () => {
        isEnded = true;
      });
      more();
    });
    await expect(word()).rejects.toEqual(failing("unreadable"));
    await expect.poll(() => isEnded).toBe(true);
  });
});

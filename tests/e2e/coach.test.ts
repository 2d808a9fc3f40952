import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

/** An endpoint that speaks as OpenAI's does, and has one thing to say. */
function startModel(words: string): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const content = JSON.stringify({ text: words });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("a coach with a language model", () => {
  let model: Server;
  let stack: Stack;
  const viewers: Viewer[] = [];
  beforeAll(async () => {
    model = await startModel("Say hello to the new ones by name.");
    const { port } = model.address() as AddressInfo;
    stack = await startStack({ env: { COACH_API_URL: `http://127.0.0.1:${port}/v1`, COACH_MODEL_NAME: "m" } });
  });
  afterAll(async () => {
    for (const viewer of viewers) viewer.close();
    await stack?.stop();
    model?.close();
  });

  const desk = () => {
    const viewer = openViewer({ username: "demo:rae", urls: stack.urls });
    viewers.push(viewer);
    return viewer;
  };
  const prompts = ({ told }: Viewer) =>
    told.flatMap((event) => (event.type === "insights" ? event.insights : [])).filter(({ type }) => type === "automatedPrompt");
  const worded = ({ told }: Viewer) => told.filter(({ type }) => type === "promptWorded");

  it("words prompts for the desk that asked for it, and for no other", async () => {
    const [asking, other] = [desk(), desk()];
    asking.client.setCoach({ usesModel: true });
    await eventually(() => expect(worded(asking)).not.toEqual([]), 90_000);
    expect(worded(asking)[0]).toMatchObject({ text: "Say hello to the new ones by name.", language: "en" });
    await eventually(() => expect(prompts(other)).not.toEqual([]), 30_000);
    expect(worded(other)).toEqual([]);
  });
});

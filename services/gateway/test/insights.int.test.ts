import { insightsIn } from "@frontrow/protocol/documents";
import { serverMessages } from "@frontrow/protocol/frame";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";
import { moment, prompt, question, scores, understood } from "./understood.ts";

describe("what is understood of a broadcast", () => {
  let harness: Harness;
  let gateway: Gateway;
  let other: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway } = await harness.gateway());
    ({ gateway: other } = await harness.gateway());
  });
  afterAll(() => harness.close());

  const typesOf = (items: readonly Record<string, unknown>[] = []) => items.map(({ type }) => type);

  it("begins with a snapshot's insights, as they are stored in the batched dialect", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 2 }, understood());
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    const insights = await client.next("insights");
    const order = client.types().filter((type) => ["history", "metrics", "leaderboard", "insights"].includes(type));
    expect(order).toEqual(["history", "metrics", "leaderboard", "insights"]);
    expect(insights).toEqual({ type: "insights", data: { items: insightsIn(understood()) }, pos: expect.any(String) });
    expect(serverMessages.insights.parse(insights.data)).toEqual(insights.data);
  });

  it("is worded in the desk's language in the plain dialect, without prompts for what the desk has answered", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 2 }, understood());
    const client = harness.client(gateway);
    client.send({ type: "setLanguage", language: "fr" });
    client.send({ type: "answerQuestion", questionId: "q1" });
    client.send({ type: "changeUsername", username: broadcast.handle });
    const { data } = await client.next("insights");
    expect(serverMessages.insights.parse(data)).toEqual(data);
    const prompts = (data?.items ?? []).filter(({ type }) => type === "automatedPrompt");
    expect(prompts).toEqual([{ ...prompt("p1"), text: expect.stringContaining("Zoé"), reason: expect.any(String) }]);
    const english = harness.client(gateway);
    english.send({ type: "changeUsername", username: broadcast.handle });
    const { data: stored } = await english.next("insights");
    expect(typesOf(stored?.items)).toEqual(typesOf(insightsIn(understood()) as never));
    const wordsFor = (items: typeof prompts) => items.find(({ id }) => id === "p1")?.["text"];
    expect(wordsFor(stored?.items ?? [])).not.toBe(wordsFor(prompts));
    const from = client.frames.length;
    const asked = prompt("p4", { trigger: "openQuestion", questionId: "q1" });
    await broadcast.fold({ chats: 3 }, {}, [question("q3"), asked, prompt("p3"), moment("m2")]);
    const said = await client.next("moment", from);
    expect(said.data).toMatchObject({ id: "m2", text: expect.stringMatching(/10\s000/) });
    expect(client.types().slice(from)).toEqual(["metrics", "questionDetected", "automatedPrompt", "moment"]);
    expect((await client.next("automatedPrompt", from)).data).toMatchObject({ id: "p3", text: expect.stringContaining("Zoé") });
  });

  it("begins with what was said since the lists were written, once and as it was said last", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 2 }, understood());
    const again = { ...question("q1", 5), count: 4 };
    const first = { ...moment("f1"), kind: "firstChat" as const };
    await broadcast.fold({ chats: 3 }, {}, [question("q8"), again, prompt("p8"), moment("m8"), first]);
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    const { data } = await client.next("insights");
    const items = (data?.items ?? []).filter(({ id }) => ["q1", "q8", "p8", "m8", "f1"].includes(id as string));
    expect(items).toEqual([again, question("q8"), prompt("p8"), moment("m8")]);
  });

  it("is said once more after a cut as far as it could have been folded, and what was missed exactly once", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 2 }, understood());
    const client = harness.client(gateway);
    const created = await client.next("sessionCreated");
    client.send({ type: "changeUsername", username: broadcast.handle });
    const { pos } = await client.next("insights");
    client.cut();
    await broadcast.append([chat("missed")]);
    await broadcast.fold({ chats: 3 }, { scores: scores(77), prompts: [prompt("p9")] }, [scores(77), prompt("p9")]);
    const back = harness.client(other);
    const { sessionId, resumeToken } = created.data ?? {};
    back.send({ type: "resume", sessionId, resumeToken, pos });
    expect((await back.next("resumed")).data).toMatchObject({ recovered: true });
    const { data } = await back.next("insights");
    expect(typesOf(data?.items)).toEqual(["scores", "conversation", "viewerUpdate", "room"]);
    expect(data?.items?.[0]).toMatchObject({ entertainment: 77 });
    const prompts = back.frames.filter(({ type }) => type === "automatedPrompt");
    expect(prompts.map((frame) => frame.data?.["id"])).toEqual(["p9"]);
    await eventually(() => expect(back.eventIds()).toEqual(["missed"]));
  });

  it("has no insights before there are any", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 0 });
    const client = harness.client(gateway);
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("metrics");
    await broadcast.append([chat("a")]);
    await eventually(() => expect(client.eventIds()).toEqual(["a"]));
    expect(client.types()).not.toContain("insights");
  });
});

import type { DeskState } from "@frontrow/protocol/desk";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat } from "./broadcast.ts";
import type { TestClient } from "./client.ts";
import { Harness } from "./harness.ts";
import { understood } from "./understood.ts";

describe("a desk's questions", () => {
  let harness: Harness;
  let gateways: Gateway[];

  beforeAll(async () => {
    harness = await Harness.start();
    gateways = [(await harness.gateway()).gateway, (await harness.gateway()).gateway];
  });
  afterAll(() => harness.close());

  const one = () => gateways[0] as Gateway;
  const other = () => gateways[1] as Gateway;

  async function atDesk(gateway: Gateway, handle?: string, options: { batched?: boolean } = {}) {
    const client = harness.client(gateway, options);
    const { data } = await client.next("sessionCreated");
    client.send(handle ? { type: "changeUsername", username: handle } : { type: "setLanguage", language: "en" });
    await client.next(handle ? "history" : "languageSet");
    return { client, desk: { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) } };
  }

  async function joining(gateway: Gateway, desk: object, options: { batched?: boolean; pos?: string | undefined } = {}) {
    const client = harness.client(gateway, options);
    client.send({ type: "resume", ...desk, ...(options.pos ? { pos: options.pos } : {}) });
    return { client, resumed: await client.next("resumed") };
  }

  const factTypes = (client: TestClient) =>
    client.frames.filter(({ kind }) => kind === "desk").flatMap(({ items }) => (items ?? []).map(({ type }) => type));
  const said = (client: TestClient) => client.types().filter((type) => /^question(Answered|Ignored|Reopened)$/.test(type));

  it("are answered for its members on any gateway, and for nobody else on the same broadcast", async () => {
    const { handle } = await harness.broadcast();
    const mine = await atDesk(one(), handle);
    const mate = await joining(other(), mine.desk, { batched: true });
    const stranger = await atDesk(one(), handle);
    mine.client.send({ type: "answerQuestion", questionId: "q:1" });
    const answered = await mine.client.next("questionAnswered");
    expect(answered).toMatchObject({ data: { questionId: "q:1", atMs: expect.any(Number) }, pos: expect.any(String) });
    await eventually(() => expect(factTypes(mate.client)).toEqual(["questionAnswered"]));
    mate.client.send({ type: "ignoreQuestion", questionId: "q:2" });
    mate.client.send({ type: "reopenQuestion", questionId: "q:1" });
    await mine.client.next("questionIgnored");
    expect((await mine.client.next("questionReopened")).data).toMatchObject({ questionId: "q:1" });

    stranger.client.send({ type: "test" });
    await stranger.client.next("test");
    expect(said(stranger.client)).toEqual([]);
    const again = await joining(other(), stranger.desk);
    expect(again.resumed.data?.["desk"]).not.toHaveProperty("answers");
    const third = await joining(other(), mine.desk);
    expect(third.resumed.data?.["desk"]).toMatchObject({ handle, answers: { "q:2": { status: "ignored" } } });
  });

  it("are counted against all that was asked in the session, alike over HTTP and for who joins later", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ questions: 100 }, understood());
    const mine = await atDesk(one(), broadcast.handle);
    const ids = Array.from({ length: 30 }, (_, n) => questionIdOf(`e${n}`, Date.now() - 60_000));
    for (const questionId of ids) mine.client.send({ type: "answerQuestion", questionId });
    await eventually(() => expect(said(mine.client)).toHaveLength(30));
    const mate = await joining(other(), mine.desk);
    const desk = mate.resumed.data?.["desk"] as DeskState | undefined;
    expect(Object.values(desk?.answers ?? {}).map(({ session }) => session)).toEqual(ids.map(() => broadcast.sessionId));
    const response = await fetch(`${one().url}/api/v1/desks/${mine.desk.sessionId}/questions`, {
      headers: { authorization: `Bearer ${mine.desk.resumeToken}` },
    });
    const queue = (await response.json()) as Record<string, unknown>;
    expect(queue).toMatchObject({ pending: 2, answered: 30, ignored: 0, responseRate: 0.3 });
    expect(queue["averageResponseMs"]).toBeGreaterThanOrEqual(60_000);
  });

  it("are answered once, however often they are, and whoever asks in vain is told how they stand", async () => {
    const { client, desk } = await atDesk(one());
    const mate = await joining(other(), desk, { batched: true });
    client.send({ type: "answerQuestion", questionId: "q1", commandId: "c1" });
    const { data } = await client.next("questionAnswered");
    await eventually(() => expect(factTypes(mate.client)).toEqual(["questionAnswered"]));
    for (const commandId of ["c1", "c2"]) {
      const from = client.frames.length;
      client.send({ type: "answerQuestion", questionId: "q1", commandId });
      expect((await client.next("questionAnswered", from)).data).toEqual(data);
    }
    mate.client.send({ type: "ignoreQuestion", questionId: "q1" });
    const { data: ignored } = await client.next("questionIgnored");
    // Sent again by a client that missed the answer: it must not learn what is true no more.
    const from = client.frames.length;
    client.send({ type: "answerQuestion", questionId: "q1", commandId: "c1" });
    expect((await client.next("questionIgnored", from)).data).toEqual(ignored);
    client.send({ type: "reopenQuestion", questionId: "never" });
    expect((await client.next("questionReopened")).data).toMatchObject({ questionId: "never" });
    expect(factTypes(mate.client)).toEqual(["questionAnswered", "questionIgnored"]);
  });

  it("are known after a cut: what was missed is told, and the desk's state is in the answer", async () => {
    const broadcast = await harness.broadcast();
    const { client, desk } = await atDesk(one(), broadcast.handle);
    const mate = await joining(one(), desk, { batched: true });
    client.send({ type: "answerQuestion", questionId: "q1" });
    const { pos } = await client.next("questionAnswered");
    client.cut();
    mate.client.send({ type: "ignoreQuestion", questionId: "q2" });
    mate.client.send({ type: "setCoach", usesModel: true });
    await eventually(() => expect(factTypes(mate.client)).toContain("coachSet"));
    await broadcast.append([chat("missed")]);
    const back = await joining(other(), desk, { pos });
    expect(back.resumed.data).toMatchObject({
      recovered: true,
      desk: { answers: { q1: { status: "answered" }, q2: { status: "ignored" } }, usesModel: true },
    });
    await eventually(() => expect(back.client.eventIds()).toEqual(["missed"]));
    await back.client.next("coachSet");
    expect(said(back.client)).toEqual(["questionIgnored"]);
  });

  it("outlive a change of what the desk watches", async () => {
    const [first, second] = [await harness.broadcast(), await harness.broadcast()];
    const { client, desk } = await atDesk(one(), first.handle);
    client.send({ type: "answerQuestion", questionId: "q1" });
    client.send({ type: "setCoach", usesModel: true });
    await client.next("coachSet");
    const from = client.frames.length;
    client.send({ type: "changeUsername", username: second.handle });
    await client.next("history", from);
    const mate = await joining(one(), desk);
    expect(mate.resumed.data?.["desk"]).toMatchObject({
      handle: second.handle,
      answers: { q1: { status: "answered" } },
      usesModel: true,
    });
  });

  it("refuse an id that is none, in words that say what to send", async () => {
    const { client } = await atDesk(one());
    for (const [n, questionId] of ["", "has blanks", "x".repeat(129), 7, null, undefined].entries()) {
      const commandId = `bad${n}`;
      client.send({ type: "answerQuestion", questionId, commandId });
      const refused = await eventually(() => {
        const found = client.frames.find(({ data }) => data?.["commandId"] === commandId);
        if (!found) throw new Error("no answer");
        return found;
      });
      expect(refused).toMatchObject({ type: "error", data: { code: "BAD_MESSAGE" } });
      expect(refused.data?.["message"]).toContain("give the id of a detected question");
    }
    client.send({ type: "setCoach", usesModel: "yes" });
    await eventually(() => expect(client.frames.at(-1)?.data?.["message"]).toContain("setCoach: usesModel"));
    client.send({ type: "answerQuestion", questionId: "good" });
    await client.next("questionAnswered");
  });

  it("let a model's words for a prompt reach the desk alone", async () => {
    const { handle } = await harness.broadcast();
    const mine = await atDesk(one(), handle);
    const stranger = await atDesk(one(), handle);
    const words = { promptId: "p1", text: "Say hello to Zoé.", language: "en" } as const;
    await harness.wordPrompt(mine.desk.sessionId, words);
    expect((await mine.client.next("promptWorded")).data).toEqual(words);
    stranger.client.send({ type: "test" });
    await stranger.client.next("test");
    expect(stranger.client.types()).not.toContain("promptWorded");
  });
});

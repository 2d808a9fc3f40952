import type { ReplayState } from "@frontrow/protocol/insight";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestClient } from "../../services/gateway/test/client.ts";
import { type Stack, startStack } from "../lib/stack.ts";

/** Over the real path: simulator, ingest, analytics, jobs, the replay service, and two gateways. */
describe("a desk's replay", () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack({ gateways: 2, inProcess: ["ingest", "analytics", "jobs", "replay"] });
  }, 60_000);
  afterAll(() => {
    for (const client of clients) client.cut();
    return stack.stop();
  });

  const clients: TestClient[] = [];
  function connect(gateway = 0): TestClient {
    const client = new TestClient(stack.urls[gateway] ?? "");
    clients.push(client);
    return client;
  }

  /** Where a client was last told that its replay stands. */
  const stateOf = (client: TestClient, from = 0): ReplayState | undefined => {
    const told = client.frames.slice(from).flatMap(({ type, data }) => {
      if (type === "replayState") return [data];
      return type === "insights" ? (data?.items ?? []).filter((item) => item["type"] === "replayState") : [];
    });
    return told.at(-1) as ReplayState | undefined;
  };
  /** What is on a client's screen: the last history, which may be from half a second ago, and what came after it. */
  const textsIn = (client: TestClient) => {
    const since = client.frames.findLastIndex(({ type }) => type === "history");
    return client.frames.slice(Math.max(0, since)).flatMap(({ type, data }) => {
      const items = type === "history" ? (data?.items ?? []) : type === "chat" && data ? [data] : [];
      return items.flatMap((item) => (item["text"] ? [item["text"]] : []));
    });
  };

  it("is stepped back to while it is live, moved by a member elsewhere, and left again", { timeout: 60_000 }, async () => {
    stack.simulator.script("vera", { events: 0, waitsForConnection: false });
    const say = (text: string) => void stack.simulator.say("vera", { type: "chat", text });
    const client = connect();
    const { data } = await client.next("sessionCreated");
    client.send({ type: "changeUsername", username: "demo:vera" });
    await client.next("history");
    const saidOf = () => client.frames.flatMap(({ type, data: chat }) => (type === "chat" ? [chat?.["text"]] : []));
    for (const text of ["first", "second", "third"]) say(text);
    await eventually(() => expect(saidOf()).toEqual(["first", "second", "third"]), 20_000);

    client.send({ type: "setMode", mode: "REPLAY", paused: true });
    expect((await client.next("modeChanged")).data).toMatchObject({ mode: "REPLAY", replay: { isBehindLive: true } });
    await eventually(() => expect(stateOf(client)).toMatchObject({ state: "paused", isGrowing: true }), 20_000);
    say("while away");

    const mate = connect(1);
    mate.send({ type: "resume", sessionId: data?.["sessionId"], resumeToken: data?.["resumeToken"] });
    await eventually(() => expect(stateOf(mate)).toMatchObject({ state: "paused" }), 20_000);
    mate.send({ type: "replay", action: "seek", value: { percent: 0 } });
    await eventually(() => expect(stateOf(client)?.positionMs).toBe(stateOf(client)?.fromMs), 20_000);
    await eventually(() => expect(textsIn(client)).toEqual([]));
    expect(client.frames.filter(({ type }) => type === "chat")).toHaveLength(3);

    const from = client.frames.length;
    client.send({ type: "replay", action: "stop" });
    expect((await client.next("modeChanged", from)).data).toMatchObject({ mode: "LIVE" });
    await eventually(() => expect(textsIn(client)).toEqual(["first", "second", "third", "while away"]), 20_000);
    await eventually(() => expect(textsIn(mate)).toEqual(["first", "second", "third", "while away"]), 20_000);
  });

  it("of a sample plays for a new user, who has recorded nothing", { timeout: 60_000 }, async () => {
    const client = connect();
    const { data } = await client.next("sessionCreated");
    client.send({ type: "setLanguage", language: "de" });
    await client.next("languageSet");
    const response = await fetch(`${stack.urls[1]}/api/v1/desks/${data?.["sessionId"]}/recordings`, {
      headers: { authorization: `Bearer ${data?.["resumeToken"]}` },
    });
    const { recordings } = (await response.json()) as { recordings: { recordingId: string; isSample?: true }[] };
    expect(recordings.every(({ isSample }) => isSample)).toBe(true);
    client.send({ type: "setMode", mode: "REPLAY", recordingId: recordings[0]?.recordingId });
    await eventually(() => expect(stateOf(client)).toMatchObject({ state: "playing", isGrowing: false }), 20_000);
    client.send({ type: "replay", action: "seek", value: { percent: 50 } });
    await eventually(() => expect(textsIn(client)?.length).toBeGreaterThan(10), 20_000);
    client.send({ type: "replay", action: "speed", value: 10 });
    await eventually(() => expect(stateOf(client)?.speed).toBe(10), 20_000);
    const from = client.frames.length;
    await client.next("chat", from);
    expect(await client.next("metrics", from)).toBeDefined();
  });
});

import { insightsIn } from "@frontrow/protocol/documents";
import {
  type ClientEvent,
  createFrontrowClient,
  type FrontrowClient,
  FrontrowRequestError,
  type WebSocketConstructor,
} from "@frontrow/sdk/client";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Gateway } from "../src/gateway.ts";
import { chat, like } from "./broadcast.ts";
import { Harness } from "./harness.ts";
import { moment, prompt, question, scores, understood } from "./understood.ts";

describe("the SDK with real gateways", () => {
  let harness: Harness;
  let gateways: Gateway[];
  const clients: FrontrowClient[] = [];

  beforeAll(async () => {
    harness = await Harness.start();
    gateways = [(await harness.gateway()).gateway, (await harness.gateway()).gateway];
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => harness.close());

  /** A client whose links go to one gateway and the other in turn, and can be cut. */
  function makeClient(dialect: "batched" | "plain", seed = 1) {
    const sockets: WebSocket[] = [];
    class Alternating extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        const gateway = gateways[sockets.length % gateways.length] as Gateway;
        const target = new URL(url);
        target.port = String(gateway.port);
        super(target, protocols);
        sockets.push(this);
      }
    }
    const client = createFrontrowClient({
      url: (gateways[0] as Gateway).url,
      dialect,
      WebSocket: Alternating as unknown as WebSocketConstructor,
      random: seededRandom(seed),
    });
    const events: ClientEvent[] = [];
    client.on((event) => events.push(event));
    clients.push(client);
    return { client, events, cut: () => sockets.at(-1)?.terminate(), links: () => sockets.length };
  }

  const eventIds = (events: readonly ClientEvent[]): string[] =>
    events.flatMap((event) => (event.type === "events" ? event.events.map(({ id }) => id) : []));

  for (const dialect of ["batched", "plain"] as const) {
    it(`shows a broadcast in the ${dialect} dialect`, async () => {
      const broadcast = await harness.broadcast();
      await broadcast.append([chat("a1")]);
      await broadcast.fold({ chats: 1 });
      const { client, events } = makeClient(dialect);
      client.watch(`@${broadcast.handle}`);
      client.connect();
      await eventually(() => expect(events.some(({ type }) => type === "insights")).toBe(true));
      await broadcast.append([chat("a2"), like("l1", 5)]);
      await broadcast.fold({ chats: 2 });
      await eventually(() =>
        expect(events.at(-1)).toMatchObject({ type: "insights", insights: [{ type: "metrics", chats: 2 }] }),
      );
      expect(client.state).toEqual({ state: "open" });
      expect(client.desk).toMatchObject({ handle: broadcast.handle, language: "en", mode: "LIVE" });
      expect(client.status).toMatchObject({
        state: "live",
        username: broadcast.handle,
        session: broadcast.sessionId,
        nickname: "Nick",
        title: "Hello",
      });
      const snapshot = events.find((event) => event.type === "snapshot");
      expect(snapshot).toMatchObject({ session: broadcast.sessionId, events: [chat("a1")] });
      expect(events.filter((event) => event.type === "events").flatMap((event) => event.events)).toEqual([
        chat("a2"),
        like("l1", 5),
      ]);
    });

    it(`begins with what is understood, and goes on with what is new of it, in the ${dialect} dialect`, async () => {
      const broadcast = await harness.broadcast();
      await broadcast.fold({ chats: 1 }, understood());
      const { client, events, cut } = makeClient(dialect);
      client.watch(broadcast.handle);
      client.connect();
      const standing = () => events.filter((event) => event.type === "insights" && event.isStanding);
      await eventually(() => expect(standing()).toHaveLength(1));
      expect(events.map(({ type }) => type).slice(-4)).toEqual(["snapshot", "insights", "insights", "insights"]);
      expect(standing()[0]).toMatchObject({ session: broadcast.sessionId, insights: insightsIn(understood()) });
      const from = events.length;
      const news = () =>
        events.slice(from).flatMap((event) => (event.type === "insights" && !event.isStanding ? event.insights : []));
      await broadcast.fold({ chats: 2 }, {}, [question("q9"), scores(60), prompt("p9"), moment("m9")]);
      await eventually(() => expect(news()).toHaveLength(5));
      cut();
      await broadcast.fold({ chats: 3 }, { scores: scores(70) }, [scores(70), prompt("p10")]);
      // After the cut: what was missed, once, and how the boards stand.
      await eventually(() => expect(standing()).toHaveLength(2));
      await eventually(() =>
        expect(news().flatMap((item) => ("id" in item ? [item.id] : []))).toEqual(["q9", "p9", "m9", "p10"]),
      );
      expect(standing()[1]).toMatchObject({ insights: [{ type: "scores", entertainment: 70 }, {}, {}, { type: "room" }] });
    });

    it(`resolves questions and sets the coach for all clients of a desk, in the ${dialect} dialect`, async () => {
      const { handle } = await harness.broadcast();
      const { client, cut } = makeClient(dialect);
      client.connect();
      client.watch(handle);
      await eventually(() => expect(client.status.state).toBe("live"));
      client.answerQuestion("q1");
      client.ignoreQuestion("q2");
      client.setCoach({ usesModel: true });
      await eventually(() =>
        expect(client.desk).toMatchObject({
          answers: { q1: { status: "answered" }, q2: { status: "ignored" } },
          usesModel: true,
        }),
      );
      cut();
      await eventually(() => expect(client.state.state).not.toBe("open"));
      // While the link is away: the last command about each question counts.
      client.reopenQuestion("q1");
      client.answerQuestion("q2");
      client.answerQuestion("q3");
      client.ignoreQuestion("q3");
      await eventually(() =>
        expect(client.desk?.answers).toEqual({
          q2: { status: "answered", atMs: expect.any(Number) },
          q3: { status: "ignored", atMs: expect.any(Number) },
        }),
      );
      expect(client.desk).toMatchObject({ handle, usesModel: true });
    });

    it(`passes on a model's words for a prompt, in the ${dialect} dialect`, async () => {
      const { handle } = await harness.broadcast();
      const { client, events } = makeClient(dialect);
      client.connect();
      client.watch(handle);
      await eventually(() => expect(client.status.state).toBe("live"));
      const words = { promptId: "p1", text: "Dis bonjour à Zoé.", language: "fr" } as const;
      await harness.wordPrompt(client.desk?.deskId ?? "", words);
      await eventually(() => expect(events).toContainEqual({ type: "promptWorded", ...words }));
    });

    it(`gives each event once and in order over cuts, in the ${dialect} dialect`, async () => {
      const broadcast = await harness.broadcast();
      const { client, events, cut, links } = makeClient(dialect, 7);
      client.watch(broadcast.handle);
      client.connect();
      await eventually(() => expect(events.some(({ type }) => type === "snapshot")).toBe(true));
      const random = seededRandom(8);
      const sent: string[] = [];
      for (let entry = 0; entry < 150; entry++) {
        const batch = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, n) => chat(`e${entry}.${n}`));
        sent.push(...batch.map(({ id }) => id));
        await broadcast.append(batch);
        if (entry % 20 === 10) cut();
        if (random() < 0.7) await new Promise((resolve) => setTimeout(resolve, random() * 25));
      }
      await eventually(() => expect(eventIds(events)).toHaveLength(sent.length));
      expect(eventIds(events)).toEqual(sent);
      expect(events.filter(({ type }) => type === "snapshot")).toHaveLength(1);
      expect(links()).toBeGreaterThan(3);
    });
  }

  it("asks what a number is made of, who is there, and what was asked", async () => {
    const broadcast = await harness.broadcast();
    await broadcast.fold({ chats: 3, questions: 2 }, understood());
    const { client } = makeClient("batched");
    await expect(client.viewers()).rejects.toMatchObject({ code: "DESK_NOT_FOUND", advice: expect.stringContaining("Connect") });
    client.connect();
    client.watch(broadcast.handle);
    await eventually(() => expect(client.status.state).toBe("live"));
    const session = broadcast.sessionId;
    expect(await client.explain("chats")).toEqual({ session, explanation: understood().explanations.chats });
    expect((await client.explain("energy")).scores).toMatchObject({ entertainment: 50 });
    expect((await client.viewers()).viewers).toEqual(understood().ranking);
    client.answerQuestion("q2");
    await eventually(() => expect(client.desk?.answers).toBeDefined());
    expect(await client.questions()).toMatchObject({ session, pending: 1, answered: 1, responseRate: 0.5 });
  });

  it("says what is wrong with a request, and what to do", async () => {
    const { client } = makeClient("batched");
    client.connect();
    client.setLanguage("de");
    await eventually(() => expect(client.desk?.language).toBe("de"));
    const wrong = await client.explain("height/of the room").catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(FrontrowRequestError);
    expect(wrong).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("chats"), advice: expect.any(String) });
    await expect(client.viewers()).rejects.toMatchObject({ code: "SESSION_NOT_FOUND", advice: "Watch the creator first." });

    const nowhere = createFrontrowClient({
      url: "ws://127.0.0.1:9",
      deskId: `dsk_${"x".repeat(26)}`,
      resumeToken: "none",
      WebSocket: WebSocket as unknown as WebSocketConstructor,
    });
    await expect(nowhere.questions()).rejects.toMatchObject({ code: "UNAVAILABLE", message: "the server does not answer" });
    const stranger = createFrontrowClient({
      url: (gateways[0] as Gateway).url.replace("http", "ws"),
      deskId: client.desk?.deskId ?? "",
      resumeToken: "guess",
      WebSocket: WebSocket as unknown as WebSocketConstructor,
    });
    await expect(stranger.questions()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("clears the screen when it watches another, or nobody", async () => {
    const first = await harness.broadcast();
    const second = await harness.broadcast();
    const { client, events } = makeClient("batched");
    client.connect();
    client.watch(first.handle);
    await eventually(() => expect(events.some(({ type }) => type === "snapshot")).toBe(true));
    const from = events.length;
    client.watch(second.handle);
    await eventually(() => expect(client.status).toMatchObject({ state: "live", session: second.sessionId }));
    await eventually(() => expect(events.slice(from).some(({ type }) => type === "snapshot")).toBe(true));
    const types = events.slice(from).map(({ type }) => type);
    expect(types.indexOf("cleared")).toBeGreaterThanOrEqual(0);
    expect(types.indexOf("cleared")).toBeLessThan(types.indexOf("snapshot"));
    client.unwatch();
    await eventually(() => expect(client.status).toEqual({ state: "none" }));
    expect(events.filter(({ type }) => type === "cleared")).toHaveLength(2);
    expect(client.desk?.handle).toBeUndefined();
  });

  it("keeps a command that was given while the link was away, and the language", async () => {
    const broadcast = await harness.broadcast();
    const { client, events, cut } = makeClient("batched");
    client.connect();
    await eventually(() => expect(client.state.state).toBe("open"));
    // In the moment in which the link goes: it may be back before anybody looks again.
    const isAway = new Promise<void>((resolve) => {
      client.on((event) => {
        if (event.type === "connection" && event.connection.state !== "open") resolve();
      });
    });
    cut();
    await isAway;
    client.watch(broadcast.handle);
    client.setLanguage("de");
    await eventually(() => expect(client.status).toMatchObject({ state: "live", session: broadcast.sessionId }));
    await eventually(() => expect(client.desk).toMatchObject({ language: "de", handle: broadcast.handle }));
    expect(events.filter(({ type }) => type === "snapshot")).toHaveLength(1);
  });

  it("says that a name is none, and goes on with what it watched", async () => {
    const broadcast = await harness.broadcast();
    const { client, events } = makeClient("plain");
    client.connect();
    client.watch(broadcast.handle);
    await eventually(() => expect(client.status.state).toBe("live"));
    client.watch("???");
    await eventually(() =>
      expect(events.find(({ type }) => type === "error")).toMatchObject({ type: "error", code: "BAD_USERNAME" }),
    );
    expect(client.status.state).toBe("live");
  });

  it("comes back to its desk from what was stored, and takes a new one when that is gone", async () => {
    const broadcast = await harness.broadcast();
    let stored: { deskId: string; resumeToken: string } | undefined;
    const storage = {
      load: () => stored,
      save: (credentials: typeof stored) => {
        stored = credentials;
      },
    };
    const make = () => {
      const client = createFrontrowClient({
        url: (gateways[0] as Gateway).url,
        WebSocket: WebSocket as unknown as WebSocketConstructor,
        storage,
      });
      clients.push(client);
      client.connect();
      return client;
    };
    const first = make();
    first.watch(broadcast.handle);
    await eventually(() => expect(first.status.state).toBe("live"));
    first.close();
    const second = make();
    await eventually(() => expect(second.status).toMatchObject({ state: "live", username: broadcast.handle }));
    expect(second.desk?.deskId).toBe(stored?.deskId);

    const { deskId, resumeToken } = stored ?? { deskId: "", resumeToken: "" };
    const url = `${(gateways[1] as Gateway).url}/api/v1/desks/${deskId}`;
    expect((await fetch(url, { method: "DELETE", headers: { authorization: `Bearer ${resumeToken}` } })).status).toBe(204);
    await eventually(() => expect(second.desk?.deskId).not.toBe(deskId));
    expect(stored?.deskId).toBe(second.desk?.deskId);
    expect(second.status).toEqual({ state: "none" });
    second.watch(broadcast.handle);
    await eventually(() => expect(second.status).toMatchObject({ state: "live", username: broadcast.handle }));
  });

  it("is closed for good when the desk that it was told to join is not there", async () => {
    const client = createFrontrowClient({
      url: (gateways[0] as Gateway).url,
      WebSocket: WebSocket as unknown as WebSocketConstructor,
      deskId: `dsk_${"x".repeat(26)}`,
      resumeToken: "none",
    });
    clients.push(client);
    client.connect();
    await eventually(() => expect(client.state).toEqual({ state: "closed", code: 4004 }));
  });
});

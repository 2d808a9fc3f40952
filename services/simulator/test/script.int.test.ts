import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Script } from "../src/scenarios/script.ts";
import type { ScriptOptionsInput } from "../src/scenarios/script-options.ts";
import { totalsOf, unexcused } from "../src/scenarios/truth.ts";
import type { Simulator } from "../src/simulator.ts";
import { type Client, connect, createClient, startSimulator, type Wire } from "./client.ts";

let simulator: Simulator;
const clients: Client[] = [];

beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});
afterAll(() => simulator.stop(AbortSignal.timeout(1000)));

const EVENTS = ["chat", "gift", "like", "member", "roomUser", "follow", "share", "subNotify", "questionNew", "emote"];

const idsOf = (client: Client): string[] =>
  client.events.filter(({ name }) => EVENTS.includes(name)).map(({ data }) => (data as Wire).common.msgId);

const attach = async (name: string): Promise<Client> => {
  const client = await connect(simulator, name);
  clients.push(client);
  return client;
};

async function play(name: string, options: ScriptOptionsInput): Promise<{ script: Script; client: Client }> {
  const script = simulator.script(name, options);
  const client = await attach(name);
  await script.finished;
  return { script, client };
}

describe("a script", () => {
  it("says nothing before somebody listens, then everything, once", async () => {
    const script = simulator.script("exact", { events: 3000, seed: "1" });
    const play = vi.spyOn(script, "play");
    await eventually(() => expect(play.mock.calls.length).toBeGreaterThan(2));
    expect(script.state).toBe("waiting");
    expect(script.messages).toHaveLength(0);
    const client = await attach("exact");
    await script.finished;
    await eventually(() => expect(idsOf(client).toSorted()).toEqual(script.messages.map(({ msgId }) => msgId).toSorted()));
    expect(script.totals()).toMatchObject({ messages: 3000 });
  });

  it("has totals that counting by hand gives too", async () => {
    const { script, client } = await play("totals", { events: 2000, seed: "2" });
    await eventually(() => expect(idsOf(client)).toHaveLength(2000));
    const ended = client.of("gift").filter((gift) => gift.repeatEnd === 1);
    const people = (messages: readonly { user?: { id: string } | undefined }[]) =>
      new Set(messages.map(({ user }) => user?.id)).size;
    expect(script.totals()).toMatchObject({
      chats: client.of("chat").length + client.of("emote").length,
      joins: client.of("member").length,
      follows: people(client.of("follow")),
      shares: client.of("share").length,
      subscribes: people(client.of("subNotify")),
      questions: client.of("questionNew").length,
      gifts: ended.reduce((sum, gift) => sum + gift.repeatCount, 0),
      diamonds: ended.reduce((sum, gift) => sum + gift.repeatCount * gift.gift.diamondCount, 0),
      likes: Math.max(...client.of("like").map((like) => Number(like.total))),
      likesObserved: client.of("like").reduce((sum, like) => sum + like.count, 0),
    });
  });

  it("repeats and swaps frames without changing what is true", async () => {
    const { script, client } = await play("messy", {
      events: 3000,
      gzip: "never",
      duplicateFrames: 0.3,
      swappedFrames: 0.3,
      messagesPerFrame: 7,
    });
    await eventually(() => expect(new Set(idsOf(client)).size).toBe(3000));
    await eventually(() => expect(idsOf(client).length).toBeGreaterThan(3300));
    const inTruth = script.messages.map(({ msgId }) => msgId);
    const firstSeen = [...new Set(idsOf(client))];
    expect(firstSeen).not.toEqual(inTruth);
    expect(firstSeen.toSorted()).toEqual(inTruth.toSorted());
  });

  it("keeps the rate that was asked for", async () => {
    const startedMs = performance.now();
    await play("paced", { events: 200, eventsPerSecond: 200 });
    expect(performance.now() - startedMs).toBeGreaterThan(900);
  });

  it("ends the broadcast when asked to", async () => {
    const { client } = await play("ends", { events: 10, endsBroadcast: true });
    await client.next("streamEnd");
    expect(simulator.creator("ends").state).toBe("offline");
  });
});

describe("a script with a drop", () => {
  /** Connects again whenever the line is cut, as a client of ours would. Gives the times away. */
  async function playWithReconnects(name: string, options: ScriptOptionsInput) {
    const script = simulator.script(name, options);
    const gaps: { fromMs: number; toMs: number }[] = [];
    const arrived = new Set<string>();
    for (let connections = 0; connections <= (options.drops?.length ?? 0); connections += 1) {
      const client = createClient(simulator, name);
      clients.push(client);
      await client.connection.connect();
      const gap = gaps.at(-1);
      if (gap) gap.toMs = Date.now();
      let lastMs = Date.now();
      client.connection.on("websocketData", () => {
        lastMs = Date.now();
      });
      await Promise.race([script.finished, client.next("disconnected")]);
      const drop = options.drops?.[connections];
      await eventually(() => {
        // All that was sent until the line was cut has arrived, from the first message that did.
        const sent = script.messages.slice(0, drop?.afterEvents).map(({ msgId }) => msgId);
        const seen = new Set(idsOf(client));
        expect(sent.slice(sent.findIndex((id) => seen.has(id))).filter((id) => !seen.has(id))).toEqual([]);
        // What is missed was said before anybody is back.
        expect(script.messages.length).toBeGreaterThanOrEqual(drop ? drop.afterEvents + (drop.missed ?? 0) : 0);
      });
      for (const id of idsOf(client)) arrived.add(id);
      gaps.push({ fromMs: lastMs, toMs: Number.POSITIVE_INFINITY });
    }
    gaps.pop();
    return { script, gaps, arrived };
  }

  it("loses nothing when history covers what was missed", async () => {
    const { script, arrived } = await playWithReconnects("covered", { events: 500, drops: [{ afterEvents: 200, missed: 15 }] });
    expect(script.messages.filter(({ msgId }) => !arrived.has(msgId))).toEqual([]);
  });

  it("loses what history does not cover, all of it within the time away", async () => {
    const { script, gaps, arrived } = await playWithReconnects("uncovered", {
      events: 500,
      drops: [
        { afterEvents: 150, missed: 60 },
        { afterEvents: 400, missed: 30 },
      ],
    });
    const lost = script.messages.filter(({ msgId }) => !arrived.has(msgId));
    expect(lost).toHaveLength(60 - 20 + 30 - 20);
    expect(unexcused(script.messages, arrived, gaps)).toEqual([]);
    expect(unexcused(script.messages, arrived, [])).toHaveLength(50);
    expect(totalsOf(script.messages.filter(({ msgId }) => arrived.has(msgId))).messages).toBe(450);
  });
});

import type { LiveEvent } from "@frontrow/protocol/event";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../src/gateway.ts";
import { chat, like } from "./broadcast.ts";
import type { TestClient } from "./client.ts";
import { Harness } from "./harness.ts";
import { prompt, scores } from "./understood.ts";

const limits = { FOLD_BYTES: 65_536, LAG_BYTES: 131_072, CLOSE_BYTES: 1_048_576 };
/** As long as a chat may be, so that the kernel's buffers fill soon. */
const long = "x".repeat(4_000);

describe("a socket that does not read", () => {
  let harness: Harness;
  let gateway: Gateway;
  let registry: MetricsRegistry;
  let other: Gateway;

  beforeAll(async () => {
    harness = await Harness.start();
    ({ gateway, registry } = await harness.gateway(limits));
    ({ gateway: other } = await harness.gateway());
  });
  afterAll(() => harness.close());

  async function watching(handle: string, batched: boolean) {
    const client = harness.client(gateway, { batched });
    const { data } = await client.next("sessionCreated");
    client.send({ type: "changeUsername", username: handle });
    await client.next("history");
    return { client, desk: { sessionId: String(data?.["sessionId"]), resumeToken: String(data?.["resumeToken"]) } };
  }

  const chatIds = (client: TestClient): string[] => client.eventIds().filter((id) => id.startsWith("c"));

  const promptIds = (client: TestClient): unknown[] =>
    client.frames.flatMap(({ type, data, items = [] }) =>
      [...items, ...(data ? [{ type, ...data }] : [])].filter((item) => item["type"] === "automatedPrompt").map(({ id }) => id),
    );

  for (const batched of [true, false]) {
    const dialect = batched ? "batched" : "plain";

    it(`is coalesced, told, closed, and gets all it has missed when it resumes (${dialect})`, { timeout: 60_000 }, async () => {
      const broadcast = await harness.broadcast();
      const { client, desk } = await watching(broadcast.handle, batched);
      client.webSocket.pause();
      const sent: string[] = [];
      let likes = 0;
      for (let entry = 0; gateway.sockets > 0 && entry < 160; entry++) {
        const events: LiveEvent[] = [];
        for (let n = 0; n < 20; n++) {
          events.push(chat(`c${entry}.${n}`, long), like(`l${entry}.${n}`, ++likes));
          sent.push(`c${entry}.${n}`);
        }
        await broadcast.append(events);
        await broadcast.fold({ chats: sent.length, likes });
        if (entry > 100) await new Promise((resolve) => setTimeout(resolve, 10));
      }
      // It cannot even take the code: the gateway has cut it.
      await eventually(() => expect(gateway.sockets).toBe(0));
      client.webSocket.resume();
      await client.closed();
      const text = await registry.metrics();
      expect(text).toMatch(/frontrow_gateway_omitted_items_total\{lane="likes"\} [1-9]/);
      expect(text).toMatch(/frontrow_gateway_omitted_items_total\{lane="metrics"\} [1-9]/);
      expect(text).toMatch(/frontrow_gateway_disconnects_total\{code="4008"\} [1-9]/);

      const last = client.frames.findLast(({ log, pos }) => log ?? pos);
      const pos = last?.pos ?? `!${[last?.log, last?.epoch, last?.id, last?.stamp, ""].join("~")}`;
      const back = harness.client(other, { batched });
      back.send({ type: "resume", ...desk, pos });
      expect((await back.next("resumed")).data).toMatchObject({ recovered: true });
      await eventually(() => expect(chatIds(client).length + chatIds(back).length).toBe(sent.length), 30_000);
      expect([...chatIds(client), ...chatIds(back)]).toEqual(sent);
      await eventually(() => expect(back.frames.findLast(({ type }) => type === "metrics")?.data).toMatchObject({ likes }));
      back.cut();
    });

    it(`loses no chat and has exact totals when it begins to read again in time (${dialect})`, { timeout: 60_000 }, async () => {
      const broadcast = await harness.broadcast();
      const { client } = await watching(broadcast.handle, batched);
      client.webSocket.pause();
      const sent: string[] = [];
      const prompts: string[] = [];
      // Fill what the kernel takes, then stay between the limits.
      const held = () => gateway.waitingBytes;
      let likes = 0;
      for (let entry = 0; held() < limits.LAG_BYTES * 2 && entry < 400; entry++) {
        const events: LiveEvent[] = Array.from({ length: 10 }, (_, n) => chat(`c${entry}.${n}`, long));
        sent.push(...events.map(({ id }) => id));
        await broadcast.append([...events, like(`l${entry}`, ++likes)]);
        const now = scores(entry % 100);
        await broadcast.fold({ chats: sent.length, likes }, { scores: now }, [now, prompt(`p${entry}`)]);
        prompts.push(`p${entry}`);
      }
      client.webSocket.resume();
      await eventually(() => expect(client.types()).toContain("lagging"));
      await eventually(() =>
        expect(client.frames.findLast(({ type }) => type === "lagging")?.data).toMatchObject({ behind: false }),
      );
      await eventually(() => expect(chatIds(client)).toEqual(sent));
      await eventually(() => expect(client.frames.findLast(({ type }) => type === "metrics")?.data).toMatchObject({ likes }));
      // Boards are left out and come whole; what is said once is never left out.
      const latest = scores((prompts.length - 1) % 100);
      await eventually(() => expect(client.frames.findLast(({ type }) => type === "insights")?.data?.items).toEqual([latest]));
      expect(promptIds(client)).toEqual(prompts);
      await broadcast.append([like("after", likes + 1)]);
      await eventually(() => expect(client.eventIds().at(-1)).toBe("after"));
      client.cut();
    });
  }
});

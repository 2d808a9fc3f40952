import { keys } from "@frontrow/redis/keys";
import { startTestCluster, type TestCluster } from "@frontrow/testkit/cluster";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chat } from "./broadcast.ts";
import { Harness } from "./harness.ts";

describe("gateways on a cluster", { timeout: 90_000 }, () => {
  let cluster: TestCluster;
  let harness: Harness<TestCluster>;

  beforeAll(async () => {
    cluster = await startTestCluster();
    harness = new Harness(cluster);
  });
  afterAll(() => harness.close());

  it("work as on one server: watch, change, resume elsewhere", async () => {
    const one = (await harness.gateway()).gateway;
    const other = (await harness.gateway()).gateway;
    const broadcasts = [await harness.broadcast(), await harness.broadcast(), await harness.broadcast()];
    for (const broadcast of broadcasts) {
      const client = harness.client(one);
      const { data } = await client.next("sessionCreated");
      client.send({ type: "changeUsername", username: broadcast.handle });
      client.send({ type: "setLanguage", language: "fr" });
      await client.next("languageSet");
      client.send({ type: "answerQuestion", questionId: "q1" });
      await client.next("questionAnswered");
      await client.next("history");
      await broadcast.append([chat("a"), chat("b")]);
      await eventually(() => expect(client.eventIds()).toEqual(["a", "b"]));
      const pos = client.frames.find(({ data }) => data?.["id"] === "a")?.pos;
      client.cut();
      const back = harness.client(other);
      back.send({ type: "resume", sessionId: data?.["sessionId"], resumeToken: data?.["resumeToken"], pos });
      expect((await back.next("resumed")).data).toMatchObject({
        recovered: true,
        desk: { language: "fr", answers: { q1: { status: "answered" } } },
      });
      await broadcast.append([chat("c")]);
      await eventually(() => expect(back.eventIds()).toEqual(["b", "c"]));
    }
  });

  it("show a snapshot when a fail-over has lost what sockets had seen", async () => {
    const { gateway } = await harness.gateway();
    const broadcast = await harness.broadcast();
    const client = harness.client(gateway, { batched: true });
    client.send({ type: "changeUsername", username: broadcast.handle });
    await client.next("history");
    await broadcast.append([chat("kept")]);
    const primary = await cluster.primaryOf(keys.log(broadcast.sessionId));
    await eventually(async () =>
      expect(await (await cluster.replicaOf(primary)).admin.info("replication")).toContain("master_link_status:up"),
    );
    await primary.admin.wait(1, 5_000);
    await cluster.cutReplication(primary);
    await broadcast.append([chat("lost")]);
    await eventually(() => expect(client.eventIds()).toEqual(["kept", "lost"]));
    const from = client.frames.length;
    await cluster.failOver(primary);
    await broadcast.append([chat("again")]);
    const { data } = await client.next("history", from);
    const shown = () => [
      ...(data?.items ?? []).map((item) => item["id"]),
      ...client.frames
        .slice(from)
        .flatMap(({ kind, items }) => (kind === "events" ? (items ?? []).map((item) => item["id"]) : [])),
    ];
    await eventually(() => expect(shown()).toEqual(["kept", "again"]), 20_000);
  });
});

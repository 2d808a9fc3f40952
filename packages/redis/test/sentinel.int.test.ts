import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { startFaultProxy } from "@frontrow/testkit/faults";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestSentinel } from "@frontrow/testkit/sentinel";
import { expect, it } from "vitest";
import { createRedis } from "../src/client/client.ts";
import { retryUntilAnswered } from "../src/client/retry.ts";
import { parseRedisUrl, type RedisEndpoint } from "../src/client/url.ts";
import { appendAll, dataOf, openKit, openSession, record } from "./fixture.ts";

it("goes on with the primary that the sentinels name", async () => {
  const sentinel = await startTestSentinel();
  const kit = await openKit(sentinel.url);
  const { log, writer } = await openSession(kit);
  const { seen, follow } = record(kit.reader, startOf(log));
  await appendAll(kit.store, log, writer, 1, 3);
  await eventually(() => expect(seen).toEqual(dataOf(1, 3)));
  await kit.redis.client.wait(1, 1000);

  await sentinel.failOver();
  await appendAll(kit.store, log, writer, 4, 6);
  await eventually(() => expect(seen).toEqual(dataOf(1, 6)));
  follow.close();
  await kit.stop();
  await sentinel.stop();
});

it("goes on when it hears of the fail-over while it asks the sentinels for the primary", async () => {
  const sentinel = await startTestSentinel();
  const { sentinels, master } = parseRedisUrl(sentinel.url) as Extract<RedisEndpoint, { kind: "sentinel" }>;
  const proxies = await Promise.all(sentinels.map(({ port }) => startFaultProxy(port)));
  const hosts = proxies.map(({ port }) => `127.0.0.1:${port}`);
  const redis = createRedis(`redis+sentinel://${hosts.join(",")}/${master}`, quietLogger);
  await redis.start();
  let ends = 0;
  redis.client.on("end", () => {
    ends += 1;
  });
  await eventually(() => expect(proxies.map((proxy) => proxy.connections())).toEqual([1, 1, 1]));
  // From the kill on, sentinels this slow are being asked at nearly any moment, that of the news among them.
  for (const proxy of proxies) proxy.delay(400);

  await sentinel.failOver();
  const answer = await retryUntilAnswered(redis.client, () => redis.client.set("after", "fail-over"));
  expect({ answer, ends }).toEqual({ answer: "OK", ends: 0 });
  await redis.stop();
  for (const proxy of proxies) await proxy.stop();
  await sentinel.stop();
});

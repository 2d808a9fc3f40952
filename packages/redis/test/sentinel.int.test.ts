import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { startTestSentinel } from "@frontrow/testkit/sentinel";
import { expect, it } from "vitest";
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

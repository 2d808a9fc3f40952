import { startOf } from "@frontrow/protocol/entry";
import { eventually } from "@frontrow/testkit/eventually";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Kit, numbered, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

it("delivers what a log holds, and then what is appended, once and in order", async () => {
  const { log, writer } = await openSession(kit);
  for (let n = 1; n <= 3; n += 1) await kit.store.append(numbered(log, writer, n));
  const seen: string[] = [];
  const follow = kit.reader.follow(startOf(log), {
    onEntry: ({ data }) => seen.push(data),
    onResync: (reason) => seen.push(reason),
  });
  await follow.caughtUp;
  expect(seen).toEqual(["[1]", "[2]", "[3]"]);
  for (let n = 4; n <= 6; n += 1) await kit.store.append(numbered(log, writer, n));
  await eventually(() => expect(seen).toEqual(["[1]", "[2]", "[3]", "[4]", "[5]", "[6]"]));
  expect(follow.position).toEqual(await kit.store.tail(log));
  follow.close();
});

import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Stack, startStack } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

let stack: Stack;
const viewers: Viewer[] = [];

beforeAll(async () => {
  stack = await startStack({
    env: { DEMOS_PER_GUEST: "2", DEMOS_PER_NETWORK: "4", NEW_CREATORS_PER_NETWORK_MINUTE: "1000", SIMULATOR_IDLE_MS: "1000" },
  });
});
afterEach(() => {
  for (const viewer of viewers.splice(0)) viewer.close();
});
afterAll(() => stack?.stop());

function open(name: string): Viewer {
  const viewer = openViewer({ username: `demo:${name}`, urls: stack.urls });
  viewers.push(viewer);
  return viewer;
}

const isLive = ({ told }: Viewer) => told.some((event) => event.type === "snapshot");
const refusals = ({ told }: Viewer) => told.filter((event) => event.type === "error");
/** Broadcasts that the simulator has. */
const running = async (): Promise<string[]> => {
  const response = await fetch(`${stack.simulator.url}/control/creators`);
  return ((await response.json()) as { name: string }[]).map(({ name }) => name);
};
const lifetimes = async (pattern: string): Promise<number[]> => {
  // Which desks hold a recording is known for as long as one does.
  const found = (await stack.redis.client.keys(pattern)).filter((key) => !/^fr:\{ses_[a-z0-9]+-\d+\}:desks$/.test(key));
  return Promise.all(found.map((key) => stack.redis.client.ttl(key)));
};

it("many names of simulated broadcasts run as few at a time, and end with their last watcher", { timeout: 180_000 }, async () => {
  const asked = Array.from({ length: 12 }, (_, n) => open(`many${n}`));
  await eventually(() => {
    for (const viewer of asked) expect(isLive(viewer) || refusals(viewer).length > 0).toBe(true);
  }, 60_000);
  const refused = asked.filter((viewer) => refusals(viewer).length > 0);
  expect(refused).toHaveLength(8);
  for (const viewer of refused) {
    expect(refusals(viewer)[0]).toMatchObject({
      code: "RATE_LIMITED",
      message: expect.stringMatching(/^[A-Z].*demo broadcasts.*\.$/),
      retryAtMs: expect.any(Number),
    });
  }
  const names = await running();
  expect(names).toHaveLength(4);
  // Who watches one that runs begins none.
  const guest = open(names[0] as string);
  await eventually(() => expect(isLive(guest)).toBe(true), 30_000);

  for (const viewer of viewers.splice(0)) viewer.close();
  await eventually(async () => expect(await running()).toEqual([]), 60_000);
  expect(await stack.redis.client.keys("fr:{cr_*:watchers")).toEqual([]);
  for (const pattern of ["fr:{ses_*", "fr:{cr_*"]) {
    await eventually(async () => {
      const left = await lifetimes(pattern);
      expect(left.length).toBeGreaterThan(0);
      for (const seconds of left) expect(seconds > 0 && seconds <= 300).toBe(true);
    }, 30_000);
  }
  const again = await eventually(async () => {
    const viewer = open("afterwards");
    await eventually(() => expect(isLive(viewer) || refusals(viewer).length > 0).toBe(true), 20_000);
    if (!isLive(viewer)) {
      viewer.close();
      throw new Error("still refused");
    }
    return viewer;
  }, 60_000);
  expect(refusals(again)).toEqual([]);
});

it("a guest who goes from one to the next begins the third when the first has ended", { timeout: 120_000 }, async () => {
  const guest = open("one");
  await eventually(() => expect(isLive(guest)).toBe(true), 30_000);
  guest.client.watch("demo:two");
  await eventually(() => expect(guest.client.status.username).toBe("demo:two"));
  // At once: the place of the first is free some seconds after it ended.
  guest.client.watch("demo:three");
  await eventually(() => expect(refusals(guest)).toHaveLength(1));
  expect(refusals(guest)[0]).toMatchObject({ code: "RATE_LIMITED", message: expect.stringContaining("You began 2 demo") });
  // The other one goes on meanwhile.
  await eventually(() => expect(guest.snapshots).toBe(2), 30_000);
  const seen = guest.events.length;
  await eventually(() => expect(guest.events.length).toBeGreaterThan(seen), 30_000);
  await eventually(async () => {
    guest.client.watch("demo:three");
    await eventually(() => expect(guest.snapshots).toBe(3), 4_000);
  }, 60_000);
});

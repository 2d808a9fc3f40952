import type { SessionId } from "@frontrow/protocol/ids";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import type { ScriptOptionsInput } from "@frontrow/simulator/scenarios/script-options";
import { eventually } from "@frontrow/testkit/eventually";
import { afterEach, describe, expect, it } from "vitest";
import { type Stack, startStack, unfolded } from "../lib/stack.ts";
import { compare, gapsOf, metricsOf, repeated } from "../lib/totals.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

let stack: Stack;
const viewers: Viewer[] = [];

afterEach(async () => {
  for (const viewer of viewers.splice(0)) viewer.close();
  await stack.stop();
});

const storm: ScriptOptionsInput = {
  seed: "storm",
  events: 20_000,
  eventsPerSecond: 1500,
  messagesPerFrame: 7,
  gzip: "mixed",
  duplicateFrames: 0.05,
  swappedFrames: 0.03,
  unfinishedStreaks: 0.2,
};
const drops = [
  { afterEvents: 4_000, missed: 150 },
  { afterEvents: 9_000, missed: 300 },
  { afterEvents: 15_000, missed: 40 },
];
/** The clocks of the script and of the session are read some milliseconds apart. */
const SLACK_MS = 250;

describe("20,000 events with duplicates, drops, several messages a frame and unfinished streaks", () => {
  it("are counted to the last one where TikTok's history covers the outages", async () => {
    const { script, viewer, stored } = await play({ ...storm, drops }, 800);
    const truth = metricsOf(script.messages);
    const { unexcused } = compare(script.messages, viewer.events, 0);
    expect(unexcused).toEqual([]);
    expect(gapsOf(viewer.events)).toEqual([]);
    expect(repeated(viewer.events)).toEqual([]);
    await eventually(async () => expect(await stored()).toMatchObject(truth), 30_000);
    await eventually(() => expect(viewer.metrics).toMatchObject(truth));
    expect(viewer.snapshots).toBe(1);
  });

  it("are counted to the last one but for what the declared gaps cover where it does not", async () => {
    const { script, viewer, stored } = await play({ ...storm, seed: "short memory", drops }, 20);
    const { arrived, unexcused } = compare(script.messages, viewer.events, SLACK_MS);
    expect(unexcused).toEqual([]);
    // A reconnect that was quicker than the script's silence missed nothing; what was missed has a gap.
    expect(arrived.length).toBeLessThan(script.messages.length);
    expect(gapsOf(viewer.events).length).toBeGreaterThan(0);
    expect(repeated(viewer.events)).toEqual([]);
    const truth = metricsOf(arrived);
    await eventually(async () => expect(await stored()).toMatchObject(truth), 30_000);
    await eventually(() => expect(viewer.metrics).toMatchObject(truth));
  });
});

async function play(options: ScriptOptionsInput, historyMessages: number) {
  stack = await startStack({ env: unfolded });
  stack.simulator.creator("storm").change({ historyMessages });
  const script = stack.simulator.script("storm", options);
  const viewer = openViewer({ username: "demo:storm", urls: stack.urls });
  const plain = openViewer({ username: "demo:storm", urls: stack.urls, dialect: "plain" });
  viewers.push(viewer, plain);
  await script.finished;
  // The last message has been seen by both dialects, so all before it have.
  const last = script.messages.at(-1)?.msgId;
  for (const one of viewers)
    await eventually(() => expect(one.events.at(-1)?.id === last || one.events.some(({ id }) => id === last)).toBe(true), 30_000);
  expect(plain.events.map(({ id }) => id)).toEqual(viewer.events.map(({ id }) => id));
  const metrics = createMetricsStore(stack.redis.client);
  const stored = async () => (await metrics.read(viewer.client.status.session as SessionId))?.metrics;
  return { script, viewer, stored };
}

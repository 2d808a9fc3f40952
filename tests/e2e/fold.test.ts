import { documentRules } from "@frontrow/audience/documents";
import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { restoreKeyframe, takeKeyframe } from "@frontrow/audience/keyframe";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, type FoldState } from "@frontrow/audience/state";
import { SeenWindow } from "@frontrow/ingest/seen-window";
import { startOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import { isAfter } from "@frontrow/protocol/stream-id";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack, unfolded, untrimmed } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

/** Everything that can be known of a session at one moment. */
const knownOf = (state: FoldState, insights: readonly Insight[]) => ({
  metrics: metricsOf(state),
  documents: Object.fromEntries(Object.entries(documentRules).map(([name, rule]) => [name, rule.of(state)])),
  insights,
});

function foldInParts(items: readonly FoldItem[], sizeOf: () => number) {
  const state = createFold();
  const insights: Insight[] = [];
  for (let at = 0; at < items.length; ) {
    const size = sizeOf();
    foldItems(state, items.slice(at, at + size), insights);
    at += size;
  }
  return knownOf(state, insights);
}

/** Whole numbers from 0 to below a limit, seeded so that a failure can be run again. */
function randomBelow(seed: number): (limit: number) => number {
  const random = seededRandom(seed);
  return (limit) => Math.floor(random() * limit);
}

describe("the log of a broadcast of 20,000 events", () => {
  let stack: Stack;
  let viewer: Viewer;
  let items: FoldItem[];
  let whole: ReturnType<typeof knownOf>;

  beforeAll(async () => {
    stack = await startStack({ env: { ...unfolded, ...untrimmed } });
    const script = stack.simulator.script("folded", {
      seed: "folded",
      events: 20_000,
      eventsPerSecond: 1500,
      messagesPerFrame: 7,
      duplicateFrames: 0.05,
      swappedFrames: 0.03,
      unfinishedStreaks: 0.2,
    });
    viewer = openViewer({ username: "demo:folded", urls: stack.urls });
    await script.finished;
    const last = script.messages.at(-1)?.msgId;
    await eventually(() => expect(viewer.events.some(({ id }) => id === last)).toBe(true), 30_000);
    items = await itemsOf(viewer.client.status.session as SessionId);
    whole = foldInParts(items, () => items.length);
  });

  afterAll(async () => {
    viewer?.close();
    await stack?.stop();
  });

  /** What the log has, or what it has up to an entry. */
  async function itemsOf(session: SessionId, upToId?: string): Promise<FoldItem[]> {
    const log = createLogStore(stack.redis.client);
    const read: FoldItem[] = [];
    for (let position = startOf(session), more = true; more; ) {
      const page = await log.readAfter(position);
      if (page.outcome !== "ok") throw new Error(`log ${page.outcome}`);
      for (const entry of page.entries) {
        if (upToId !== undefined && isAfter(entry.id, upToId)) return read;
        if (entry.kind !== "insights") read.push(...(JSON.parse(entry.data) as FoldItem[]));
        position = entry;
      }
      more = page.more;
    }
    return read;
  }

  it("is what the worker folded it to", async () => {
    expect(items.length).toBeGreaterThanOrEqual(20_000);
    const session = viewer.client.status.session as SessionId;
    const stored = await eventually(async () => {
      const read = await createMetricsStore(stack.redis.client).read(session);
      expect(read?.metrics.atMs).toBeGreaterThanOrEqual(whole.metrics.atMs);
      return read;
    }, 30_000);
    // Of the entry at which it is written: streaks that nobody ended are counted while this is read.
    const upToId = stored?.position?.id ?? "";
    const { metrics } = foldInParts(await itemsOf(session, upToId), () => Number.POSITIVE_INFINITY);
    expect(stored?.metrics).toEqual(metrics);
    expect(metrics.atMs).toBeGreaterThan(metrics.sinceMs);
  });

  it("gives the same metrics, documents and insights in random batches", () => {
    for (const seed of [1, 2, 3]) {
      const random = randomBelow(seed);
      expect(foldInParts(items, () => 1 + random(300))).toEqual(whole);
    }
  });

  it("gives the same when messages come again and again", () => {
    const random = randomBelow(4);
    const repeated = items.flatMap((item, at) =>
      random(5) === 0 ? [item, items[Math.max(0, at - random(500))] as FoldItem] : [item],
    );
    expect(repeated.length).toBeGreaterThan(items.length);
    const seen = new SeenWindow();
    const isEvent = (item: FoldItem): item is LiveEvent => "id" in item;
    let latest = 0;
    // As ingest does: a message that was seen is dropped, whatever else of it may differ, and facts are said once.
    const once = repeated.filter((item) => {
      if (isEvent(item)) return seen.add(item.id);
      const isNew = items.indexOf(item) >= latest;
      latest = isNew ? items.indexOf(item) + 1 : latest;
      return isNew;
    });
    expect(foldInParts(once, () => once.length)).toEqual(whole);
  });

  it("gives the same when it is interrupted by a checkpoint and restored at any point", () => {
    const random = randomBelow(5);
    for (let round = 0; round < 25; round++) {
      const cut = random(items.length);
      const before = createFold();
      const insights: Insight[] = [];
      foldItems(before, items.slice(0, cut), insights);
      const restored = restoreKeyframe(takeKeyframe(before));
      if (!restored) throw new Error(`not restored at ${cut}`);
      foldItems(restored, items.slice(cut), insights);
      expect(knownOf(restored, insights), `cut at ${cut}`).toEqual(whole);
    }
  });
});

import type { FoldItem } from "@frontrow/audience/fold";
import { takeKeyframe } from "@frontrow/audience/keyframe";
import { createFold, type FoldState } from "@frontrow/audience/state";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { EventOf } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Keyframe } from "@frontrow/redis/keyframes";
import type { Writer } from "@frontrow/redis/log";
import type { Checkpoint, CheckpointOutcome } from "@frontrow/redis/metrics-store";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { createFoldMetrics } from "./fold-metrics.ts";
import { Folding, type FoldingDeps } from "./folding.ts";

const session = "ses_1" as SessionId;
const START_MS = 1_700_000_000_000;
const entryOf = (id: string, items: object[], kind = "events") =>
  ({ log: session, epoch: 1, id, kind, data: JSON.stringify(items) }) as LogEntry;
const opened: FoldItem = { type: "sourceOpened", atMs: START_MS, roomId: "1" };
const tick = (afterMs: number): FoldItem => ({ type: "tick", atMs: START_MS + afterMs });
const follow = (id: string, afterMs: number): EventOf<"follow"> => {
  const atMs = START_MS + afterMs;
  return { type: "follow", id, atMs, sentAtMs: atMs, user: userNamed(id) };
};
/** The first chat of a viewer is a conclusion of the fold. */
const firstChat = (id: string, afterMs: number): object => ({
  ...follow(id, afterMs),
  type: "chat",
  text: "hello",
  ...{ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 },
});

interface Options {
  readonly gapFromMs?: number;
  readonly state?: FoldState;
  /** What the metrics hash was folded to. */
  readonly writtenId?: string;
  readonly keyframeEvents?: number;
  readonly keyframeMs?: number;
  readonly keepEntries?: number;
}

/** A fold whose stores note down what is written, and answer as they are told. */
function setUp({ gapFromMs, state = createFold(), writtenId = "0-0", ...more }: Options = {}) {
  const checkpoints: Checkpoint[] = [];
  const keyframes: Keyframe[] = [];
  const trims: string[] = [];
  const answers: { checkpoint: CheckpointOutcome; keyframe: "applied" | "fenced" } = {
    checkpoint: { outcome: "applied" },
    keyframe: "applied",
  };
  const registry = createMetricsRegistry();
  const warnings: unknown[] = [];
  const deps = {
    metrics: {
      async checkpoint(checkpoint: Checkpoint) {
        checkpoints.push(checkpoint);
        return answers.checkpoint;
      },
    },
    keyframes: {
      async write(keyframe: Keyframe) {
        keyframes.push(keyframe);
        return answers.keyframe;
      },
    },
    log: { trim: async (_: SessionId, before: string) => void trims.push(before) },
    observe: createFoldMetrics(registry, () => 0),
    logger: { warn: (fields: object) => void warnings.push(fields) },
    settings: {
      keyframeEvents: more.keyframeEvents ?? 40,
      keyframeMs: more.keyframeMs ?? 300_000,
      retention: { keepEntries: more.keepEntries ?? 20, keepMs: 0 },
    },
    nowMs: () => START_MS,
  } as unknown as FoldingDeps;
  const position = { log: session, epoch: 1, id: "5-0", stamp: "s" };
  const written = { metrics: {}, documents: {}, positionId: writtenId };
  const folding = new Folding(session, {} as Writer, 0, { state, position, written, gapFromMs }, deps);
  const insightsOf = (checkpoint: Checkpoint | undefined) =>
    (JSON.parse(checkpoint?.insights?.data ?? "[]") as { type: string; id?: string; viewer?: string }[]).filter(
      ({ type }) => type !== "metrics",
    );
  return { folding, checkpoints, keyframes, trims, answers, registry, warnings, insightsOf };
}

it("takes the source of a log whose beginning was trimmed for open, until it is said to be closed", () => {
  const { folding, warnings } = setUp({ gapFromMs: 1_000 });
  folding.take(entryOf("6-0", [{ type: "follow", id: "f", atMs: 60_000, sentAtMs: 60_000 }]));
  expect(folding.isSourceClosed).toBe(false);
  folding.take(entryOf("7-0", [{ type: "sourceClosed", atMs: 61_000, reason: "ended" }]));
  expect(folding.isSourceClosed).toBe(true);
  expect(warnings).toEqual([]);
});

describe("entries that are folded", () => {
  it("move the position, each once, whatever comes again", async () => {
    const { folding, checkpoints } = setUp();
    expect([folding.hasNews, folding.isSourceClosed]).toEqual([false, false]);
    folding.take(entryOf("6-0", [opened, follow("a", 1)]));
    folding.take(entryOf("6-0", [follow("a", 1)]));
    folding.take(entryOf("4-0", [follow("b", 2)]));
    expect([folding.position.id, folding.hasNews]).toEqual(["6-0", true]);
    await folding.checkpoint();
    expect(checkpoints[0]).toMatchObject({ after: "0-0", upTo: { id: "6-0", epoch: 1 }, changed: { follows: 1 } });
  });

  it("are passed by in silence where they are insights of ours", () => {
    const { folding } = setUp();
    folding.take(entryOf("6-0", [], "insights"));
    expect([folding.position.id, folding.hasNews]).toEqual(["6-0", false]);
  });

  it("are left out when they cannot be read, and counted", async () => {
    const { folding, registry, warnings } = setUp();
    folding.take({ ...entryOf("6-0", []), data: "not json" });
    folding.take(entryOf("7-0", [opened]));
    expect(folding.position.id).toBe("7-0");
    expect(warnings).toHaveLength(1);
    expect(await registry.getSingleMetricAsString("frontrow_unreadable_entries_total")).toMatch(/ 1\b/);
  });

  it("conclude nothing up to where the metrics were written: that was said by the owner before", async () => {
    const { folding, checkpoints, insightsOf } = setUp({ writtenId: "7-0" });
    folding.take(entryOf("6-0", [opened, firstChat("a", 1)]));
    folding.take(entryOf("7-0", [firstChat("b", 2)]));
    expect(folding.hasNews).toBe(false);
    folding.take(entryOf("8-0", [firstChat("c", 3)]));
    expect(folding.hasNews).toBe(true);
    await folding.checkpoint();
    const text = JSON.stringify(insightsOf(checkpoints[0]).filter(({ type }) => type === "moment"));
    expect(checkpoints[0]).toMatchObject({ after: "7-0", upTo: { id: "8-0" }, changed: { chats: 3 } });
    expect(text).toContain('"c"');
    expect(text).not.toMatch(/"[ab]"/);
  });
});

describe("a checkpoint", () => {
  it("goes on from the one before, and says each conclusion once", async () => {
    const { folding, checkpoints, insightsOf } = setUp();
    folding.take(entryOf("6-0", [opened, firstChat("a", 1)]));
    expect(await folding.checkpoint()).toBe("applied");
    expect(folding.hasNews).toBe(false);
    folding.take(entryOf("7-0", [firstChat("b", 2)]));
    await folding.checkpoint();
    expect(checkpoints.map(({ after, upTo, insights }) => [after, upTo.id, insights?.sequence, insights?.epoch])).toEqual([
      ["0-0", "6-0", 1, 1],
      ["6-0", "7-0", 2, 1],
    ]);
    const moments = checkpoints.map((checkpoint) =>
      JSON.stringify(insightsOf(checkpoint).filter(({ type }) => type === "moment")),
    );
    expect(moments[0]).toContain('"a"');
    expect(moments[1]).not.toContain('"a"');
    expect(folding.sequence).toBe(2);
  });

  it("appends no entry, and counts none, when there is nothing to say", async () => {
    const { folding, checkpoints } = setUp();
    folding.take(entryOf("6-0", [opened, follow("a", 1)]));
    await folding.checkpoint();
    folding.take(entryOf("7-0", [tick(2)]));
    await folding.checkpoint();
    expect(checkpoints[1]).toMatchObject({ after: "6-0", changed: { atMs: START_MS + 2 } });
    expect(checkpoints[1]).not.toHaveProperty("insights");
    expect(folding.sequence).toBe(1);
  });

  it.each<[CheckpointOutcome, string, number]>([
    [{ outcome: "fenced" }, "fenced", 0],
    [{ outcome: "stale", position: "1-0" }, "again", 0],
    [{ outcome: "epoch", epoch: 2 }, "again", 0],
    [{ outcome: "absent" }, "again", 0],
    [{ outcome: "missing", lastSequence: 7 }, "again", 7],
  ])("that is answered %o is %s, and nothing counts as written", async (answer, outcome, sequence) => {
    const { folding, checkpoints, keyframes, answers } = setUp({ keyframeEvents: 1 });
    folding.take(entryOf("6-0", [opened, follow("a", 1)]));
    answers.checkpoint = answer;
    expect(await folding.checkpoint()).toBe(outcome);
    expect(folding.sequence).toBe(sequence);
    expect(keyframes).toEqual([]);
    await folding.checkpoint();
    expect(checkpoints[1]?.after).toBe("0-0");
  });
});

describe("a keyframe", () => {
  const folds = async (options: Options, ...entries: object[][]) => {
    const all = setUp(options);
    const counts: number[] = [];
    for (const [n, items] of entries.entries()) {
      all.folding.take(entryOf(`${n + 6}-0`, items));
      await all.folding.checkpoint();
      counts.push(all.keyframes.length);
    }
    return { ...all, counts };
  };

  it("is due after so many events, counted from the one before", async () => {
    const pair = (n: number) => [follow(`a${n}`, n), follow(`b${n}`, n)];
    const { counts, keyframes } = await folds({ keyframeEvents: 4 }, [opened, tick(0)], pair(1), pair(2), pair(3));
    expect(counts).toEqual([0, 1, 1, 2]);
    expect(keyframes[0]).toMatchObject({ position: { id: "7-0" }, foldVersion: takeKeyframe(createFold()).foldVersion });
  });

  it("is due after so much event time, counted from the one before, or from the first item", async () => {
    const { counts } = await folds(
      { keyframeMs: 10_000 },
      [opened],
      [tick(9_999)],
      [tick(10_000)],
      [tick(19_999)],
      [tick(20_000)],
    );
    expect(counts).toEqual([0, 0, 1, 1, 2]);
  });

  it("is due after so much event time since the one that was restored", async () => {
    const state = createFold();
    state.nowMs = START_MS;
    const { counts } = await folds({ state, keyframeMs: 10_000 }, [tick(9_999)], [tick(10_000)]);
    expect(counts).toEqual([0, 1]);
  });

  it("that is fenced ends the fold, and trims nothing", async () => {
    const { folding, answers, trims } = setUp({ keyframeEvents: 1, keepEntries: 1 });
    answers.keyframe = "fenced";
    for (let n = 6; n < 20; n++) folding.take(entryOf(`${n}-0`, [follow(`f${n}`, n)]));
    expect(await folding.checkpoint()).toBe("fenced");
    expect(trims).toEqual([]);
  });

  it("lets go of the log behind it", async () => {
    const { folding, trims } = setUp({ keyframeEvents: 1, keepEntries: 2 });
    for (let n = 6; n < 20; n++) folding.take(entryOf(`${n}-0`, [follow(`f${n}`, n)]));
    expect(await folding.checkpoint()).toBe("applied");
    expect(trims).toEqual(["17-0"]);
  });
});

describe("a fold that is closed", () => {
  it("leaves a checkpoint and a keyframe of all that it folded", async () => {
    const { folding, checkpoints, keyframes } = setUp();
    folding.take(entryOf("6-0", [opened, follow("a", 1)]));
    expect(await folding.close()).toBe("applied");
    expect([checkpoints.length, keyframes.length]).toEqual([1, 1]);
    expect(keyframes[0]?.position.id).toBe("6-0");
  });

  it("leaves a keyframe of what a checkpoint has written already, and none when nothing came since the last", async () => {
    const { folding, checkpoints, keyframes } = setUp();
    folding.take(entryOf("6-0", [opened]));
    await folding.checkpoint();
    await folding.close();
    expect([checkpoints.length, keyframes.length]).toEqual([1, 1]);
    await folding.close();
    expect([checkpoints.length, keyframes.length]).toEqual([1, 1]);
  });

  it("leaves nothing more when its checkpoint was refused", async () => {
    const { folding, keyframes, answers } = setUp();
    folding.take(entryOf("6-0", [opened]));
    answers.checkpoint = { outcome: "fenced" };
    expect(await folding.close()).toBe("fenced");
    expect(keyframes).toEqual([]);
  });
});

describe("entries that were trimmed before they were folded", () => {
  it("are one gap, from when the fold stood still to the first entry that is left", async () => {
    const state = createFold();
    state.nowMs = START_MS;
    const { folding, checkpoints } = setUp({ state, gapFromMs: START_MS + 1_000 });
    folding.take(entryOf("6-0", [follow("a", 61_000)]));
    folding.take(entryOf("7-0", [follow("b", 90_000)]));
    expect(folding.isSourceClosed).toBe(!createFold().isSourceOpen); // what the keyframe said of the source stays
    await folding.checkpoint();
    expect(checkpoints[0]?.changed).toMatchObject({ gapMs: 60_000, follows: 2 });
  });

  it("wait for an entry with items", async () => {
    const { folding, checkpoints } = setUp({ gapFromMs: START_MS });
    folding.take(entryOf("6-0", []));
    folding.take(entryOf("7-0", [follow("a", 5_000)]));
    await folding.checkpoint();
    expect(checkpoints[0]?.changed).toMatchObject({ gapMs: 5_000, sinceMs: START_MS });
  });
});

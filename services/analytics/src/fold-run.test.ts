import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { takeKeyframe } from "@frontrow/audience/keyframe";
import { createFold, type FoldState } from "@frontrow/audience/state";
import { onDemandDocuments } from "@frontrow/protocol/documents";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { EventOf } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Keyframe } from "@frontrow/redis/keyframes";
import type { Append, AppendOutcome, Writer } from "@frontrow/redis/log";
import type { Checkpoint, CheckpointOutcome } from "@frontrow/redis/metrics-store";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { FoldRun, type FoldRunDeps } from "./fold-run.ts";
import { sizeInLog } from "./log-retention.ts";
import { createFoldMetrics } from "./metrics.ts";

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
  readonly keyframeLogBytes?: number;
  readonly keepBytes?: number;
}

/** A fold whose stores note down what is written, and answer as they are told. */
function setUp({ gapFromMs, state = createFold(), writtenId = "0-0", ...more }: Options = {}) {
  const checkpoints: Checkpoint[] = [];
  const keyframes: Keyframe[] = [];
  const trims: string[] = [];
  const appends: Append[] = [];
  const answers: {
    append: AppendOutcome;
    checkpoint: CheckpointOutcome;
    keyframe: "applied" | "fenced";
  } = {
    append: { outcome: "appended", id: "99-0" },
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
    log: {
      trim: async (_: SessionId, before: string) => void trims.push(before),
      async append(append: Append): Promise<AppendOutcome> {
        appends.push(append);
        return answers.append;
      },
    },
    observe: createFoldMetrics(registry, () => 0),
    logger: { warn: (fields: object) => void warnings.push(fields) },
    settings: {
      keyframeEvents: more.keyframeEvents ?? 40,
      keyframeMs: more.keyframeMs ?? 300_000,
      keyframeLogBytes: more.keyframeLogBytes ?? 1_000_000,
      retention: { keepBytes: more.keepBytes ?? 10_000, keepMs: 0 },
    },
    nowMs: () => START_MS,
  } as unknown as FoldRunDeps;
  const position = { log: session, epoch: 1, id: "5-0", stamp: "s" };
  const written = { metrics: {}, documents: {}, positionId: writtenId };
  const run = new FoldRun(session, {} as Writer, 0, { state, position, written, documentsAt: {}, gapFromMs }, deps);
  const insightsOf = (checkpoint: Checkpoint | undefined) =>
    (JSON.parse(`[${checkpoint?.insights?.items ?? ""}]`) as { type: string; id?: string; viewer?: string }[]).filter(
      ({ type }) => type !== "metrics",
    );
  return { run, checkpoints, keyframes, trims, appends, answers, registry, warnings, insightsOf };
}

it("takes the source of a log whose beginning was trimmed for open, until it is said to be closed", () => {
  const { run, warnings } = setUp({ gapFromMs: 1_000 });
  run.apply(entryOf("6-0", [{ type: "follow", id: "f", atMs: 60_000, sentAtMs: 60_000 }]));
  expect(run.isSourceClosed).toBe(false);
  run.apply(entryOf("7-0", [{ type: "sourceClosed", atMs: 61_000, reason: "ended" }]));
  expect(run.isSourceClosed).toBe(true);
  expect(warnings).toEqual([]);
});

describe("entries that are folded", () => {
  it("move the position, each once, whatever comes again", async () => {
    const { run, checkpoints } = setUp();
    expect([run.hasUnwritten, run.isSourceClosed]).toEqual([false, false]);
    run.apply(entryOf("6-0", [opened, follow("a", 1)]));
    run.apply(entryOf("6-0", [follow("a", 1)]));
    run.apply(entryOf("4-0", [follow("b", 2)]));
    expect([run.position.id, run.hasUnwritten]).toEqual(["6-0", true]);
    await run.checkpoint();
    expect(checkpoints[0]).toMatchObject({ after: "0-0", upTo: { id: "6-0", epoch: 1 }, changed: { follows: 1 } });
  });

  it("are passed by in silence where they are insights of ours", () => {
    const { run } = setUp();
    run.apply(entryOf("6-0", [], "insights"));
    expect([run.position.id, run.hasUnwritten]).toEqual(["6-0", false]);
  });

  it("are left out when they cannot be read, and counted", async () => {
    const { run, registry, warnings } = setUp();
    run.apply({ ...entryOf("6-0", []), data: "not json" });
    run.apply(entryOf("7-0", [opened]));
    expect(run.position.id).toBe("7-0");
    expect(warnings).toHaveLength(1);
    expect(await registry.getSingleMetricAsString("frontrow_unreadable_entries_total")).toMatch(/ 1\b/);
  });

  it("lose nothing but the items that cannot be folded", async () => {
    const { run, checkpoints, registry } = setUp();
    const broken = { type: "chat", id: "x", atMs: START_MS + 1, sentAtMs: 0, user: userNamed("x") };
    run.apply(entryOf("6-0", [opened, broken, follow("a", 2), { type: "follow" }, follow("b", 3)]));
    await run.checkpoint();
    expect(checkpoints[0]?.changed).toMatchObject({ follows: 2, atMs: START_MS + 3 });
    expect(await registry.getSingleMetricAsString("frontrow_unreadable_entries_total")).toMatch(/ 2\b/);
  });

  it("conclude nothing up to where the metrics were written: that was said by the owner before", async () => {
    const { run, checkpoints, insightsOf } = setUp({ writtenId: "7-0" });
    run.apply(entryOf("6-0", [opened, firstChat("a", 1)]));
    run.apply(entryOf("7-0", [firstChat("b", 2)]));
    expect(run.hasUnwritten).toBe(false);
    run.apply(entryOf("8-0", [firstChat("c", 3)]));
    expect(run.hasUnwritten).toBe(true);
    await run.checkpoint();
    const text = JSON.stringify(insightsOf(checkpoints[0]).filter(({ type }) => type === "moment"));
    expect(checkpoints[0]).toMatchObject({ after: "7-0", upTo: { id: "8-0" }, changed: { chats: 3 } });
    expect(text).toContain('"c"');
    expect(text).not.toMatch(/"[ab]"/);
  });
});

describe("a checkpoint", () => {
  it("goes on from the one before, and says each conclusion once", async () => {
    const { run, checkpoints, insightsOf } = setUp();
    run.apply(entryOf("6-0", [opened, firstChat("a", 1)]));
    expect(await run.checkpoint()).toBe("applied");
    expect(run.hasUnwritten).toBe(false);
    run.apply(entryOf("7-0", [firstChat("b", 2)]));
    await run.checkpoint();
    expect(checkpoints.map(({ after, upTo, insights }) => [after, upTo.id, insights?.sequence, insights?.epoch])).toEqual([
      ["0-0", "6-0", 1, 1],
      ["6-0", "7-0", 2, 1],
    ]);
    const moments = checkpoints.map((checkpoint) =>
      JSON.stringify(insightsOf(checkpoint).filter(({ type }) => type === "moment")),
    );
    expect(moments[0]).toContain('"a"');
    expect(moments[1]).not.toContain('"a"');
    expect(run.sequence).toBe(2);
  });

  it("appends no entry, and counts none, when there is nothing to say", async () => {
    const { run, checkpoints } = setUp();
    run.apply(entryOf("6-0", [opened, follow("a", 1)]));
    await run.checkpoint();
    run.apply(entryOf("7-0", [tick(2)]));
    await run.checkpoint();
    expect(checkpoints[1]).toMatchObject({ after: "6-0", changed: { atMs: START_MS + 2 } });
    expect(checkpoints[1]).not.toHaveProperty("insights");
    expect(run.sequence).toBe(1);
  });

  it.each<[CheckpointOutcome, string, number]>([
    [{ outcome: "fenced" }, "fenced", 0],
    [{ outcome: "stale", position: "1-0" }, "restart", 0],
    [{ outcome: "epoch", epoch: 2 }, "restart", 0],
    [{ outcome: "absent" }, "restart", 0],
    [{ outcome: "missing", lastSequence: 7 }, "restart", 7],
  ])("that is answered %o is %s, and nothing counts as written", async (answer, outcome, sequence) => {
    const { run, checkpoints, keyframes, answers } = setUp({ keyframeEvents: 1 });
    run.apply(entryOf("6-0", [opened, follow("a", 1)]));
    answers.checkpoint = answer;
    expect(await run.checkpoint()).toBe(outcome);
    expect(run.sequence).toBe(sequence);
    expect(keyframes).toEqual([]);
    await run.checkpoint();
    expect(checkpoints[1]?.after).toBe("0-0");
  });
});

describe("a keyframe", () => {
  const folds = async (options: Options, ...entries: object[][]) => {
    const all = setUp(options);
    const counts: number[] = [];
    for (const [n, items] of entries.entries()) {
      all.run.apply(entryOf(`${n + 6}-0`, items));
      await all.run.checkpoint();
      counts.push(all.keyframes.length);
    }
    return { ...all, counts };
  };

  it("is due after a number of events, counted from the one before", async () => {
    const pair = (n: number) => [follow(`a${n}`, n), follow(`b${n}`, n)];
    const { counts, keyframes } = await folds({ keyframeEvents: 4 }, [opened, tick(0)], pair(1), pair(2), pair(3));
    expect(counts).toEqual([0, 1, 1, 2]);
    expect(keyframes[0]).toMatchObject({ position: { id: "7-0" }, foldVersion: takeKeyframe(createFold()).foldVersion });
  });

  it("is due after a span of event time, counted from the one before, or from the first item", async () => {
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

  it("is due after a span of event time since the one that was restored", async () => {
    const state = createFold();
    state.nowMs = START_MS;
    const { counts } = await folds({ state, keyframeMs: 10_000 }, [tick(9_999)], [tick(10_000)]);
    expect(counts).toEqual([0, 1]);
  });

  it("that is fenced ends the fold, and trims nothing", async () => {
    const { run, answers, trims } = setUp({ keyframeEvents: 1, keepBytes: 1 });
    answers.keyframe = "fenced";
    for (let n = 6; n < 20; n++) run.apply(entryOf(`${n}-0`, [follow(`f${n}`, n)]));
    expect(await run.checkpoint()).toBe("fenced");
    expect(trims).toEqual([]);
  });

  it("lets go of the log behind it", async () => {
    const entries = Array.from({ length: 14 }, (_, n) => entryOf(`${n + 6}-0`, [follow(`f${n + 10}`, n + 10)]));
    const { run, trims } = setUp({ keyframeEvents: 1, keepBytes: 2 * sizeInLog(entries[0] as LogEntry) });
    for (const entry of entries) run.apply(entry);
    expect(await run.checkpoint()).toBe("applied");
    expect(trims).toEqual(["18-0"]);
  });

  it("is due when the log has grown by so many bytes, insights among them", async () => {
    const { run, keyframes } = setUp({ keyframeLogBytes: 5_000 });
    run.apply(entryOf("6-0", [opened, follow("a", 1)]));
    await run.checkpoint();
    expect(keyframes).toEqual([]);
    run.apply(entryOf("7-0", [{ type: "spike", text: "x".repeat(5_000) }], "insights"));
    run.apply(entryOf("8-0", [follow("b", 2)]));
    await run.checkpoint();
    expect(keyframes.map(({ position }) => position.id)).toEqual(["8-0"]);
    run.apply(entryOf("9-0", [follow("c", 3)]));
    await run.checkpoint();
    expect(keyframes).toHaveLength(1);
  });

  it("is not due before the log has grown by eight times its size", async () => {
    const { run, keyframes } = setUp({ keyframeLogBytes: 1, keyframeEvents: 10_000 });
    let id = 6;
    const grow = async (bytes: number) => {
      run.apply(entryOf(`${id++}-0`, [{ type: "spike", text: "x".repeat(bytes) }], "insights"));
      run.apply(entryOf(`${id++}-0`, [follow(`f${id}`, id)]));
      await run.checkpoint();
      return keyframes.length;
    };
    expect(await grow(1)).toBe(1);
    const size = (keyframes[0]?.slices ?? []).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(await grow(size * 6)).toBe(1);
    expect(await grow(size * 2)).toBe(2);
  });

  it("lets go of more while the log grows after it: the archive may have what it had not", async () => {
    const { run, trims, keyframes } = setUp({ keyframeEvents: 3, keepBytes: 90_000 });
    let id = 6;
    const grow = async () => {
      run.apply(entryOf(`${id++}-0`, [{ type: "spike", text: "x".repeat(40_000) }], "insights"));
      run.apply(entryOf(`${id++}-0`, [follow(`f${id}`, id)]));
      await run.checkpoint();
    };
    for (let n = 0; n < 4; n++) await grow();
    expect([keyframes.length, trims]).toEqual([1, ["6-0"]]);
    await grow();
    expect([keyframes.length, trims]).toEqual([1, ["6-0", "9-0"]]);
  });
});

describe("a fold that is closed", () => {
  it("leaves a checkpoint and a keyframe of all that it folded", async () => {
    const { run, checkpoints, keyframes } = setUp();
    run.apply(entryOf("6-0", [opened, follow("a", 1)]));
    expect(await run.close()).toBe("applied");
    expect([checkpoints.length, keyframes.length]).toEqual([1, 1]);
    expect(keyframes[0]?.position.id).toBe("6-0");
  });

  it("leaves a keyframe of what a checkpoint has written already, and what is only asked for; neither when nothing came since", async () => {
    const { run, checkpoints, keyframes } = setUp();
    run.apply(entryOf("6-0", [opened]));
    await run.checkpoint();
    await run.close();
    expect([checkpoints.length, keyframes.length]).toEqual([2, 1]);
    expect(checkpoints.map(({ documentsAt }) => Object.keys(documentsAt ?? {}).length)).toEqual([0, onDemandDocuments.length]);
    await run.close();
    expect([checkpoints.length, keyframes.length]).toEqual([2, 1]);
  });

  it("leaves nothing more when its checkpoint was refused", async () => {
    const { run, keyframes, answers } = setUp();
    run.apply(entryOf("6-0", [opened]));
    answers.checkpoint = { outcome: "fenced" };
    expect(await run.close()).toBe("fenced");
    expect(keyframes).toEqual([]);
  });
});

describe("entries that were trimmed before they were folded", () => {
  /** What the fold appended, as it comes back to it. */
  const appended = (append: Append | undefined, id: string) =>
    ({ log: session, epoch: 1, id, kind: "events", data: append?.data }) as LogEntry;

  it("become one gap in the log, from when the fold stood still to the first entry that is left, and count when it is read", async () => {
    const state = createFold();
    foldItems(state, [tick(0)]);
    state.isSourceOpen = false;
    const { run, checkpoints, appends, keyframes } = setUp({ state, gapFromMs: START_MS + 1_000, keyframeEvents: 1 });
    run.apply(entryOf("6-0", [follow("a", 61_000)]));
    run.apply(entryOf("7-0", [follow("b", 90_000)]));
    expect(run.isSourceClosed).toBe(true); // what the keyframe said of the source stays
    await run.checkpoint();
    expect(appends).toMatchObject([{ sequence: 1, kind: "events", afterId: "7-0" }]);
    const [gap] = JSON.parse(String(appends[0]?.data)) as object[];
    expect(gap).toMatchObject({ type: "gap", atMs: START_MS + 90_000, fromMs: START_MS + 1_000, toMs: START_MS + 61_000 });
    expect(checkpoints[0]).toMatchObject({ insights: { sequence: 2 } });
    run.apply(appended(appends[0], "8-0"));
    await run.checkpoint();
    expect(checkpoints[1]?.changed).toMatchObject({ gapMs: 60_000 });
    expect([appends.length, keyframes.length]).toEqual([1, 2]);
  });

  it("are declared again while the log goes on before we have read it, and no keyframe forgets them", async () => {
    const { run, appends, answers, keyframes } = setUp({ gapFromMs: START_MS, keyframeEvents: 1 });
    answers.append = { outcome: "moved" };
    run.apply(entryOf("6-0", [follow("a", 5_000)]));
    expect(await run.close()).toBe("applied");
    expect(keyframes).toEqual([]);
    answers.append = { outcome: "appended", id: "9-0" };
    run.apply(entryOf("7-0", [follow("b", 6_000)]));
    await run.checkpoint();
    expect(appends.map(({ sequence, afterId }) => [sequence, afterId])).toEqual([
      [1, "6-0"],
      [2, "7-0"],
    ]);
    expect(keyframes).toHaveLength(1);
  });

  it("are not declared twice: an owner before may have died after it did", async () => {
    const first = setUp({ gapFromMs: START_MS });
    first.run.apply(entryOf("6-0", [follow("a", 5_000)]));
    await first.run.checkpoint();
    const next = setUp({ gapFromMs: START_MS });
    next.run.apply(entryOf("6-0", [follow("a", 5_000)]));
    next.run.apply(appended(first.appends[0], "7-0"));
    await next.run.checkpoint();
    expect(next.appends).toEqual([]);
    expect(next.checkpoints[0]?.changed).toMatchObject({ gapMs: 5_000, sinceMs: START_MS });
  });

  it("wait for an entry with items", async () => {
    const { run, appends } = setUp({ gapFromMs: START_MS });
    run.apply(entryOf("6-0", []));
    run.apply(entryOf("7-0", [follow("a", 5_000)]));
    await run.checkpoint();
    expect(JSON.parse(String(appends[0]?.data))).toMatchObject([{ fromMs: START_MS, toMs: START_MS + 5_000 }]);
  });

  it.each<[AppendOutcome, string]>([
    [{ outcome: "fenced" }, "fenced"],
    [{ outcome: "missing", lastSequence: 3 }, "restart"],
    [{ outcome: "absent" }, "restart"],
  ])("that cannot be declared, as the log answers %o, end the run: %s", async (answer, ending) => {
    const { run, answers, checkpoints } = setUp({ gapFromMs: START_MS });
    answers.append = answer;
    run.apply(entryOf("6-0", [follow("a", 5_000)]));
    expect(await run.checkpoint()).toBe(ending);
    expect(checkpoints).toEqual([]);
  });
});

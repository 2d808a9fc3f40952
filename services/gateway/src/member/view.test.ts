import type { CreatorStatus } from "@frontrow/protocol/creator";
import { type LogEntry, type Position, positionOf, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Desk } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import { Channel } from "../stream/channel.ts";
import type { EntryBatch } from "../stream/entry.ts";
import { ClientPosition, View, type ViewServices } from "./view.ts";

const [first, second] = ["ses_1", "ses_2"] as SessionId[];
const deskAt: Position = { log: "dsk_mine" as Position["log"], epoch: 1, id: "3-0", stamp: "gateway:x:3" };
const entryOf = (log: SessionId, n: number, epoch = 1): LogEntry => ({
  log,
  epoch,
  id: `${n}-0`,
  previous: `${n - 1}-0`,
  stamp: `ingest:1:${n}`,
  kind: "events",
  data: JSON.stringify([{ type: "chat", id: `${log} ${n}` }]),
});
const flushPromises = () => vi.advanceTimersByTimeAsync(0);

/** A view whose snapshots come when the test says so. */
function makeView() {
  const sent: string[] = [];
  const failures: unknown[] = [];
  /** What the metrics in Redis are of. */
  const stored: { position: Position | undefined } = { position: undefined };
  const superseded = { isSuperseded: false };
  const taken = { promise: Promise.resolve() };
  const channels = new Map<SessionId, Channel>();
  const released: SessionId[] = [];
  const snapshots = new Map<SessionId, () => void>();
  const reads: (() => void)[] = [];
  const status: CreatorStatus = {
    handle: "alice",
    state: "live",
    version: 1,
    sinceMs: 1,
    sessionId: first as SessionId,
    title: "A",
  };
  const desk = {
    state: { mode: "LIVE", language: "en", generation: 1, handle: "alice" },
    status,
  };
  const output = {
    dialect: "batched",
    message: ({ type, data }: { type: string; data: { session?: string } }) =>
      void sent.push(data.session ? `${type} ${data.session}` : type),
    entries: ({ entries }: EntryBatch) => void sent.push(...entries.map(({ entry }) => `entry ${entry.log} ${entry.id}`)),
    drained: async () => {},
    taken: () => taken.promise,
    fail: (error: unknown) => void failures.push(error),
  };
  const services = {
    hub: {
      async open(log: SessionId) {
        const channel = channels.get(log) ?? new Channel(startOf(log));
        channels.set(log, channel);
        return { channel, release: () => void released.push(log) };
      },
    },
    store: { readAfter: async () => ({ outcome: "ok", entries: [], more: false }), readBack: async () => [] },
    limit: <T>(task: () => Promise<T>) => task(),
    metrics: {
      read: () =>
        new Promise((resolve) => reads.push(() => resolve({ metrics: { chats: 1 }, documents: {}, position: stored.position }))),
    },
    sessions: { read: async () => ({ sinceMs: 7 }) },
    snapshots: {
      of: ({ log, position }: Channel) =>
        new Promise((resolve) =>
          snapshots.set(log as SessionId, () =>
            resolve({
              at: position,
              ...superseded,
              session: undefined,
              history: [],
              metrics: { metrics: {}, documents: {} },
              insights: [],
            }),
          ),
        ),
    },
  };
  const position = new ClientPosition(deskAt);
  const view = new View(desk as unknown as Desk, output as unknown as Output, position, services as unknown as ViewServices);
  return {
    view,
    sent,
    failures,
    taken,
    stored,
    superseded,
    position,
    released,
    status,
    services,
    append: (log: SessionId, n: number) => channels.get(log)?.deliver(entryOf(log, n)),
    resync(log: SessionId) {
      channels.get(log)?.resync();
      channels.delete(log);
    },
    /** A seek begins the next epoch. */
    seek(log: SessionId, epoch: number) {
      const before = channels.get(log);
      channels.set(log, new Channel({ ...startOf(log), epoch }));
      before?.resync("epoch");
    },
    appendAt: (log: SessionId, n: number, epoch: number) => channels.get(log)?.deliver(entryOf(log, n, epoch)),
    async snapshot(log: SessionId) {
      snapshots.get(log)?.();
      await flushPromises();
    },
    async read() {
      for (const end of reads.splice(0)) end();
      await flushPromises();
    },
  };
}

describe("the session on a screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("begins with a snapshot and goes on with what follows, and the position goes with it", async () => {
    const { view, sent, position, append, snapshot } = makeView();
    view.show(first);
    await flushPromises();
    expect(view.cursor).toEqual({ desk: deskAt });
    await snapshot(first as SessionId);
    append(first as SessionId, 1);
    expect(sent).toEqual(["sessionInfo ses_1", "history ses_1", "metrics", "entry ses_1 1-0"]);
    expect(position.session).toEqual(entryOf(first as SessionId, 1));
  });

  it("is one at a time: what was asked for the one before is not shown", async () => {
    const { view, sent, append, snapshot, released } = makeView();
    view.show(first);
    await flushPromises();
    view.show(second);
    await flushPromises();
    await snapshot(first as SessionId);
    expect(sent).toEqual([]);
    await snapshot(second as SessionId);
    append(first as SessionId, 1);
    append(second as SessionId, 1);
    expect(sent).toEqual(["history ses_2", "metrics", "entry ses_2 1-0"]);
    expect(released).toEqual([first]);
    view.close();
    append(second as SessionId, 2);
    expect(sent).toHaveLength(3);
    expect(released).toEqual([first, second]);
  });

  it("releases a log that is opened when nobody wants it any more", async () => {
    const { view, released } = makeView();
    view.show(first);
    await Promise.resolve();
    view.close();
    await flushPromises();
    expect(released).toEqual([first]);
  });

  it("goes on from a position without a snapshot, and tells what is not in the log afterwards", async () => {
    const { view, sent, append, read } = makeView();
    view.show(first, startOf(first as SessionId));
    expect(view.cursor).toEqual({ desk: deskAt, session: startOf(first as SessionId) });
    await flushPromises();
    append(first as SessionId, 1);
    await read();
    expect(sent).toEqual(["entry ses_1 1-0", "sessionInfo ses_1", "metrics"]);
  });

  it("tells metrics anew on demand, but not those of a session that is off the screen by then", async () => {
    const { view, sent, snapshot, read } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    view.sendMetrics();
    await read();
    expect(sent).toEqual(["metrics"]);
    view.sendMetrics();
    view.show(undefined);
    await read();
    view.sendMetrics();
    await read();
    expect(sent).toEqual(["metrics"]);
  });

  it("tells who streams and what again when that changes, and only then", async () => {
    const { view, sent, snapshot, status } = makeView();
    view.show(first);
    view.sendInfo();
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    view.sendInfo();
    expect(sent).toEqual([]);
    Object.assign(status, { title: "B" });
    view.sendInfo();
    Object.assign(status, { sessionId: second, title: "C" });
    view.sendInfo();
    expect(sent).toEqual(["sessionInfo ses_1"]);
  });

  it("shows a log that was lost anew, but not in a circle, and not when another is on the screen by then", async () => {
    const { view, sent, snapshot, resync, append } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    resync(first as SessionId);
    await vi.advanceTimersByTimeAsync(499);
    await snapshot(first as SessionId);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await snapshot(first as SessionId);
    append(first as SessionId, 1);
    expect(sent).toEqual(["sessionInfo ses_1", "history ses_1", "metrics", "entry ses_1 1-0"]);
    resync(first as SessionId);
    view.show(second);
    await vi.advanceTimersByTimeAsync(1_000);
    await snapshot(first as SessionId);
    expect(sent).toHaveLength(4);
    expect(view.session).toBe(second);
  });

  it("begins a new epoch at once, from its snapshot, with nothing of the one before", async () => {
    const { view, sent, position, snapshot, append, appendAt, seek } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    append(first as SessionId, 1);
    sent.length = 0;
    seek(first as SessionId, 2);
    append(first as SessionId, 2);
    await flushPromises();
    await snapshot(first as SessionId);
    appendAt(first as SessionId, 3, 2);
    expect(sent.slice(-2)).toEqual(["metrics", "entry ses_1 3-0"]);
    expect(sent.filter((what) => what.startsWith("history"))).toHaveLength(1);
    expect(sent).not.toContain("entry ses_1 2-0");
    expect(position.session).toMatchObject({ epoch: 2, id: "3-0" });
  });

  it("shows nothing of a snapshot that a seek has overtaken, and goes on with the next epoch", async () => {
    const { view, sent, superseded, snapshot, seek } = makeView();
    superseded.isSuperseded = true;
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    expect(sent).toEqual([]);
    superseded.isSuperseded = false;
    seek(first as SessionId, 2);
    await flushPromises();
    await snapshot(first as SessionId);
    expect(sent).toEqual(["sessionInfo ses_1", "history ses_1", "metrics"]);
  });

  it("tells no metrics of another epoch than the one on the screen", async () => {
    const { view, sent, stored, snapshot, read } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    stored.position = { ...startOf(first as SessionId), epoch: 2 };
    view.sendMetrics();
    await read();
    expect(sent).toEqual([]);
    stored.position = startOf(first as SessionId);
    view.sendMetrics();
    await read();
    expect(sent).toEqual(["metrics"]);
  });

  it("keeps no snapshot waiting behind one that the socket has not taken: it gets the newest place alone", async () => {
    const { view, sent, position, taken, snapshot, seek } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    let take = () => {};
    taken.promise = new Promise<void>((resolve) => {
      take = resolve;
    });
    for (let epoch = 2; epoch <= 9; epoch++) {
      seek(first as SessionId, epoch);
      if (epoch < 9) view.show(first);
      await flushPromises();
    }
    expect(sent).toEqual([]);
    take();
    await flushPromises();
    await snapshot(first as SessionId);
    expect(sent.filter((what) => what.startsWith("history"))).toHaveLength(1);
    expect(position.session?.epoch).toBe(9);
  });

  it("shows twenty seeks as fast as they come, and then the newest twice a second", async () => {
    const { view, sent, snapshot, seek } = makeView();
    view.show(first);
    await flushPromises();
    await snapshot(first as SessionId);
    sent.length = 0;
    const shownOf = async (seeks: number, from: number) => {
      for (let n = 0; n < seeks; n++) {
        seek(first as SessionId, from + n);
        await flushPromises();
        await snapshot(first as SessionId);
      }
      return sent.filter((what) => what.startsWith("history")).length;
    };
    expect(await shownOf(20, 2)).toBe(20);
    expect(await shownOf(30, 22)).toBe(20);
    await vi.advanceTimersByTimeAsync(500);
    await snapshot(first as SessionId);
    expect(sent.filter((what) => what.startsWith("history"))).toHaveLength(21);
  });

  it("fails its socket when Redis does not answer", async () => {
    const { view, failures, services } = makeView();
    const away = new Error("away");
    services.hub.open = async () => {
      throw away;
    };
    view.show(first);
    await flushPromises();
    expect(failures).toEqual([away]);
  });

  it("has a position of the desk alone until it has begun", () => {
    const position = new ClientPosition(positionOf(deskAt));
    expect(position.cursor).toEqual({ desk: deskAt });
  });
});

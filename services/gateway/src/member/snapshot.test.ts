import { type Documents, lists } from "@frontrow/protocol/documents";
import { type EntryKind, type LogEntry, positionOf, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Channel } from "../stream/channel.ts";
import { createSnapshots } from "./snapshot.ts";

const log = "ses_test" as SessionId;
const START_MS = 100_000;

/** A log of a session, of which its channel has heard what it was told of; `reads` counts pages. */
function makeSession(
  options: { historyEvents?: number; documents?: Partial<Documents>; listedUpToMs?: number; isReplay?: boolean } = {},
) {
  const entries: LogEntry[] = [];
  let reads = 0;
  let nowMs = 0;
  const append = (items: object[], kind: EntryKind = "events", ms = START_MS + entries.length): LogEntry => {
    const previous = entries.at(-1)?.id ?? "0-0";
    const entry = { log, epoch: 1, id: `${ms}-0`, previous, stamp: `ingest:1:${entries.length + 1}`, kind } as const;
    entries.push({ ...entry, data: JSON.stringify(items) });
    return entries.at(-1) as LogEntry;
  };
  const snapshots = createSnapshots({
    store: {
      async readBack(_log, { entries: count, before }) {
        reads += 1;
        const end = before === undefined ? entries.length : entries.findIndex(({ id }) => id === before);
        return entries.slice(Math.max(0, end - count), end).reverse();
      },
    },
    metrics: {
      readCurrent: async () => ({
        position: startOf(log),
        metrics: { chats: 1 },
        documents: options.documents ?? {},
        documentsAt: Object.fromEntries(lists.map((name) => [name, { atMs: 0, id: `${options.listedUpToMs ?? 0}-0` }])),
        isReplay: options.isReplay ?? false,
      }),
    },
    sessions: { read: async () => undefined },
    historyEvents: options.historyEvents ?? 200,
    now: () => nowMs,
  });
  return {
    append,
    snapshots,
    channelAt: (entry: LogEntry) => new Channel(positionOf(entry)),
    turn(ms: number) {
      nowMs += ms;
      vi.advanceTimersByTime(ms);
    },
    get reads() {
      return reads;
    },
  };
}
const chat = (id: string, text = "") => ({ type: "chat", id, text });
const idsOf = (items: readonly object[]): unknown[] => items.map((item) => (item as { id?: unknown }).id);

describe("a snapshot", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("has nothing of what the stream gives after it, though the log holds that already", async () => {
    const { append, snapshots, channelAt } = makeSession();
    append([chat("a"), chat("b")]);
    const end = append([chat("c")]);
    append([chat("d")]);
    const question = { type: "questionDetected", id: "q", eventId: "d", atMs: 1, text: "?", priority: 1 };
    append([question], "insights");
    const { at, history, insights } = await snapshots.of(channelAt(end));
    expect(at).toEqual(positionOf(end));
    expect(idsOf(history)).toEqual(["a", "b", "c"]);
    expect(insights).toEqual([]);
  });

  it("begins with the latest events, oldest first, however many pages they are on", async () => {
    const { append, snapshots, channelAt } = makeSession({ historyEvents: 3 });
    append([chat("old")]);
    append([chat("a"), chat("b")]);
    append([chat("c")]);
    let end = append([{ type: "tick" }], "tick");
    for (let n = 0; n < 400; n++) end = append([{ type: "metrics" }], "insights");
    expect(idsOf((await snapshots.of(channelAt(end))).history)).toEqual(["a", "b", "c"]);
  });

  it("looks through a thousand entries at most", async () => {
    const session = makeSession();
    session.append([chat("far")]);
    let end = session.append([chat("near")]);
    for (let n = 0; n < 999; n++) end = session.append([{ type: "tick" }], "tick");
    expect(idsOf((await session.snapshots.of(session.channelAt(end))).history)).toEqual(["near"]);
    expect(session.reads).toBe(4);
  });

  it("is shorter when its messages are long, so that it fits into any socket's buffer", async () => {
    const { append, snapshots, channelAt } = makeSession();
    append([chat("a", "x".repeat(120_000))]);
    append([chat("b", "x".repeat(120_000))]);
    const end = append([chat("c", "x".repeat(120_000))]);
    expect(idsOf((await snapshots.of(channelAt(end))).history)).toEqual(["b", "c"]);
  });

  it.each([
    { of: "a broadcast, whose lists say up to where they go", options: { listedUpToMs: START_MS } },
    { of: "a replay, in the time in which it may not have written them", options: { isReplay: true } },
  ])("has what was said since the lists were written, each once and as it was said last: of $of", async ({ options }) => {
    const question = (id: string, priority: number) => ({ type: "questionDetected", id, priority }) as const;
    const documents = { questionsAsked: [question("q1", 1), question("q2", 1)] } as unknown as Partial<Documents>;
    const { append, snapshots, channelAt } = makeSession({ documents, ...options });
    append([question("q0", 9)], "insights", START_MS);
    append([question("q2", 5), { type: "metrics" }], "insights", START_MS + 5_000);
    const end = append([question("q3", 1)], "insights", START_MS + 10_000);
    const { insights } = await snapshots.of(channelAt(end));
    expect(insights).toEqual([question("q1", 1), question("q2", 5), question("q3", 1)]);
  });

  it("has what was said since lists that nobody could be asked to write, though its history is nearer", async () => {
    const question = (id: string) => ({ type: "questionDetected", id, priority: 1 }) as const;
    const { append, snapshots, channelAt } = makeSession({ historyEvents: 1, listedUpToMs: START_MS });
    append([question("q0")], "insights", START_MS);
    append([question("q1")], "insights", START_MS + 1);
    let end = append([chat("a")]);
    for (let n = 0; n < 600; n++) end = append([{ type: "tick" }], "tick");
    end = append([chat("b")]);
    const { insights, history } = await snapshots.of(channelAt(end));
    expect(insights).toEqual([question("q1")]);
    expect(idsOf(history)).toEqual(["b"]);
  });

  it("begins with the newest events that fit, where one entry has more than a history may", async () => {
    const { append, snapshots, channelAt } = makeSession();
    append([chat("old")]);
    const end = append(["a", "b", "c"].map((id) => chat(id, "x".repeat(100_000))));
    const { history } = await snapshots.of(channelAt(end));
    expect(idsOf(history)).toEqual(["b", "c"]);
  });

  it("is shared by who comes at once, and keeps for them what follows it", async () => {
    const session = makeSession();
    const end = session.append([chat("a")]);
    const channel = session.channelAt(end);
    const first = await session.snapshots.of(channel);
    const next = session.append([chat("b")]);
    channel.deliver(next);
    expect(await session.snapshots.of(channel)).toBe(first);
    const received: string[] = [];
    const listener = {
      onEntries: ({ entries }: { entries: readonly { entry: LogEntry }[] }) =>
        void received.push(...entries.map(({ entry }) => entry.id)),
      onResync: () => {},
    };
    expect(channel.join(listener, first.at)).toBe("live");
    expect(received).toEqual([next.id]);
    session.turn(501);
    const later = await session.snapshots.of(channel);
    expect(idsOf(later.history)).toEqual(["a", "b"]);
    expect(channel.join(listener, first.at)).toBe("behind");
  });
});

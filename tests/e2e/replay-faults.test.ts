import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { FoldItem } from "@frontrow/audience/fold";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { createOrders, type Orders } from "@frontrow/ownership/start-orders";
import type { EventOf, LiveEvent } from "@frontrow/protocol/event";
import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ReplayState } from "@frontrow/protocol/insight";
import { type RecordingId, recordingIdOf, type SegmentSummary } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { rewriteRecording } from "@frontrow/recording/rewrite-recording";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { beginReplay } from "../lib/begin-replay.ts";
import { knownFrom, Oracle } from "../lib/known.ts";
import { record } from "../lib/recorded.ts";
import { replayDesk } from "../lib/replay-desk.ts";
import { type Stack, startStack, unfolded } from "../lib/stack.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";
import { logOfSample } from "../samples/sample-log.ts";

const STARTED_AT_MS = Date.UTC(2026, 0, 2, 20);
const sample = {
  handle: "recorded",
  title: "",
  startedAtMs: STARTED_AT_MS,
  minutes: 3,
  eventsPerSecond: 12,
  population: 300,
};

const isEvent = (item: FoldItem): item is LiveEvent => "id" in item;
const idsOf = (items: readonly FoldItem[]): string[] => items.filter(isEvent).map(({ id }) => id);

describe("a recording that is played, whatever happens to it", () => {
  let folder: string;
  let blob: ObjectStore;
  let stack: Stack;
  let viewer: Viewer;
  let orders: Orders;
  let recordings = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontrow-faults-"));
    await mkdir(join(folder, "disk"));
    await leadPlaceTo("disk");
    const url = pathToFileURL(join(folder, "place")).href;
    blob = createObjectStore(url);
    stack = await startStack({ inProcess: ["replay"], env: { ...unfolded, BLOB_URL: url } });
    orders = createOrders(stack.redis);
  });
  afterEach(() => viewer?.close());
  afterAll(async () => {
    await orders?.close();
    await stack?.stop();
    await rm(folder, { recursive: true });
  });

  /** The place is a link, and changes in one step: at no time is there no place, which would be one without recordings. */
  async function leadPlaceTo(name: string): Promise<void> {
    await symlink(name, join(folder, "next"));
    await rename(join(folder, "next"), join(folder, "place"));
  }

  async function recorded(change: (item: FoldItem) => FoldItem = (item) => item) {
    const session = `ses_faults${String(++recordings).padStart(8, "0")}` as SessionId;
    const recordingId = recordingIdOf(session, STARTED_AT_MS);
    const made = logOfSample({ ...sample, session });
    const log = made.log.map((entry) => ({ ...entry, data: JSON.stringify((JSON.parse(entry.data) as FoldItem[]).map(change)) }));
    const segments = await record(blob, { recordingId, broadcast: made.broadcast, log });
    return { recordingId, segments, items: log.flatMap(({ data }) => JSON.parse(data) as FoldItem[]) };
  }

  /** A new user's desk views a recording, from its start, in a pause. */
  async function viewing(recordingId: RecordingId) {
    viewer = openViewer({ username: "nobody.is.here", urls: stack.urls });
    const { client } = viewer;
    await eventually(() => expect(client.desk?.handle).toBe("nobody.is.here"));
    await beginReplay({ redis: stack.redis, orders }, { deskId: client.desk?.deskId as DeskId, recordingId, isPaused: true });
    await eventually(() => expect(saidBy(viewer)?.item).toBeGreaterThan(0), 30_000);
    return replayDesk(stack, viewer);
  }

  /** What the socket was told last of where the replay stands. */
  const saidBy = ({ told }: Viewer): ReplayState | undefined =>
    told
      .flatMap((event) => (event.type === "insights" ? event.insights : []))
      .findLast((insight): insight is ReplayState => insight.type === "replayState");

  const finished = () => eventually(() => expect(saidBy(viewer)?.state).toBe("finished"), 60_000);

  /** Plays a recording to its end, at a speed at which all rows are shown. */
  async function played(desk: ReturnType<typeof replayDesk>, items: readonly FoldItem[], fromShare = 0.8): Promise<void> {
    const [first, last] = [items[0]?.atMs ?? 0, items.at(-1)?.atMs ?? 0];
    await desk.command({ action: "seek", value: { atMs: Math.floor(first + fromShare * (last - first)) } });
    await desk.command({ action: "speed", value: 8 });
    await desk.command({ action: "resume" });
  }

  async function expectFoldOf(desk: ReturnType<typeof replayDesk>, items: readonly FoldItem[]): Promise<void> {
    const { position, known } = await desk.stored();
    const folded = await new Oracle().at(position.item ?? 0, position.atMs, async (from, to) => items.slice(from, to));
    expect(knownFrom(known)).toEqual(folded);
  }

  /** What the socket shows is a run of the recording's events, each once. */
  function expectOnce(items: readonly FoldItem[]): void {
    const all = idsOf(items);
    const shown = viewer.events.map(({ id }) => id);
    expect(shown).toEqual(all.slice(all.indexOf(shown[0] ?? ""), all.indexOf(shown[0] ?? "") + shown.length));
  }

  it("is a gap where it cannot be read, and the rest plays", { timeout: 90_000 }, async () => {
    const { recordingId, items, segments } = await recorded();
    const corrupt = membersOf(segments).at(-2);
    if (!corrupt) throw new Error("too few members");
    const path = join(folder, "place", corrupt.key);
    const bytes = await readFile(path);
    bytes.fill(0, corrupt.offset + 20, corrupt.offset + corrupt.bytes);
    await writeFile(path, bytes);
    const desk = await viewing(recordingId);
    await played(desk, items, corrupt.fromItem / items.length - 0.05);
    await finished();
    const gaps = viewer.events.filter((event): event is EventOf<"gap"> => event.type === "gap");
    expect(gaps).toMatchObject([{ reason: "corrupt" }]);
    const lost = new Set(idsOf(items.slice(corrupt.fromItem, corrupt.fromItem + corrupt.items)));
    const shown = viewer.events.filter(({ type }) => type !== "gap").map(({ id }) => id);
    const left = idsOf(items).filter((id) => !lost.has(id));
    expect(shown).toEqual(left.slice(left.indexOf(shown[0] ?? "")));
    expect((await desk.stored()).known.metrics.gapMs).toBeGreaterThan(0);
  });

  it("goes on by itself when its place is back, and says meanwhile what is wrong", { timeout: 90_000 }, async () => {
    const { recordingId, items } = await recorded();
    const desk = await viewing(recordingId);
    await played(desk, items, 0.2);
    // What is asked of it fails, as it does of a disk that is gone: a link that leads to itself.
    await leadPlaceTo("place");
    await eventually(() => expect(saidBy(viewer)).toMatchObject({ code: "RECORDING_UNAVAILABLE", isSeeking: true }), 60_000);
    expect(saidBy(viewer)?.message).toBeTruthy();
    // A place that is asked for meanwhile is reached when it can be.
    const epoch = (await desk.stored()).epoch;
    const atMs = Math.floor(STARTED_AT_MS + sample.minutes * 60_000 * 0.7);
    viewer.client.replay({ action: "seek", value: { atMs } });
    await eventually(() => expect(saidBy(viewer)?.code).toBe("RECORDING_UNAVAILABLE"));
    expect((await desk.stored()).epoch).toBe(epoch);
    await leadPlaceTo("disk");
    await eventually(() => expect(saidBy(viewer)?.code).toBeUndefined(), 60_000);
    await eventually(async () => expect((await desk.stored()).epoch).toBe(epoch + 1), 60_000);
    await finished();
    expectOnce(items);
    expect(viewer.events.at(-1)?.id).toBe(idsOf(items).at(-1));
    await expectFoldOf(desk, items);
  });

  it("by another version of the fold plays and is sought at once, and says by whose formulas", { timeout: 90_000 }, async () => {
    const { recordingId, items } = await recorded();
    await indexRecording(blob, recordingId);
    const key = `recordings/${recordingId}/recording.json`;
    const manifest = JSON.parse(Buffer.from((await blob.get(key)) ?? []).toString()) as { foldVersion: number };
    await blob.put(key, Buffer.from(JSON.stringify({ ...manifest, foldVersion: manifest.foldVersion - 1 })));
    const desk = await viewing(recordingId);
    expect(saidBy(viewer)?.byTodaysFormulas).toBe(true);
    await desk.command({ action: "seek", value: { percent: 70 } });
    await expectFoldOf(desk, items);
  });

  it("plays what was put in its place", { timeout: 90_000 }, async () => {
    const { recordingId, items } = await recorded();
    const anonymous = (item: FoldItem): FoldItem =>
      item.type === "chat" && item.user ? { ...item, text: "…", user: { ...item.user, nickname: "erased" } } : item;
    const changed = await rewriteRecording(blob, recordingId, anonymous);
    expect(changed).toBe(items.filter(({ type }) => type === "chat").length);
    const desk = await viewing(recordingId);
    await played(desk, items);
    await finished();
    const chats = viewer.events.filter((event): event is EventOf<"chat"> => event.type === "chat");
    expect(chats.length).toBeGreaterThan(0);
    expect(chats.filter(({ text, user }) => text !== "…" || user?.nickname !== "erased")).toEqual([]);
    await expectFoldOf(desk, items.map(anonymous));
  });

  it("goes on after Redis was away, with nothing lost and nothing twice", { timeout: 120_000 }, async () => {
    const { recordingId, items } = await recorded();
    const desk = await viewing(recordingId);
    await played(desk, items, 0.3);
    await eventually(() => expect(viewer.events.length).toBeGreaterThan(50), 30_000);
    // Longer than a lease: the worker has lost its replays when it is back.
    stack.server.process.kill("SIGSTOP");
    await pause(4_000);
    stack.server.process.kill("SIGCONT");
    await stack.redis.client.call("CLIENT", "KILL", "TYPE", "normal");
    await finished();
    expectOnce(items);
    await eventually(() => expect(viewer.events.at(-1)?.id).toBe(idsOf(items).at(-1)), 30_000);
    await expectFoldOf(desk, items);
  });
});

function membersOf(segments: readonly SegmentSummary[]) {
  return segments.flatMap(({ key, after, members }) => {
    let [offset, fromItem] = [0, after.items];
    return members.map(({ bytes, items }) => {
      const member = { key, offset, bytes, fromItem, items };
      offset += bytes;
      fromItem += items;
      return member;
    });
  });
}

import type { FoldItem } from "@frontrow/audience/fold";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { Moment } from "@frontrow/protocol/insight";
import { openRecording } from "@frontrow/recording/recording";
import type { Writer } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createSessionStore } from "@frontrow/redis/sessions";
import { userNamed } from "@frontrow/testkit/users";
import { afterAll, beforeAll, expect, it } from "vitest";
import { foldedAt, knownFrom, knownOf, START_MS } from "./recorded.ts";
import { openStage, type Stage, Viewing, type Worker } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const writer: Writer = { role: "ingest", nonce: "source", fence: 1 };
let sessions = 0;

/** A broadcast that goes on, a share each second, and is recorded for somebody. */
class Growing {
  readonly sessionId = `ses_growing${String(++sessions).padStart(6, "0")}` as SessionId;
  readonly items: FoldItem[] = [];
  #sequence = 0;

  async begin() {
    const opening = { creatorId: "cr_nina" as CreatorId, roomId: "7", kind: "LIVE", worker: "wkr_ingest" as WorkerId } as const;
    await createSessionStore(stage.redis.client).open({ sessionId: this.sessionId, writer, ...opening });
    const recordings = createRecordingStore(stage.redis.client);
    const held = await recordings.hold("dsk_holderholderholderholder" as DeskId, this.sessionId, { handle: "nina", roomId: "7" });
    if (held.outcome !== "held") throw new Error(held.outcome);
    await this.#append("control", { type: "sourceOpened", atMs: START_MS, roomId: "7" });
    return held.recordingId;
  }

  async goOn(seconds: number): Promise<void> {
    for (let n = 0; n < seconds; n++) {
      const atMs = START_MS + this.items.length * 1_000;
      await this.#append("events", { type: "share", id: `s${this.items.length}`, atMs, sentAtMs: atMs, user: userNamed("ann") });
    }
  }

  async #append(kind: "events" | "control", item: FoldItem): Promise<void> {
    this.items.push(item);
    const data = JSON.stringify([item]);
    await stage.log.append({ log: this.sessionId, writer, epoch: 1, sequence: ++this.#sequence, kind, data });
  }
}

const raidAt = (second: number): Moment => ({
  ...{ type: "moment", id: `m${second}`, kind: "raid", params: {} },
  atMs: START_MS + second * 1_000,
});

async function steppedBack(seconds: number, options: { isPaused?: boolean; isBehindLive?: boolean } = {}) {
  const growing = new Growing();
  const recordingId = await growing.begin();
  await growing.goOn(120);
  const atMs = START_MS + (120 - seconds) * 1_000;
  const viewing = await Viewing.open(stage, recordingId, { atMs, isPaused: false, isBehindLive: true, ...options });
  const source = {
    read: createRecordingStore(stage.redis.client).read,
    moments: async () => [20, 70, 90, 115].map((second) => raidAt(second)),
    log: stage.log,
  };
  const worker = await viewing.worker({
    deps: { openRecording: (id) => openRecording({ blob: stage.blob, growing: source }, id) },
  });
  await worker.pass(0);
  return { growing, viewing, worker };
}

const modeOf = async ({ deskId }: Viewing) => (await stage.desks.read(deskId))?.state.mode;

async function passTogether(growing: Growing, worker: Worker, seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n++) {
    await growing.goOn(1);
    await worker.pass(1_000);
  }
}

it("plays what only the live log has, and knows what the broadcast knew", async () => {
  const { growing, viewing, worker } = await steppedBack(60);
  await passTogether(growing, worker, 20);
  await worker.obey({ action: "pause" });
  const { at, ...stored } = await viewing.stored();
  expect(at.item).toBe(81);
  expect(knownFrom(stored)).toEqual(knownOf(foldedAt(growing.items, at.item ?? 0, at.atMs ?? 0)));
  expect(stored.documents.replayState).toMatchObject({ isGrowing: true, edgeMs: expect.any(Number) });
});

it("stays as far behind as it is at the broadcast's own speed", async () => {
  const { growing, viewing, worker } = await steppedBack(10);
  await passTogether(growing, worker, 30);
  expect(await modeOf(viewing)).toBe("REPLAY");
  expect(START_MS + growing.items.length * 1_000 - ((await viewing.stored()).at.atMs ?? 0)).toBeGreaterThan(8_000);
});

it("is LIVE again once it has caught up", async () => {
  const { growing, viewing, worker } = await steppedBack(30);
  await worker.obey({ action: "speed", value: 4 });
  for (let n = 0; n < 12 && !worker.isDone; n++) await passTogether(growing, worker, 1);
  expect(await modeOf(viewing)).toBe("LIVE");
  await worker.pass(1_000);
  expect(worker.isDone).toBe(true);
});

it("is LIVE at one key: the edge", async () => {
  const { viewing, worker } = await steppedBack(60, { isPaused: true });
  await worker.obey({ action: "seek", value: { edge: true } });
  expect(await modeOf(viewing)).toBe("LIVE");
});

it("waits at the edge, where it was not begun by stepping back", async () => {
  const { growing, viewing, worker } = await steppedBack(3, { isBehindLive: false });
  for (let n = 0; n < 5; n++) await worker.pass(2_000);
  expect(await modeOf(viewing)).toBe("REPLAY");
  expect((await viewing.stored()).state).toBe("playing");
  expect((await viewing.stored()).at.item).toBe(growing.items.length);
  await passTogether(growing, worker, 5);
  expect((await viewing.stored()).at.item).toBe(growing.items.length);
});

it("steps to moments that the session keeps of the broadcast", async () => {
  const { viewing, worker } = await steppedBack(40, { isPaused: true });
  const places: (number | undefined)[] = [];
  for (const direction of ["next", "next", "previous", "previous", "previous", "previous"] as const) {
    await worker.obey({ action: "step", value: { kind: "moment", direction } });
    places.push((await viewing.stored()).at.item);
  }
  // A share each second after the source was opened.
  expect(places).toEqual([91, 116, 91, 71, 21, 21]);
});

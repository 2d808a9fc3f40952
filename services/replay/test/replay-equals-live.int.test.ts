import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, expect, it } from "vitest";
import { foldedAt, knownFrom, knownOf, record, someBroadcast } from "./recorded.ts";
import { openStage, type Stage, Viewing, type Worker } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const seed = 7;
const items = someBroadcast(20_000, 8, seed);
const [fromMs, toMs] = [items[0]?.atMs ?? 0, items.at(-1)?.atMs ?? 0];

/** What is stored where the replay stands is what a fold of the broadcast's items up to there knows. */
async function expectEqualsLive(viewing: Viewing): Promise<void> {
  const stored = await viewing.stored();
  const { atMs = 0, item = 0 } = stored.at;
  expect(knownFrom(stored), `item ${item} at ${atMs}`).toEqual(knownOf(foldedAt(items, item, atMs)));
  const due = items.findIndex((each) => each.atMs > atMs);
  expect(item).toBe(due === -1 ? items.length : due);
}

const moments = (count: number, random: () => number) =>
  Array.from({ length: count }, () => Math.floor(fromMs + random() * (toMs - fromMs)));

/** Plays on until the clock has passed a moment, in steps of any length, and pauses. */
async function playTo(viewing: Viewing, worker: Worker, atMs: number, speed: number, random: () => number): Promise<void> {
  await worker.obey({ action: "resume" });
  for (;;) {
    const { atMs: at = 0 } = (await viewing.stored()).at;
    if (at >= atMs) break;
    await worker.pass(Math.min((atMs - at) / speed + 1, 200 + random() * 20_000));
  }
  await worker.obey({ action: "pause" });
}

it("knows at 50 moments that are reached by seeking what the broadcast knew", { timeout: 120_000 }, async () => {
  const viewing = await Viewing.open(stage, await record(stage.blob, items));
  const worker = await viewing.worker();
  for (const atMs of moments(50, seededRandom(seed))) {
    await worker.obey({ action: "seek", value: { atMs } });
    expect((await viewing.stored()).at.atMs).toBe(atMs);
    await expectEqualsLive(viewing);
  }
});

for (const speed of [1, 100]) {
  it(`and at 50 moments that are reached at ${speed}×`, { timeout: 120_000 }, async () => {
    const random = seededRandom(seed + speed);
    const viewing = await Viewing.open(stage, await record(stage.blob, items));
    const worker = await viewing.worker();
    await worker.obey({ action: "speed", value: speed });
    for (const atMs of moments(50, random).sort((a, b) => a - b)) {
      await playTo(viewing, worker, atMs, speed, random);
      await expectEqualsLive(viewing);
    }
  });
}

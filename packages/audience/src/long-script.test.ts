import type { Insight } from "@frontrow/protocol/insight";
import fc from "fast-check";
import { expect, it } from "vitest";
import { documentRules } from "./documents.ts";
import { type FoldItem, foldItems } from "./fold.ts";
import { restoreKeyframe, takeKeyframe } from "./keyframe.ts";
import { metricsOf } from "./metrics.ts";
import { createFold, type FoldState } from "./state.ts";
import { someItems } from "./testing/arbitrary.ts";
import { START_MS } from "./testing/events.ts";

const ITEMS = 20_000;
const SEED = 20_000;
/** So that some hours, and not some weeks, are in it. */
const FASTER = 20;

/** Many short sessions, one after the other, as one long one: sources come and go, streaks stay open, questions repeat. */
function longScript(): FoldItem[] {
  const script: FoldItem[] = [];
  let beginsMs = START_MS;
  for (const items of fc.sample(someItems, { seed: SEED, numRuns: 3_000 })) {
    for (const item of items) script.push({ ...item, atMs: beginsMs + Math.floor((item.atMs - START_MS) / FASTER) });
    beginsMs = script.at(-1)?.atMs ?? beginsMs;
  }
  return script.slice(0, ITEMS);
}

function outcomeOf(state: FoldState, insights: readonly Insight[]) {
  const documents = Object.entries(documentRules).map(([name, rule]) => [name, rule.of(state)]);
  return { metrics: metricsOf(state), documents, insights };
}

it("gives the same of 20,000 items in one piece, in batches of any size, and interrupted by keyframes anywhere", () => {
  const script = longScript();
  expect(script.length).toBe(ITEMS);
  const whole = createFold();
  const said: Insight[] = [];
  foldItems(whole, script, said);
  const kinds = said.map(({ type }) => type);
  for (const kind of ["automatedPrompt", "moment", "questionDetected"] as const) expect(kinds).toContain(kind);

  const sizes = fc.sample(fc.integer({ min: 1, max: 400 }), { seed: SEED, numRuns: ITEMS });
  let interrupted = createFold();
  const saidInParts: Insight[] = [];
  let keyframes = 0;
  for (let at = 0, batch = 0; at < ITEMS; batch++) {
    const size = sizes[batch] as number;
    foldItems(interrupted, script.slice(at, at + size), saidInParts);
    at += size;
    if (size % 3 !== 0) continue;
    const restored = restoreKeyframe(takeKeyframe(interrupted));
    if (!restored) throw new Error("not restored");
    interrupted = restored;
    keyframes++;
  }
  expect(keyframes).toBeGreaterThan(20);
  expect(outcomeOf(interrupted, saidInParts)).toEqual(outcomeOf(whole, said));
}, 60_000);

import { createFold } from "@frontrow/audience/state";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Writer } from "@frontrow/redis/log";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { expect, it } from "vitest";
import { createFoldMetrics } from "./fold-metrics.ts";
import { Folding, type FoldingDeps } from "./folding.ts";

const session = "ses_1" as SessionId;
const entryOf = (id: string, items: object[]) =>
  ({ log: session, epoch: 1, id, kind: "events", data: JSON.stringify(items) }) as LogEntry;

/** Of what it folds with alone: nothing is written here. */
function foldingFromTheMiddle(gapFromMs: number): Folding {
  const position = { log: session, epoch: 1, id: "5-0", stamp: "s" };
  const written = { metrics: {}, documents: {}, positionId: "0-0" };
  const settings = { keyframeEvents: 40, keyframeMs: 300_000, retention: { keepEntries: 20, keepMs: 0 } };
  const observe = createFoldMetrics(createMetricsRegistry(), () => 0);
  const logger = {
    warn(fields: { err: Error }) {
      throw fields.err;
    },
  };
  const deps = { observe, logger, settings, nowMs: () => 0 } as unknown as FoldingDeps;
  return new Folding(session, {} as Writer, 0, { state: createFold(), position, written, gapFromMs }, deps);
}

it("takes the source of a log whose beginning was trimmed for open, until it is said to be closed", () => {
  const folding = foldingFromTheMiddle(1_000);
  folding.take(entryOf("6-0", [{ type: "follow", id: "f", atMs: 60_000, sentAtMs: 60_000 }]));
  expect(folding.isSourceClosed).toBe(false);
  folding.take(entryOf("7-0", [{ type: "sourceClosed", atMs: 61_000, reason: "ended" }]));
  expect(folding.isSourceClosed).toBe(true);
});

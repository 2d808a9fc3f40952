import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRecordingHolds } from "./recording-holds.ts";

const [desk, other] = ["dsk_a", "dsk_b"] as DeskId[] as [DeskId, DeskId];
const [first, second] = ["ses_1", "ses_2"] as SessionId[] as [SessionId, SessionId];
const broadcast = { handle: "alice", roomId: "1" };
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeHolds() {
  const held: string[] = [];
  const failures: unknown[] = [];
  const away = { isAway: false };
  const recordings = {
    async hold(deskId: DeskId, session: SessionId) {
      if (away.isAway) throw new Error("away");
      held.push(`${deskId} ${session}`);
      return { outcome: "absent" as const };
    },
  };
  return { holds: createRecordingHolds({ recordings, onError: (error) => failures.push(error) }), held, failures, away };
}

it("holds once a desk and session, and again each hour", async () => {
  const { holds, held } = makeHolds();
  holds.keep(desk, first, broadcast);
  holds.keep(desk, first, { ...broadcast });
  holds.keep(other, first, broadcast);
  holds.keep(desk, second, broadcast);
  expect(held).toEqual(["dsk_a ses_1", "dsk_b ses_1", "dsk_a ses_2"]);
  holds.end(other);
  await vi.advanceTimersByTimeAsync(HOUR_MS + 60_000);
  expect(held.slice(3)).toEqual(["dsk_a ses_2"]);
  holds.close();
  await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
  expect(held).toHaveLength(4);
});

it("tries again after a minute when Redis was away", async () => {
  const { holds, held, failures, away } = makeHolds();
  away.isAway = true;
  holds.keep(desk, first, broadcast);
  await vi.advanceTimersByTimeAsync(0);
  away.isAway = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([held, failures.length]).toEqual([["dsk_a ses_1"], 1]);
});

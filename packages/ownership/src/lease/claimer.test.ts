import type { WorkerId } from "@frontrow/protocol/ids";
import type { ClaimOutcome, OwnerRecord } from "@frontrow/redis/owner-record";
import { describe, expect, it } from "vitest";
import { createClaimer } from "./claimer.ts";

const writer = { role: "analytics", nonce: "new", fence: 8 } as const;
const dead = { writer: "old:7", worker: "wkr_dead" as WorkerId };

interface Found {
  readonly owner?: OwnerRecord;
  readonly heartbeat?: string;
  readonly isWanted?: boolean;
  readonly answer?: ClaimOutcome;
}

function setUp({ owner, heartbeat, isWanted = false, answer = { outcome: "claimed", writer } }: Found) {
  const done: unknown[] = [];
  const claimer = createClaimer({
    role: "analytics",
    workerId: "wkr_me" as WorkerId,
    records: {
      read: async () => owner,
      async claim({ expected, worker, nonce }: { expected: string; worker: string; nonce: string }) {
        done.push(["claim", expected, worker]);
        expect(nonce).toMatch(/^[^:]{8,}$/);
        return answer;
      },
    } as never,
    workers: {
      read: async () => (heartbeat === undefined ? undefined : { heartbeat }),
      addHolding: async (worker: string, { id }: { id: string }) => void done.push(["list", worker, id]),
      removeHolding: async (worker: string, { id }: { id: string }) => void done.push(["unlist", worker, id]),
    } as never,
    isWanted: async () => isWanted,
  });
  return { claimer, done };
}

describe("a claim", () => {
  it("is made on what nobody owns and something wants; it is on the list before", async () => {
    const { claimer, done } = setUp({ isWanted: true });
    expect(await claimer.claim("ses_1")).toEqual({ outcome: "claimed", writer });
    expect(done).toEqual([
      ["list", "wkr_me", "ses_1"],
      ["claim", "", "wkr_me"],
    ]);
  });

  it("is not made on what nothing wants", async () => {
    const { claimer, done } = setUp({});
    expect(await claimer.claim("ses_1")).toEqual({ outcome: "unwanted" });
    expect(done).toEqual([]);
  });

  it.each<ClaimOutcome>([{ outcome: "taken" }, { outcome: "early", waitMs: 5 }])(
    "that is answered $outcome leaves nothing on the list",
    async (answer) => {
      const { claimer, done } = setUp({ isWanted: true, answer });
      expect(await claimer.claim("ses_1")).toEqual(answer);
      expect(done.at(-1)).toEqual(["unlist", "wkr_me", "ses_1"]);
    },
  );

  it("is not made on what somebody owns, unless that very owner was judged dead", async () => {
    const { claimer, done } = setUp({ owner: dead, heartbeat: "3", isWanted: true });
    expect(await claimer.claim("ses_1")).toEqual({ outcome: "taken" });
    expect(await claimer.claim("ses_1", { writer: "older:6", beat: "3" })).toEqual({ outcome: "taken" });
    expect(done).toEqual([]);
  });

  it("is made against an owner that was judged dead and has not moved since, also when nothing wants it any more", async () => {
    const { claimer, done } = setUp({ owner: dead, heartbeat: "3" });
    expect(await claimer.claim("ses_1", { writer: "old:7", beat: "3" })).toEqual({ outcome: "claimed", writer });
    expect(done).toContainEqual(["claim", "old:7", "wkr_me"]);
  });

  it("is not made against an owner that has shown a sign of life since", async () => {
    const { claimer, done } = setUp({ owner: dead, heartbeat: "4" });
    expect(await claimer.claim("ses_1", { writer: "old:7", beat: "3" })).toEqual({ outcome: "alive" });
    expect(await claimer.claim("ses_1", { writer: "old:7", beat: "" })).toEqual({ outcome: "alive" });
    expect(done).toEqual([]);
  });

  it("is made against an owner whose heartbeat is gone, as it was when it was judged", async () => {
    const { claimer } = setUp({ owner: dead });
    expect(await claimer.claim("ses_1", { writer: "old:7", beat: "3" })).toEqual({ outcome: "alive" });
    expect(await claimer.claim("ses_1", { writer: "old:7", beat: "" })).toEqual({ outcome: "claimed", writer });
  });
});

import { startOf } from "@frontrow/protocol/entry";
import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";
import { describe, expect, it } from "vitest";
import { Channel } from "../stream/channel.ts";
import type { Hub } from "../stream/hub.ts";
import { createDeskRegistry } from "./registry.ts";
import type { Sources } from "./source.ts";

const deskId = "dsk_mine" as DeskId;
const state = { mode: "LIVE", language: "en", generation: 1 } as const;

/** A registry over one desk; `calls` are the writes to Redis, in order. */
function makeRegistry(desk: { rested?: string; exists?: boolean; replay?: { session: string } } = {}) {
  const calls: string[] = [];
  let releases = 0;
  const registry = createDeskRegistry({
    gateway: "wkr_1" as WorkerId,
    hub: {
      async open(log: DeskId) {
        const release = () => {
          releases += 1;
        };
        return { channel: new Channel(startOf(log)), release };
      },
    } as unknown as Hub,
    desks: {
      async read() {
        if (desk.exists === false) return undefined;
        const { rested, replay } = desk;
        return { deskId, state: { ...state, ...(replay ? { mode: "REPLAY", replay } : {}) }, ...(rested ? { rested } : {}) };
      },
      async present(_deskId: DeskId, _gateway: WorkerId, sockets: number) {
        calls.push(`present ${sockets}`);
        if (desk.exists === false) return "absent";
        return sockets > 0 ? "joined" : "left";
      },
    } as unknown as DeskStore,
    wanted: { add: async (role, id) => void calls.push(`index ${role} ${id}`) },
    sources: {} as Sources,
    coach: undefined,
    holds: { keep() {}, end() {} },
    replays: { wake: async (_deskId, session) => void calls.push(`wake ${session}`) },
    changes: {
      async watch(_deskId, creatorId, handle) {
        calls.push(`watch ${creatorId} ${handle}`);
        return "applied";
      },
      async rest() {},
    },
    unseenKeptMs: 5_000,
    onError(error) {
      throw error;
    },
  });
  return {
    registry,
    calls,
    get releases() {
      return releases;
    },
  };
}

describe("the desks of a process", () => {
  it("are put before the reaper again, first of all, when somebody is back: it forgets a desk that it has reaped", async () => {
    const { registry, calls } = makeRegistry({ rested: "alice" });
    expect(await registry.enter(deskId)).toMatchObject({ id: deskId });
    expect(calls).toEqual([`index desks ${deskId}`, "present 1", "watch cr_alice alice"]);
  });

  it("have their replay woken when somebody comes to them, who counts as present by then", async () => {
    const { registry, calls } = makeRegistry({ replay: { session: "ses_replay" } });
    await registry.enter(deskId);
    expect(calls).toEqual([`index desks ${deskId}`, "present 1", "wake ses_replay"]);
  });

  it("are opened once, however many sockets are there, and closed when the last has left", async () => {
    const made = makeRegistry();
    const [first, second] = await Promise.all([made.registry.enter(deskId), made.registry.enter(deskId)]);
    expect(first).toBe(second);
    made.registry.leave(deskId);
    await made.registry.drained();
    expect(made.releases).toBe(0);
    made.registry.leave(deskId);
    await made.registry.drained();
    expect(made.releases).toBe(1);
    expect(made.calls.at(-1)).toBe("present 0");
    expect(await made.registry.enter(deskId)).not.toBe(first);
    expect(made.calls.slice(-2)).toEqual([`index desks ${deskId}`, "present 1"]);
  });

  it("do not hold a desk that there is not", async () => {
    const { registry, calls } = makeRegistry({ exists: false });
    expect(await registry.enter(deskId)).toBeUndefined();
    await registry.drained();
    expect(calls).toEqual([`index desks ${deskId}`, "present 1", "present 0"]);
    registry.leave(deskId);
    expect(calls).toHaveLength(3);
  });
});

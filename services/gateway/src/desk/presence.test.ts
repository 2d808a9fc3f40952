import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import { describe, expect, it } from "vitest";
import { createPresence } from "./presence.ts";

describe("presence", () => {
  it("announces the number as it is now, one call at a time, and the last one is true", async () => {
    const announced: number[] = [];
    let running = 0;
    const desks = {
      async present(_deskId: DeskId, _gateway: WorkerId, sockets: number) {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        announced.push(sockets);
        running -= 1;
        return sockets > 0 ? ("joined" as const) : ("left" as const);
      },
    };
    const presence = createPresence(desks, "wkr_1" as WorkerId);
    const desk = "dsk_1" as DeskId;
    await Promise.all([presence.change(desk, 1), presence.change(desk, 1), presence.change(desk, -1), presence.change(desk, 1)]);
    expect(announced.at(-1)).toBe(2);
    await Promise.all([presence.change(desk, -1), presence.change(desk, -1)]);
    expect(announced.at(-1)).toBe(0);
    expect(await presence.change(desk, 1)).toBe("joined");
  });
});

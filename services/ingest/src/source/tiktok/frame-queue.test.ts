import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { FrameQueue } from "./frame-queue.ts";

describe("the frames of a session", () => {
  function setup(msPerFrame: number) {
    let nowMs = 0;
    const handled: string[] = [];
    const calls: string[] = [];
    const socket = { pause: () => calls.push("pause"), resume: () => calls.push("resume") };
    const handle = (frame: Buffer) => {
      nowMs += msPerFrame;
      handled.push(String(frame));
    };
    const queue = new FrameQueue(socket, handle, () => nowMs);
    const push = (...names: string[]) => {
      for (const name of names) queue.push(Buffer.from(name));
    };
    return { queue, push, handled, calls };
  }

  it("are handled at once while they are cheap, and the socket is let alone", async () => {
    const { push, handled, calls } = setup(0.01);
    push("a", "b", "c");
    expect(handled).toEqual(["a", "b", "c"]);
    await turn();
    push("d");
    expect([handled.join(""), calls]).toEqual(["abcd", []]);
  });

  it("take a slice of each turn, in order; the socket waits until none does", async () => {
    const { push, handled, calls } = setup(2);
    push(..."abc");
    expect([handled.join(""), calls]).toEqual(["ab", ["pause"]]);
    push("d");
    expect(handled.join("")).toBe("ab");
    await turn();
    expect([handled.join(""), calls]).toEqual(["abcd", ["pause", "resume"]]);
    await turn();
    push(..."efg");
    expect([handled.join(""), calls]).toEqual(["abcdef", ["pause", "resume", "pause"]]);
  });

  it("take twice as much of each turn that finds some waiting, until none do", async () => {
    const { push, handled } = setup(2);
    push(..."a".repeat(100));
    const perTurn: number[] = [handled.length];
    for (let n = 0; n < 4; n++) {
      const before = handled.length;
      await turn();
      perTurn.push(handled.length - before);
    }
    expect(perTurn).toEqual([2, 4, 8, 16, 32]);
    while (handled.length < 100) await turn();
    await turn();
    await turn();
    push(..."abc");
    expect(handled).toHaveLength(102);
  });

  it("let others have their turn between two slices", async () => {
    const loud = setup(100);
    const order: string[] = [];
    loud.push(..."abcd");
    for (let n = 0; n < 3; n++) {
      await turn();
      order.push(loud.handled.join(""));
    }
    expect(order).toEqual(["ab", "abc", "abcd"]);
  });

  it("are all handled when the connection has ended", async () => {
    const { queue, push, handled } = setup(10);
    push(..."abcd");
    queue.drain();
    expect(handled.join("")).toBe("abcd");
    await turn();
    expect(handled.join("")).toBe("abcd");
  });
});

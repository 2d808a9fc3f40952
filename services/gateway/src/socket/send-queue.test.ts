import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lag, SendQueue } from "./send-queue.ts";

const limits = { foldBytes: 100, lagBytes: 200, closeBytes: 300 };

/** A socket that reads only when told to. */
function slowSocket() {
  const socket = { writableLength: 0, writable: true, write: (bytes: Buffer) => (socket.writableLength += bytes.length) };
  const said: string[] = [];
  const queue = new SendQueue(socket, limits, {
    onFolded: (folded) => said.push(`folded ${Object.values(folded).reduce((sum, n) => sum + n, 0)}`),
    onLag: ({ behind, folded, told }: Lag) => said.push(`${behind ? "behind" : "caught up"} ${folded}${told ? " told" : ""}`),
    onTooSlow: () => said.push("too slow"),
  });
  const read = () => {
    socket.writableLength = 0;
    queue.drained();
  };
  return { socket, queue, said, read };
}
const bytes = (length: number): Buffer => Buffer.alloc(length);

describe("a socket's output", () => {
  it("flows while the socket reads", () => {
    const { queue, said, read } = slowSocket();
    for (let n = 0; n < 10; n++) {
      queue.entry(bytes(90));
      read();
    }
    expect(queue.isFolding).toBe(false);
    expect(said).toEqual([]);
  });

  it("folds, tells, and closes, in this order, as more waits", () => {
    const { queue, said } = slowSocket();
    queue.entry(bytes(120));
    expect(queue.isFolding).toBe(true);
    queue.leanEntry(bytes(90), { likes: 3 });
    queue.leanEntry(bytes(90), { joins: 2 });
    expect(said).toEqual(["folded 3", "behind 3 told", "folded 2", "too slow"]);
    queue.entry(bytes(1));
    queue.leanEntry(bytes(1), { likes: 1 });
    expect(said).toHaveLength(4);
  });

  it("asks for full metrics when it has caught up, if anything was left out", () => {
    const { queue, said, read } = slowSocket();
    queue.entry(bytes(120));
    read();
    expect(said).toEqual([]);
    queue.entry(bytes(120));
    queue.leanEntry(undefined, { likes: 4, metrics: 1 });
    read();
    expect(said).toEqual(["folded 5", "caught up 5"]);
    expect(queue.isFolding).toBe(false);
  });

  it("says that it has caught up to a client that was told that it lags", () => {
    const { queue, said, read } = slowSocket();
    queue.entry(bytes(150));
    queue.entry(bytes(100));
    read();
    expect(said).toEqual(["behind 0 told", "caught up 0 told"]);
  });

  it("counts what it leaves out anew each time that it falls behind", () => {
    const { queue, said, read } = slowSocket();
    queue.entry(bytes(150));
    queue.leanEntry(bytes(60), { likes: 4 });
    read();
    queue.entry(bytes(150));
    queue.leanEntry(bytes(60), { likes: 1 });
    read();
    expect(said).toEqual([
      ...["folded 4", "behind 4 told", "caught up 4 told"],
      ...["folded 1", "behind 1 told", "caught up 1 told"],
    ]);
  });

  it("writes nothing to a socket that is about to close", () => {
    const { socket, queue } = slowSocket();
    socket.writable = false;
    queue.entry(bytes(10));
    expect(socket.writableLength).toBe(0);
  });

  it("never holds more than its limit and one entry, whatever is sent", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 150 }), fc.constant("read" as const)), { maxLength: 60 }), (steps) => {
        const { socket, queue, read } = slowSocket();
        for (const step of steps) {
          if (step === "read") read();
          else if (queue.isFolding) queue.leanEntry(bytes(step), { likes: 1 });
          else queue.entry(bytes(step));
          expect(socket.writableLength).toBeLessThan(limits.closeBytes + 150);
        }
      }),
      { seed: 3 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Omitted } from "../stream/entry.ts";
import { afterWrite, type Lag, SendQueue, type Written } from "./send-queue.ts";

const limits = { coalesceBytes: 100, lagBytes: 200, closeBytes: 300 };

/** A socket that reads only when told to; `said` is what writing to it brought about. */
function slowSocket() {
  const socket = { writableLength: 0, writable: true, write: (bytes: Buffer) => (socket.writableLength += bytes.length) };
  const said: string[] = [];
  const queue = new SendQueue(socket, limits);
  const note = (written: Written) => {
    if (written.omitted) said.push(`omitted ${Object.values(written.omitted).reduce((sum, n) => sum + n, 0)}`);
    if (written.lag) noteLag(written.lag);
    if (written.isTooSlow) said.push("too slow");
  };
  const noteLag = ({ isBehind, omitted, isToldToClient }: Lag) =>
    said.push(`${isBehind ? "behind" : "caught up"} ${omitted}${isToldToClient ? " told" : ""}`);
  const read = () => {
    socket.writableLength = 0;
    const lag = queue.onDrained();
    if (lag) noteLag(lag);
  };
  return {
    socket,
    queue,
    said,
    read,
    write: (bytes: Buffer) => note(queue.write(bytes)),
    writeCoalesced: (bytes: Buffer | undefined, omitted: Omitted) => note(queue.writeCoalesced(bytes, omitted)),
  };
}
const bytes = (length: number): Buffer => Buffer.alloc(length);

describe("a socket's output", () => {
  it("flows while the socket reads", () => {
    const { queue, said, read, write } = slowSocket();
    for (let n = 0; n < 10; n++) {
      write(bytes(90));
      read();
    }
    expect(queue.isCoalescing).toBe(false);
    expect(said).toEqual([]);
  });

  it("coalesces, tells, and closes, in this order, as more waits", () => {
    const { queue, said, write, writeCoalesced } = slowSocket();
    write(bytes(120));
    expect(queue.isCoalescing).toBe(true);
    writeCoalesced(bytes(90), { likes: 3 });
    writeCoalesced(bytes(90), { joins: 2 });
    expect(said).toEqual(["omitted 3", "behind 3 told", "omitted 2", "too slow"]);
    write(bytes(1));
    writeCoalesced(bytes(1), { likes: 1 });
    expect(said).toHaveLength(4);
  });

  it("asks for full metrics when it has caught up, if anything was left out", () => {
    const { queue, said, read, write, writeCoalesced } = slowSocket();
    write(bytes(120));
    read();
    expect(said).toEqual([]);
    write(bytes(120));
    writeCoalesced(undefined, { likes: 4, metrics: 1 });
    read();
    expect(said).toEqual(["omitted 5", "caught up 5"]);
    expect(queue.isCoalescing).toBe(false);
  });

  it("says that it has caught up to a client that was told that it lags", () => {
    const { said, read, write } = slowSocket();
    write(bytes(150));
    write(bytes(100));
    read();
    expect(said).toEqual(["behind 0 told", "caught up 0 told"]);
  });

  it("counts what it leaves out anew each time that it falls behind", () => {
    const { said, read, write, writeCoalesced } = slowSocket();
    write(bytes(150));
    writeCoalesced(bytes(60), { likes: 4 });
    read();
    write(bytes(150));
    writeCoalesced(bytes(60), { likes: 1 });
    read();
    expect(said).toEqual([
      ...["omitted 4", "behind 4 told", "caught up 4 told"],
      ...["omitted 1", "behind 1 told", "caught up 1 told"],
    ]);
  });

  it("writes nothing to a socket that is about to close", () => {
    const { socket, write } = slowSocket();
    socket.writable = false;
    write(bytes(10));
    expect(socket.writableLength).toBe(0);
  });

  it("never holds more than its limit and one entry, whatever is sent", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 150 }), fc.constant("read" as const)), { maxLength: 60 }), (steps) => {
        const { socket, queue, read, write, writeCoalesced } = slowSocket();
        for (const step of steps) {
          if (step === "read") read();
          else if (queue.isCoalescing) writeCoalesced(bytes(step), { likes: 1 });
          else write(bytes(step));
          expect(socket.writableLength).toBeLessThan(limits.closeBytes + 150);
        }
      }),
      { seed: 3 },
    );
  });

  it("leads from each state only on, until it is drained", () => {
    const order = ["flowing", "coalescing", "lagging", "closed"];
    for (const [from, next] of Object.entries(afterWrite))
      for (const to of Object.values(next)) expect(order.indexOf(to)).toBeGreaterThanOrEqual(order.indexOf(from));
  });
});

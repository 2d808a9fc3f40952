import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultBufferLimits, type PackedEntry, ResendBuffer } from "./resend-buffer.ts";

const limits = { ...defaultBufferLimits, entryItems: 3, waitingCharacters: 40, keptMs: 100 };
const fill = (buffer: ResendBuffer, ...items: string[]) => items.map((item, at) => buffer.push("events", item, at));

describe("the resend buffer", () => {
  it("packs what waits into one entry, up to a bound", () => {
    const buffer = new ResendBuffer(limits);
    fill(buffer, "1", "2", "3", "4");
    expect(buffer.next()).toMatchObject({ sequence: 1, data: "[1,2,3]" });
    expect(buffer.next()).toMatchObject({ sequence: 1 });
    buffer.acknowledge(0);
    expect(buffer.next()).toMatchObject({ sequence: 2, data: "[4]" });
  });

  it("never mixes kinds in an entry", () => {
    const buffer = new ResendBuffer(limits);
    buffer.push("control", "1", 0);
    buffer.push("events", "2", 0);
    expect(buffer.next()).toMatchObject({ kind: "control", data: "[1]" });
  });

  it("refuses what does not fit, and takes again when Redis took some", () => {
    const buffer = new ResendBuffer(limits);
    expect(fill(buffer, "x".repeat(30), "y".repeat(30))).toEqual(["taken", "full"]);
    buffer.next();
    expect(fill(buffer, "y".repeat(30))).toEqual(["taken"]);
  });

  it("sends again what Redis has lost, in order", () => {
    const buffer = new ResendBuffer(limits);
    for (const item of ["1", "2", "3"]) {
      fill(buffer, item);
      buffer.next();
      buffer.acknowledge(0);
    }
    fill(buffer, "4");
    expect(buffer.next()).toMatchObject({ sequence: 4 });
    expect(buffer.rewind(1)).toBe("resend");
    const sent: string[] = [];
    for (let entry = buffer.next(); entry; entry = buffer.next()) {
      sent.push(`${entry.sequence}${entry.data}`);
      buffer.acknowledge(0);
    }
    expect(sent).toEqual(["2[2]", "3[3]", "4[4]"]);
  });

  it("goes on with a notice when what was lost is not kept any more", () => {
    const buffer = new ResendBuffer(limits);
    for (const [at, item] of ["1", "2", "3"].entries()) {
      fill(buffer, item);
      buffer.next();
      buffer.acknowledge(at * 200);
    }
    fill(buffer, "4");
    buffer.next();
    expect(buffer.rewind(1)).toBe("lost");
    buffer.restart(1, "events", "gap");
    const sent: string[] = [];
    for (let entry = buffer.next(); entry; entry = buffer.next()) {
      sent.push(`${entry.sequence}${entry.data}`);
      buffer.acknowledge(400);
    }
    expect(sent).toEqual(["2[gap]", "3[3]", "4[4]"]);
  });

  it("takes what fits exactly, and is half full above the half", () => {
    const buffer = new ResendBuffer(limits);
    expect(fill(buffer, "x".repeat(20))).toEqual(["taken"]);
    expect(buffer.isHalfFull).toBe(false);
    expect(fill(buffer, "y")).toEqual(["taken"]);
    expect(buffer.isHalfFull).toBe(true);
    expect(fill(buffer, "z".repeat(19), "1")).toEqual(["taken", "full"]);
    expect(buffer.waitingCharacters).toBe(40);
  });

  it("cuts an entry where one more item would make it too large, but sends an item that is too large alone", () => {
    const buffer = new ResendBuffer({ ...limits, entryCharacters: 10 });
    fill(buffer, "1".repeat(4), "2".repeat(6), "3", "4".repeat(12), "5");
    const sent: string[] = [];
    for (let entry = buffer.next(); entry; entry = buffer.next()) {
      sent.push(String(entry.data));
      buffer.acknowledge(0);
    }
    expect(sent).toEqual(["[1111,222222]", "[3]", `[${"4".repeat(12)}]`, "[5]"]);
    expect(buffer.isEmpty).toBe(true);
  });

  it("has a backlog when an entry is full, by number or by size, or one has to be sent again", () => {
    const buffer = new ResendBuffer({ ...limits, entryCharacters: 10 });
    fill(buffer, "1", "2");
    expect(buffer.hasBacklog).toBe(false);
    fill(buffer, "3");
    expect(buffer.hasBacklog).toBe(true);
    buffer.next();
    expect(buffer.hasBacklog).toBe(true);
    expect(buffer.isEmpty).toBe(false);
    buffer.acknowledge(0);
    expect(buffer.hasBacklog).toBe(false);
    expect(buffer.isEmpty).toBe(true);
    fill(buffer, "4".repeat(10));
    expect(buffer.hasBacklog).toBe(true);
    expect(buffer.isEmpty).toBe(false);
  });

  it("keeps what was appended for its time, and lets go of the oldest when it is too much", () => {
    const buffer = new ResendBuffer({ ...limits, keptLength: 12 });
    const append = (item: string, atMs: number) => {
      fill(buffer, item);
      buffer.next();
      buffer.acknowledge(atMs);
    };
    append("1", 0);
    append("2", 99);
    expect(buffer.rewind(0)).toBe("resend");
    buffer.next();
    buffer.acknowledge(99);
    buffer.next();
    // Acknowledged again at 99: each is kept for its time from there.
    buffer.acknowledge(198);
    expect(buffer.rewind(0)).toBe("resend");
    buffer.next();
    buffer.acknowledge(198);
    buffer.next();
    buffer.acknowledge(298);
    expect(buffer.rewind(0)).toBe("lost");
    expect(buffer.rewind(1)).toBe("resend");
    buffer.next();
    buffer.acknowledge(298);
    // With brackets: 3 of the second, 9 of this one. One more is too much, and the oldest goes.
    append("3333333", 299);
    expect(buffer.rewind(1)).toBe("resend");
    buffer.next();
    buffer.acknowledge(299);
    buffer.next();
    buffer.acknowledge(299);
    append("4", 300);
    expect(buffer.rewind(1)).toBe("lost");
    expect(buffer.rewind(2)).toBe("resend");
  });

  it("never lets go of what Redis does not have", () => {
    const buffer = new ResendBuffer({ ...limits, keptMs: 0, keptLength: 0 });
    fill(buffer, "1");
    expect(buffer.next()).toMatchObject({ sequence: 1 });
    buffer.acknowledge(0);
    fill(buffer, "2");
    expect(buffer.next()).toMatchObject({ sequence: 2 });
    expect(buffer.rewind(1)).toBe("resend");
    expect(buffer.next()).toMatchObject({ sequence: 2, data: "[2]" });
  });

  it("has lost what is not of this claim: more than it has sent, or nothing to send again", () => {
    const buffer = new ResendBuffer(limits, 7);
    expect(buffer.rewind(7)).toBe("lost");
    expect(buffer.rewind(6)).toBe("lost");
    fill(buffer, "1");
    expect(buffer.next()).toMatchObject({ sequence: 8 });
    expect(buffer.rewind(8)).toBe("lost");
    expect(buffer.rewind(7)).toBe("resend");
  });

  it("puts the notice at the time of what follows it, and keeps it as long as the rest", () => {
    const buffer = new ResendBuffer(limits);
    buffer.push("events", "1", 50);
    buffer.next();
    buffer.restart(4, "events", "gap");
    expect(buffer.next()).toMatchObject({ sequence: 5, data: "[gap]", atMs: 50 });
    expect(buffer.lastSequence).toBe(6);
    buffer.acknowledge(0);
    buffer.next();
    buffer.acknowledge(0);
    expect(buffer.rewind(4)).toBe("resend");
    // The notice counts among what is kept: "[gap]", "[1]" and "[2]" are eleven characters, one too many.
    const small = new ResendBuffer({ ...limits, keptLength: 10 });
    for (const item of ["1", "2"]) {
      fill(small, item);
      small.next();
    }
    small.restart(0, "events", "gap");
    for (let entry = small.next(); entry; entry = small.next()) small.acknowledge(0);
    expect(small.rewind(0)).toBe("lost");
    const empty = new ResendBuffer(limits);
    empty.restart(2, "events", "gap");
    expect(empty.next()).toMatchObject({ sequence: 3, atMs: 0 });
    expect(empty.lastSequence).toBe(3);
  });

  it("delivers each item once and in order, whatever Redis forgets within what is kept", () => {
    const step = fc.oneof(
      fc.record({ push: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ lose: fc.integer({ min: 0, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const buffer = new ResendBuffer({ ...limits, waitingCharacters: 1_000_000, keptMs: 1_000_000 });
        const log: PackedEntry[] = [];
        let pushed = 0;
        for (const each of steps) {
          if ("push" in each) for (let n = 0; n < each.push; n++) buffer.push("events", String(pushed++), 0);
          else log.length = Math.max(0, log.length - each.lose);
          for (let entry = buffer.next(); entry; entry = buffer.next()) {
            if (entry.sequence === log.length + 1) {
              log.push({ ...entry });
              buffer.acknowledge(0);
            } else expect(buffer.rewind(log.length)).toBe("resend");
          }
        }
        buffer.push("events", String(pushed++), 0);
        for (let entry = buffer.next(); entry; entry = buffer.next()) {
          if (entry.sequence === log.length + 1) {
            log.push({ ...entry });
            buffer.acknowledge(0);
          } else buffer.rewind(log.length);
        }
        const items = log.flatMap(({ data }) => JSON.parse(String(data)) as number[]);
        expect(items).toEqual(Array.from({ length: pushed }, (_, index) => index));
      }),
      { seed: 4 },
    );
  });
});

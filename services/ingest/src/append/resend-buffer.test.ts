import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultOutboxLimits, Outbox } from "./resend-buffer.ts";

const limits = { ...defaultOutboxLimits, entryItems: 3, waitingCharacters: 40, keptMs: 100 };
const fill = (outbox: Outbox, ...items: string[]) => items.map((item, at) => outbox.push("events", item, at));

describe("the outbox", () => {
  it("packs what waits into one entry, up to a bound", () => {
    const outbox = new Outbox(limits);
    fill(outbox, "1", "2", "3", "4");
    expect(outbox.next()).toMatchObject({ sequence: 1, data: "[1,2,3]" });
    expect(outbox.next()).toMatchObject({ sequence: 1 });
    outbox.acknowledged(0);
    expect(outbox.next()).toMatchObject({ sequence: 2, data: "[4]" });
  });

  it("never mixes kinds in an entry", () => {
    const outbox = new Outbox(limits);
    outbox.push("control", "1", 0);
    outbox.push("events", "2", 0);
    expect(outbox.next()).toMatchObject({ kind: "control", data: "[1]" });
  });

  it("refuses what does not fit, and takes again when Redis took some", () => {
    const outbox = new Outbox(limits);
    expect(fill(outbox, "x".repeat(30), "y".repeat(30))).toEqual(["taken", "full"]);
    outbox.next();
    expect(fill(outbox, "y".repeat(30))).toEqual(["taken"]);
  });

  it("sends again what Redis has lost, in order", () => {
    const outbox = new Outbox(limits);
    for (const item of ["1", "2", "3"]) {
      fill(outbox, item);
      outbox.next();
      outbox.acknowledged(0);
    }
    fill(outbox, "4");
    expect(outbox.next()).toMatchObject({ sequence: 4 });
    expect(outbox.missing(1)).toBe("resend");
    const sent: string[] = [];
    for (let entry = outbox.next(); entry; entry = outbox.next()) {
      sent.push(`${entry.sequence}${entry.data}`);
      outbox.acknowledged(0);
    }
    expect(sent).toEqual(["2[2]", "3[3]", "4[4]"]);
  });

  it("goes on with a notice when what was lost is not kept any more", () => {
    const outbox = new Outbox(limits);
    for (const [at, item] of ["1", "2", "3"].entries()) {
      fill(outbox, item);
      outbox.next();
      outbox.acknowledged(at * 200);
    }
    fill(outbox, "4");
    outbox.next();
    expect(outbox.missing(1)).toBe("lost");
    outbox.restart(1, "events", "gap");
    const sent: string[] = [];
    for (let entry = outbox.next(); entry; entry = outbox.next()) {
      sent.push(`${entry.sequence}${entry.data}`);
      outbox.acknowledged(400);
    }
    expect(sent).toEqual(["2[gap]", "3[3]", "4[4]"]);
  });

  it("takes what fits exactly, and is half full above the half", () => {
    const outbox = new Outbox(limits);
    expect(fill(outbox, "x".repeat(20))).toEqual(["taken"]);
    expect(outbox.isHalfFull).toBe(false);
    expect(fill(outbox, "y")).toEqual(["taken"]);
    expect(outbox.isHalfFull).toBe(true);
    expect(fill(outbox, "z".repeat(19), "1")).toEqual(["taken", "full"]);
    expect(outbox.size).toBe(40);
  });

  it("cuts an entry where one more item would make it too large, but sends an item that is too large alone", () => {
    const outbox = new Outbox({ ...limits, entryCharacters: 10 });
    fill(outbox, "1".repeat(4), "2".repeat(6), "3", "4".repeat(12), "5");
    const sent: string[] = [];
    for (let entry = outbox.next(); entry; entry = outbox.next()) {
      sent.push(entry.data);
      outbox.acknowledged(0);
    }
    expect(sent).toEqual(["[1111,222222]", "[3]", `[${"4".repeat(12)}]`, "[5]"]);
    expect(outbox.isEmpty).toBe(true);
  });

  it("has a backlog when an entry is full, by number or by size, or one has to be sent again", () => {
    const outbox = new Outbox({ ...limits, entryCharacters: 10 });
    fill(outbox, "1", "2");
    expect(outbox.hasBacklog).toBe(false);
    fill(outbox, "3");
    expect(outbox.hasBacklog).toBe(true);
    outbox.next();
    expect(outbox.hasBacklog).toBe(true);
    expect(outbox.isEmpty).toBe(false);
    outbox.acknowledged(0);
    expect(outbox.hasBacklog).toBe(false);
    expect(outbox.isEmpty).toBe(true);
    fill(outbox, "4".repeat(10));
    expect(outbox.hasBacklog).toBe(true);
    expect(outbox.isEmpty).toBe(false);
  });

  it("keeps what was appended for its time, and lets go of the oldest when it is too much", () => {
    const outbox = new Outbox({ ...limits, keptCharacters: 12 });
    const append = (item: string, atMs: number) => {
      fill(outbox, item);
      outbox.next();
      outbox.acknowledged(atMs);
    };
    append("1", 0);
    append("2", 99);
    expect(outbox.missing(0)).toBe("resend");
    outbox.next();
    outbox.acknowledged(99);
    outbox.next();
    // Acknowledged again at 99: each is kept for its time from there.
    outbox.acknowledged(198);
    expect(outbox.missing(0)).toBe("resend");
    outbox.next();
    outbox.acknowledged(198);
    outbox.next();
    outbox.acknowledged(298);
    expect(outbox.missing(0)).toBe("lost");
    expect(outbox.missing(1)).toBe("resend");
    outbox.next();
    outbox.acknowledged(298);
    // With brackets: 3 of the second, 9 of this one. One more is too much, and the oldest goes.
    append("3333333", 299);
    expect(outbox.missing(1)).toBe("resend");
    outbox.next();
    outbox.acknowledged(299);
    outbox.next();
    outbox.acknowledged(299);
    append("4", 300);
    expect(outbox.missing(1)).toBe("lost");
    expect(outbox.missing(2)).toBe("resend");
  });

  it("never lets go of what Redis does not have", () => {
    const outbox = new Outbox({ ...limits, keptMs: 0, keptCharacters: 0 });
    fill(outbox, "1");
    expect(outbox.next()).toMatchObject({ sequence: 1 });
    outbox.acknowledged(0);
    fill(outbox, "2");
    expect(outbox.next()).toMatchObject({ sequence: 2 });
    expect(outbox.missing(1)).toBe("resend");
    expect(outbox.next()).toMatchObject({ sequence: 2, data: "[2]" });
  });

  it("has lost what is not of this claim: more than it has sent, or nothing to send again", () => {
    const outbox = new Outbox(limits, 7);
    expect(outbox.missing(7)).toBe("lost");
    expect(outbox.missing(6)).toBe("lost");
    fill(outbox, "1");
    expect(outbox.next()).toMatchObject({ sequence: 8 });
    expect(outbox.missing(8)).toBe("lost");
    expect(outbox.missing(7)).toBe("resend");
  });

  it("puts the notice at the time of what follows it, and keeps it as long as the rest", () => {
    const outbox = new Outbox(limits);
    outbox.push("events", "1", 50);
    outbox.next();
    outbox.restart(4, "events", "gap");
    expect(outbox.next()).toMatchObject({ sequence: 5, data: "[gap]", atMs: 50 });
    expect(outbox.lastSequence).toBe(6);
    outbox.acknowledged(0);
    outbox.next();
    outbox.acknowledged(0);
    expect(outbox.missing(4)).toBe("resend");
    const empty = new Outbox(limits);
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
        const outbox = new Outbox({ ...limits, waitingCharacters: 1_000_000, keptMs: 1_000_000 });
        const log: { sequence: number; data: string }[] = [];
        let pushed = 0;
        for (const each of steps) {
          if ("push" in each) for (let n = 0; n < each.push; n++) outbox.push("events", String(pushed++), 0);
          else log.length = Math.max(0, log.length - each.lose);
          for (let entry = outbox.next(); entry; entry = outbox.next()) {
            if (entry.sequence === log.length + 1) {
              log.push({ ...entry });
              outbox.acknowledged(0);
            } else expect(outbox.missing(log.length)).toBe("resend");
          }
        }
        outbox.push("events", String(pushed++), 0);
        for (let entry = outbox.next(); entry; entry = outbox.next()) {
          if (entry.sequence === log.length + 1) {
            log.push({ ...entry });
            outbox.acknowledged(0);
          } else outbox.missing(log.length);
        }
        const items = log.flatMap(({ data }) => JSON.parse(data) as number[]);
        expect(items).toEqual(Array.from({ length: pushed }, (_, index) => index));
      }),
      { seed: 4 },
    );
  });
});

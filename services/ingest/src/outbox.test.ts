import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultOutboxLimits, Outbox } from "./outbox.ts";

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

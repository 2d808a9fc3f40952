import { describe, expect, it } from "vitest";
import { Patience } from "./abuse-guard.ts";

const limits = { messages: { burst: 10, perSecond: 2 }, watches: { burst: 2, perSecond: 1 } };
const test = { type: "test" } as const;
const watch = { type: "changeUsername", username: "a" } as const;
const taken = (patience: Patience, count: number, nowMs: number, command?: typeof test | typeof watch): string[] =>
  Array.from({ length: count }, () => patience.take(nowMs, command));

describe("patience with a socket", () => {
  it("allows a burst, and so many a second after it", () => {
    const patience = new Patience(limits, 0);
    expect(taken(patience, 11, 0, test)).toEqual([...Array(10).fill("ok"), "limited"]);
    expect(taken(patience, 3, 1_000, test)).toEqual(["ok", "ok", "limited"]);
  });

  it("costs more for garbage", () => {
    expect(taken(new Patience(limits, 0), 6, 0)).toEqual([...Array(5).fill("ok"), "limited"]);
  });

  it("allows fewer changes of the watch", () => {
    expect(taken(new Patience(limits, 0), 3, 0, watch)).toEqual(["ok", "ok", "limited"]);
  });

  it("answers a flood once a second, and ends it", () => {
    const patience = new Patience(limits, 0);
    const answers = taken(patience, 200, 0, test);
    expect(answers.filter((answer) => answer === "limited")).toHaveLength(1);
    expect(answers.at(-1)).toBe("abuse");
  });

  it("forgets after a calm time", () => {
    const patience = new Patience(limits, 0);
    taken(patience, 60, 0, test);
    taken(patience, 60, 40_000, test);
    expect(patience.take(40_001, test)).not.toBe("abuse");
  });

  it("ends who tries tokens", () => {
    const patience = new Patience(limits, 0);
    expect(Array.from({ length: 6 }, () => patience.refusedResume())).toEqual([...Array(5).fill("ok"), "abuse"]);
  });
});

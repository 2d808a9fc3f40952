import { describe, expect, it } from "vitest";
import { chaptersOf } from "./chapters.ts";
import type { Marker } from "./markers.ts";
import { oneLine } from "./one-line.ts";
import { frameAt, timecodeOf } from "./timecode.ts";

const marker = (kind: Marker["kind"], seconds: number, name: string, worth = 0): Marker => ({
  ...{ kind, atMs: seconds * 1_000, offsetMs: seconds * 1_000, name, note: "", handle: undefined, worth },
});
const lines = (markers: Marker[], lengthS: number) => chaptersOf(markers, lengthS).map(({ seconds, name }) => [seconds, name]);

describe("chapters", () => {
  it("begin at zero, are ten seconds apart, and the last is as long", () => {
    const many = Array.from({ length: 40 }, (_, n) => marker("moment", n * 7, `m${n}`, n));
    const chosen = chaptersOf(many, 275);
    expect(chosen[0]).toEqual({ seconds: 0, name: "Start" });
    for (const [n, { seconds }] of chosen.entries()) expect((chosen[n + 1]?.seconds ?? 275) - seconds).toBeGreaterThanOrEqual(10);
  });

  it("are what the desk marked before what was noticed, and that before questions", () => {
    const near = [marker("question", 100, "q", 9_000), marker("moment", 105, "m", 5), marker("bookmark", 109, "b")];
    expect(lines([...near, marker("moment", 300, "later")], 600)).toEqual([
      [0, "Start"],
      [109, "b"],
      [300, "later"],
    ]);
  });

  it("are called as what is marked at the very beginning", () => {
    expect(lines([marker("bookmark", 3, "Hello"), marker("moment", 60, "m"), marker("moment", 90, "n")], 200)[0]).toEqual([
      0,
      "Hello",
    ]);
  });

  it("are three at least, by parts where nothing happened", () => {
    expect(lines([], 300)).toEqual([
      [0, "Start"],
      [100, "Part 2"],
      [200, "Part 3"],
    ]);
    expect(chaptersOf([marker("moment", 100, "m")], 300)).toHaveLength(3);
    // Too short for three: what there is.
    expect(chaptersOf([], 12)).toHaveLength(1);
  });
});

describe("time codes", () => {
  it.each([24, 25, 30, 50, 60])("count frames of whole rates (%s)", (rate) => {
    expect(timecodeOf(frameAt(0, rate), rate)).toBe("00:00:00:00");
    expect(timecodeOf(frameAt(999, rate), rate)).toBe(`00:00:00:${rate - 1}`);
    expect(timecodeOf(frameAt(3_599_999, rate), rate)).toBe(`00:59:59:${rate - 1}`);
    expect(timecodeOf(frameAt(3_600_000, rate), rate)).toBe("01:00:00:00");
    expect(timecodeOf(frameAt(10 * 3_600_000 + 500, rate), rate)).toBe(
      `10:00:00:${rate / 2 < 10 ? "0" : ""}${Math.floor(rate / 2)}`,
    );
  });
});

describe("one line", () => {
  it("has no breaks, no turned writing, no half letters, and is no longer than it may be", () => {
    expect(oneLine(" a\r\nb\tc\u2028d\0e ", 100)).toBe("a b c d e");
    expect(oneLine("\u202Eabc\uD800", 100)).toBe("abc\uFFFD");
    expect(oneLine("🔥".repeat(20), 10)).toBe(`${"🔥".repeat(9)}…`);
  });
});

import type { Figures } from "@frontrow/recording/report-facts";
import { describe, expect, it } from "vitest";
import { compare } from "./comparison.ts";

const HOUR_MS = 3_600_000;
const figures = (values: Figures["values"], more: Partial<Figures> = {}): Figures => ({
  ...{ fromMs: 0, lengthMs: HOUR_MS, missedMs: 0 },
  values: { ...{ averageViewers: 100, peakViewers: 200, uniqueViewers: 50, chatsPerMinute: 10, diamonds: 1_000 }, ...values },
  ...more,
});
const earlier = (...all: Figures[]) => all.map((one, n) => ({ recordingId: `r${n}`, figures: one }));

function told(name: string, ...given: Parameters<typeof compare>) {
  const found = compare(...given).values.find((one) => one.name === name);
  return found?.notComparable ?? found?.median;
}

describe("the comparison with earlier broadcasts", () => {
  it("is with the middle of them, or the mean of the two in the middle", () => {
    const of = (...chats: number[]) => earlier(...chats.map((chatsPerMinute) => figures({ chatsPerMinute })));
    expect(told("chatsPerMinute", figures({}), false, of(90, 2, 10))).toBe(10);
    expect(told("chatsPerMinute", figures({}), false, of(10, 1, 20, 900))).toBe(15);
    expect(told("chatsPerMinute", figures({}), false, of(0.1, 0.2))).toBe(0.15);
  });

  it("needs two at least, and says so first of all", () => {
    expect(told("chatsPerMinute", figures({}), false, [])).toBe("tooFewEarlier");
    expect(told("diamonds", figures({}, { missedMs: HOUR_MS }), false, earlier(figures({})))).toBe("tooFewEarlier");
  });

  it("of what adds up waits for the broadcast's end; of rates it does not", () => {
    const two = earlier(figures({}), figures({}));
    expect(told("diamonds", figures({}), true, two)).toBe("goesOn");
    expect(told("peakViewers", figures({}), true, two)).toBe("goesOn");
    expect(told("averageViewers", figures({}), true, two)).toBe(100);
    expect(told("chatsPerMinute", figures({}), true, two)).toBe(10);
  });

  it("of what adds up leaves out broadcasts of which a tenth and more is missing", () => {
    const two = earlier(figures({}), figures({}));
    const holed = (diamonds: number) => figures({ diamonds }, { missedMs: HOUR_MS * 0.11 });
    expect(told("diamonds", holed(10), false, two)).toBe("gaps");
    expect(told("chatsPerMinute", holed(10), false, two)).toBe(10);
    expect(told("diamonds", figures({}, { missedMs: HOUR_MS / 10 }), false, two)).toBe(1_000);
    expect(told("diamonds", figures({}), false, [...two, ...earlier(holed(9_999), holed(9_999), holed(9_999))])).toBe(1_000);
    expect(told("diamonds", figures({}), false, earlier(figures({}), holed(9_999)))).toBe("gaps");
  });

  it("of what was not measured, then or now, is not made up", () => {
    const { averageViewers: _none, ...without } = figures({}).values;
    const unmeasured = { ...figures({}), values: without };
    expect(told("averageViewers", unmeasured, false, earlier(figures({}), figures({})))).toBe("notMeasured");
    expect(told("averageViewers", figures({}), false, earlier(figures({}), unmeasured))).toBe("notMeasured");
    expect(told("averageViewers", figures({}), false, earlier(figures({}), unmeasured, figures({ averageViewers: 300 })))).toBe(
      200,
    );
  });

  it("has a row for each value, in one order, and says which broadcasts it is with", () => {
    const { broadcasts, values } = compare(figures({}), false, earlier(figures({}, { fromMs: 5 })));
    expect(broadcasts).toEqual([{ recordingId: "r0", fromMs: 5 }]);
    expect(values.map(({ name }) => name)).toHaveLength(10);
  });
});

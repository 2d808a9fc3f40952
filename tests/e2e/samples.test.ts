import { expect, it } from "vitest";
import { logOfSample } from "../samples/sample-log.ts";
import { samples } from "../samples/samples.ts";

it("makes the same sample each time", () => {
  for (const sample of samples) {
    const short = { ...sample, minutes: 2 };
    expect(logOfSample(short)).toEqual(logOfSample(short));
  }
});

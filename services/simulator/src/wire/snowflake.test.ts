import { expect, it } from "vitest";
import { snowflake } from "./snowflake.ts";

it("gives ids that differ where a number would merge them", () => {
  const [first, second] = [snowflake(1_700_000_000_000, 1), snowflake(1_700_000_000_000, 2)];
  expect(first).not.toBe(second);
  expect(Number(first)).toBe(Number(second));
  expect(first).toHaveLength(19);
});

it("grows with time", () => {
  expect(BigInt(snowflake(1_700_000_001_000, 0))).toBeGreaterThan(BigInt(snowflake(1_700_000_000_000, 0xffff_ffff)));
});

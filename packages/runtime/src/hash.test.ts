import { expect, it } from "vitest";
import { FNV_OFFSET, fnv1a, fnv1aStep, mix32 } from "./hash.ts";

it("is FNV-1a of 32 bits, by the vectors that its authors publish", () => {
  expect(fnv1a("")).toBe(0x811c9dc5);
  expect(fnv1a("a")).toBe(0xe40c292c);
  expect(fnv1a("foobar")).toBe(0xbf9cf968);
});

it("hashes step by step what it hashes at once", () => {
  let hash = FNV_OFFSET;
  for (const unit of "foobar") hash = fnv1aStep(hash, unit.charCodeAt(0));
  expect(hash >>> 0).toBe(fnv1a("foobar"));
});

it("mixes as MurmurHash3 does at its end", () => {
  expect(mix32(0)).toBe(0);
  expect(mix32(1)).toBe(0x514e28b7);
  expect(mix32(0xffffffff)).toBe(0x81f16f39);
});

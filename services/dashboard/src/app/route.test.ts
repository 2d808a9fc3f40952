import { expect, it } from "vitest";
import { followAddress, handleIn } from "./route.ts";

it("reads the creator that an address names", () => {
  expect(["#demo:alice", "#@alice", "#some.one", "#demo%3Aalice"].map(handleIn)).toEqual([
    "demo:alice",
    "alice",
    "some.one",
    "demo:alice",
  ]);
});

it("reads nothing from an address that names nobody, or is broken", () => {
  expect(["", "#", "#@", "#%E0%A4%A"].map(handleIn)).toEqual([undefined, undefined, undefined, undefined]);
});

it("watches at once whom an address names, but asks at a desk that watches somebody else", () => {
  expect(followAddress("alice", undefined)).toBe("watch");
  expect(followAddress("alice", "alice")).toBe("nothing");
  expect(followAddress(undefined, "alice")).toBe("nothing");
  expect(followAddress("bob", "alice")).toBe("ask");
});

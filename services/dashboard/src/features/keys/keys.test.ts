import { expect, it } from "vitest";
import { actionOf } from "./keys.ts";

const press = (key: string, extra: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...extra,
});

it("acts on single keys, in either case", () => {
  expect([press("?"), press("C"), press("n")].map((pressed) => actionOf(pressed, false))).toEqual(["keys", "chat", "newest"]);
  expect(actionOf(press("m"), false)).toBe("mute");
});

it("leaves alone what somebody types and what the browser knows", () => {
  expect(actionOf(press("c"), true)).toBeUndefined();
  expect(actionOf(press("c", { ctrlKey: true }), false)).toBeUndefined();
  expect(actionOf(press("y"), false)).toBeUndefined();
});

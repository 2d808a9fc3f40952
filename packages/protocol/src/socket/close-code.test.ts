import { expect, it } from "vitest";
import { closeCodes, reconnectAfter } from "./close-code.ts";

it("comes back after a cut that no code explains", () => {
  expect(reconnectAfter(1006)).toBe("later");
});

it("gives each code to one name", () => {
  const codes = Object.values(closeCodes).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

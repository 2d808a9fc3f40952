import { worthOf } from "@frontrow/protocol/currency";
import { expect, it } from "vitest";
import { worthText } from "./worth.ts";

it("says what diamonds are worth in the chosen currency, as an estimate", () => {
  expect(worthText(2_500, "USD")).toBe(`≈ $${worthOf(2_500, "USD").toFixed(2)}`);
  expect(worthText(2_500, "EUR")).toMatch(/^≈ €\d+\.\d\d$/);
  expect(worthText(2_500, "JPY")).toMatch(/^≈ ¥[\d,]+$/);
});

it("leaves out the small change of what is large", () => {
  expect(worthText(1_000_000, "USD")).toBe("≈ $5,000");
});

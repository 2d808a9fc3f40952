import { expect, it } from "vitest";
import { currencyOf, worthText } from "./currency.ts";

it("thinks in the money of the region, also when only the language is known", () => {
  expect(["de-AT", "de-CH", "pt-BR", "pt", "id", "en-GB", "ja"].map(currencyOf)).toEqual([
    "EUR",
    "CHF",
    "BRL",
    "BRL",
    "IDR",
    "GBP",
    "JPY",
  ]);
});

it("falls back to dollars for what it does not know", () => {
  expect(["is-IS", "tlh", "", "not a locale!"].map(currencyOf)).toEqual(["USD", "USD", "USD", "USD"]);
});

it("does not pretend to know more than two figures", () => {
  expect(worthText(61_234, "USD")).toBe("≈ $310");
  expect(worthText(44_999_000, "EUR")).toBe("≈ €200K");
  expect(worthText(0, "USD")).toBe("≈ $0");
});

it("writes small change as on a price tag", () => {
  expect(worthText(291, "USD")).toBe("≈ $1.50");
  expect(worthText(32, "USD")).toBe("≈ $0.16");
  expect(worthText(1_999, "USD")).toBe("≈ $10");
});

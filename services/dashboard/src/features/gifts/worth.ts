import { type Currency, worthOf } from "@frontrow/protocol/currency";

/** What diamonds are worth to the creator, about: "≈ $12.50". From a hundred units on without the small change. */
export function worthText(diamonds: number, currency: Currency): string {
  const worth = worthOf(diamonds, currency);
  const digits = worth >= 100 ? { maximumFractionDigits: 0 } : {};
  return `≈ ${new Intl.NumberFormat("en", { style: "currency", currency, ...digits }).format(worth)}`;
}

import { type Currency, perUsd, worthOf } from "@frontrow/protocol/currency";
import { useDisplay } from "../ui/display.ts";

const euroRegions = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");
const currencyOfRegion: Readonly<Record<string, Currency>> = {
  ...Object.fromEntries(euroRegions.map((region) => [region, "EUR" as const])),
  US: "USD",
  GB: "GBP",
  CH: "CHF",
  CA: "CAD",
  AU: "AUD",
  BR: "BRL",
  MX: "MXN",
  ID: "IDR",
  PH: "PHP",
  MY: "MYR",
  SG: "SGD",
  TH: "THB",
  JP: "JPY",
  KR: "KRW",
  IN: "INR",
  TR: "TRY",
  PL: "PLN",
  RO: "RON",
  CZ: "CZK",
  HU: "HUF",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  ZA: "ZAR",
};

/** The currency that somebody with this language and region is likely to think in; US dollars when there is no telling. */
export function currencyOf(locale: string): Currency {
  try {
    return currencyOfRegion[new Intl.Locale(locale).maximize().region ?? ""] ?? "USD";
  } catch {
    return "USD";
  }
}

/** The person's choice, or that of their browser. */
export function useCurrency(): Currency {
  const { currency } = useDisplay();
  return currency !== "auto" && currency in perUsd ? currency : currencyOf(navigator.language);
}

/** A format costs more to make than a row to draw. */
const formats = new Map<Currency, { readonly small: Intl.NumberFormat; readonly large: Intl.NumberFormat }>();

function formatsOf(currency: Currency) {
  const held = formats.get(currency);
  if (held) return held;
  const made = {
    small: new Intl.NumberFormat("en", { style: "currency", currency }),
    large: new Intl.NumberFormat("en", { style: "currency", currency, notation: "compact", maximumSignificantDigits: 2 }),
  };
  formats.set(currency, made);
  return made;
}

/** What diamonds are worth, about: two figures, because no more is known. Small change as on a price tag: $1.50. */
export function worthText(diamonds: number, currency: Currency): string {
  const { small, large } = formatsOf(currency);
  const worth = Number(worthOf(diamonds, currency).toPrecision(2));
  return `≈ ${(worth > 0 && worth < 10 ? small : large).format(worth)}`;
}

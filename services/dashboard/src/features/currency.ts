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
const formats = new Map<Currency, Intl.NumberFormat>();

function formatOf(currency: Currency): Intl.NumberFormat {
  const held = formats.get(currency);
  if (held) return held;
  const format = new Intl.NumberFormat("en", { style: "currency", currency, notation: "compact", maximumSignificantDigits: 2 });
  formats.set(currency, format);
  return format;
}

/** What diamonds are worth, about: two figures, because no more is known. */
export const worthText = (diamonds: number, currency: Currency): string =>
  `≈ ${formatOf(currency).format(worthOf(diamonds, currency))}`;

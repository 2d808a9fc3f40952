// Without zod, because browsers load it.

/**
 * What a diamond is worth to the creator, in US dollars, before tax. TikTok publishes no rate; creators and the press have
 * reported half a US cent a diamond since 2020. Agencies and regions differ: an estimate, and shown as one.
 */
export const USD_PER_DIAMOND = 0.005;

/**
 * Units of a currency for one US dollar, rounded to what an estimate deserves, after the European Central Bank's euro
 * reference rates of mid-2025. The one table of its kind: correct it here.
 */
export const perUsd = {
  USD: 1,
  EUR: 0.87,
  GBP: 0.74,
  CHF: 0.81,
  CAD: 1.37,
  AUD: 1.53,
  BRL: 5.5,
  MXN: 18.8,
  IDR: 16_300,
  PHP: 56.5,
  MYR: 4.2,
  SGD: 1.28,
  THB: 32.5,
  JPY: 145,
  KRW: 1_370,
  INR: 85.5,
  TRY: 39.5,
  PLN: 3.7,
  RON: 4.4,
  CZK: 21.5,
  HUF: 349,
  SEK: 9.6,
  NOK: 10.1,
  DKK: 6.5,
  ZAR: 17.8,
} as const;
export type Currency = keyof typeof perUsd;
export const currencies = Object.keys(perUsd) as readonly Currency[];

/** What diamonds are worth to the creator, about, in a currency's own unit. */
export const worthOf = (diamonds: number, currency: Currency): number => diamonds * USD_PER_DIAMOND * perUsd[currency];

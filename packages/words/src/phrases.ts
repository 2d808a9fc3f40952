import type { Language } from "@frontrow/protocol/desk";
import type { Catalogue, Format } from "./catalogue.ts";

/** A language with what parts of sentences are made from in it. */
export interface Locale {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly format: Format;
}

type Counted = keyof Catalogue["counted"];

/** A number with the word for what is counted, as a phrase: "3 gifts"; the bare number where the catalogue has no word. */
export function countedText({ catalogue, format }: Locale, what: string, n: number): string {
  return format(Object.hasOwn(catalogue.counted, what) ? catalogue.counted[what as Counted] : "{n, number}", { n, gifts: 0 });
}

/** A span of time as people say it, in one unit: "45 seconds", "3 minutes", "2 hours". */
export function durationText(seconds: number, language: Language): string {
  const [unit, size] =
    units.find(([, length]) => seconds >= 2 * length || (seconds === length && length > 1)) ?? (["second", 1] as const);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(Math.round(seconds / size));
}

/** A unit is used from two of it on, or for exactly one: 90 seconds are not 2 minutes. */
const units = [
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long ago it was, in the coarsest unit of which it is two at least: "3 weeks ago". */
export function agoText(seconds: number, language: Language): string {
  const [unit, size] = agoUnits.find(([, length]) => seconds >= 2 * length) ?? (["minute", 60] as const);
  return new Intl.RelativeTimeFormat(language).format(-Math.max(1, Math.round(seconds / size)), unit);
}

const DAY_SECONDS = 86_400;
const agoUnits = [
  ["year", 365 * DAY_SECONDS],
  ["month", 30 * DAY_SECONDS],
  ["week", 7 * DAY_SECONDS],
  ["day", DAY_SECONDS],
  ["hour", 3_600],
] as const;

/** A span of time in the fewest characters: seconds below two minutes, else minutes. */
export const shortSpan = ({ catalogue: { short }, format }: Locale, seconds: number): string =>
  seconds < 120 ? format(short.seconds, { n: seconds }) : format(short.minutes, { n: Math.round(seconds / 60) });

/** Parts joined as the language joins them: "a, b and c". */
export const listText = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(parts);

import type { Language } from "@frontrow/protocol/desk";

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

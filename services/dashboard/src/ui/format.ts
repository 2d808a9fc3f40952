const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const timeOfDay = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayTime = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const exactTime = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** A count in full: 1,234,567. For screen readers and where somebody looks closer. */
export const exact = (value: number): string => whole.format(value);

/**
 * A count at a glance. Up to 9,999 it is exact; above, three to four figures with K, M or B and never rounded up, so that a
 * total on the screen has always been reached.
 *
 * @example
 * compact(9_876) // "9,876"
 * compact(12_490) // "12.4K"
 */
export function compact(value: number): string {
  if (value < 10_000) return whole.format(value);
  const [size, letter] = value < 1e6 ? [1e3, "K"] : value < 1e9 ? [1e6, "M"] : [1e9, "B"];
  const scaled = value / size;
  return scaled < 100 ? `${oneDecimal.format(Math.floor(scaled * 10) / 10)}${letter}` : `${Math.floor(scaled)}${letter}`;
}

/** A rate at a glance: one decimal while small, as a count above. */
export const rate = (value: number): string =>
  value < 9.95 && value > 0 ? oneDecimal.format(value) : compact(Math.round(value));

/** A duration as a clock: 01:12:40. Negative ones, from clocks that disagree, are nothing. */
export function clock(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A duration in words, as coarse as one would say it: "1 h 12 min", "40 s". */
export function spoken(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Time of day: 20:14. */
export const hoursMinutes = (atMs: number): string => timeOfDay.format(atMs);
/** Day and time: Fri, 27 Nov 2026, 20:14. */
export const dayAndTime = (atMs: number): string => dayTime.format(atMs);
/** Time of day to the second: 20:14:05. */
export const hoursMinutesSeconds = (atMs: number): string => exactTime.format(atMs);

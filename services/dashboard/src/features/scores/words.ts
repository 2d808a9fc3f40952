import type { Scores } from "@frontrow/protocol/insight";
import type { Words } from "@frontrow/words/words";
import type { MeterTone } from "../../ui/meter.tsx";

export type EnergyWord = "rising" | "calm" | "dropping";

/** The one word of the gauge. */
export const energyWord = ({ word }: Scores["trend"]): EnergyWord =>
  word === "rising" ? "rising" : word === "falling" ? "dropping" : "calm";

/** How long until scores say something, in whole seconds; undefined once they do, or when it is not known. */
export function warmUpSeconds(isWarm: boolean, sinceMs: number | undefined, atMs: number | undefined): number | undefined {
  if (isWarm || sinceMs === undefined || atMs === undefined) return undefined;
  const left = Math.ceil((sinceMs + 60_000 - atMs) / 1_000);
  return left > 0 ? left : undefined;
}

/** A risk is watched from a third on, and bad from two thirds; a chance is good from a half on. */
export function forecastTone(kind: "churnRisk" | "monetization", value: number): MeterTone {
  if (kind === "monetization") return value >= 50 ? "good" : "neutral";
  return value >= 66 ? "bad" : value >= 33 ? "watch" : "neutral";
}

/** A low risk needs no reason: "viewers are leaving" beside a 5 of 100 would only worry. Whatever speaks for gifts is welcome. */
export const isNoteworthy = (kind: "churnRisk" | "monetization", value: number): boolean =>
  kind === "monetization" || forecastTone(kind, value) !== "neutral";

/** What a score is made of, a line a part: "Chat: 28 of 40". */
export const partLines = (parts: Scores["energy"]["parts"], name: Words["name"]): readonly string[] =>
  parts.map(({ code, points, max }) => `${name(code)}: ${Math.round(points)} of ${max}`);

import { type Language, languages } from "./languages.ts";

/** How prompts are spoken on this machine. */
export interface SpeechSettings {
  /** Off until somebody asks for it. */
  readonly isOn: boolean;
  /** Turned on, and silent for now. */
  readonly isMuted: boolean;
  /** Times the voice's own pace, 0.5…2. */
  readonly rate: number;
  /** 0…1. */
  readonly volume: number;
  /** Prompts below it are only shown; 1…5. */
  readonly leastPriority: number;
  /** The voice chosen for a language, by its address; the browser's own where none is. */
  readonly voices: Readonly<Partial<Record<Language, string>>>;
}

export const usualSpeech: SpeechSettings = {
  isOn: false,
  isMuted: false,
  rate: 1,
  volume: 1,
  leastPriority: 3,
  voices: {},
};

/** The settings that `text` holds, as far as it makes sense; the usual ones for the rest. */
export function speechSettingsIn(text: string | null): SpeechSettings {
  const kept = objectIn(text);
  return {
    isOn: kept["isOn"] === true,
    isMuted: kept["isMuted"] === true,
    rate: within(kept["rate"], 0.5, 2, usualSpeech.rate),
    volume: within(kept["volume"], 0, 1, usualSpeech.volume),
    leastPriority: Math.round(within(kept["leastPriority"], 1, 5, usualSpeech.leastPriority)),
    voices: voicesIn(kept["voices"]),
  };
}

function objectIn(text: string | null): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const within = (value: unknown, least: number, most: number, usual: number): number =>
  typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;

function voicesIn(kept: unknown): SpeechSettings["voices"] {
  if (typeof kept !== "object" || kept === null) return {};
  const known = Object.entries(kept).filter(([language, voice]) => isLanguage(language) && typeof voice === "string");
  return Object.fromEntries(known) as SpeechSettings["voices"];
}

const isLanguage = (name: string): name is Language => languages.some((language) => language === name);

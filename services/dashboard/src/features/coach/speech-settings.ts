import { useStore } from "zustand";
import { createPersistedStore, parseJson } from "../../ui/persisted-store.ts";
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

export const defaultSpeech: SpeechSettings = {
  isOn: false,
  isMuted: false,
  rate: 1,
  volume: 1,
  leastPriority: 3,
  voices: {},
};

/** The settings that a stored text holds, each kept in its range; the default for what is missing or makes no sense. */
export function speechSettingsIn(text: string | null): SpeechSettings {
  const kept = objectIn(text);
  return {
    isOn: kept["isOn"] === true,
    isMuted: kept["isMuted"] === true,
    rate: within(kept["rate"], 0.5, 2, defaultSpeech.rate),
    volume: within(kept["volume"], 0, 1, defaultSpeech.volume),
    leastPriority: Math.round(within(kept["leastPriority"], 1, 5, defaultSpeech.leastPriority)),
    voices: voicesIn(kept["voices"]),
  };
}

function objectIn(text: string | null): Record<string, unknown> {
  const stored = parseJson(text);
  return typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
}

const within = (value: unknown, min: number, max: number, fallback: number): number =>
  typeof value === "number" && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : fallback;

function voicesIn(kept: unknown): SpeechSettings["voices"] {
  if (typeof kept !== "object" || kept === null) return {};
  const known = Object.entries(kept).filter(([language, voice]) => isLanguage(language) && typeof voice === "string");
  return Object.fromEntries(known) as SpeechSettings["voices"];
}

const isLanguage = (name: string): name is Language => languages.some((language) => language === name);

const speech = createPersistedStore<SpeechSettings>({
  storage: () => localStorage,
  key: "frontrow.speech",
  parse: speechSettingsIn,
});

/** Changes some of it and remembers it on this machine. */
export const setSpeech = (change: Partial<SpeechSettings>): void => speech.setState(change);
export const getSpeech = (): SpeechSettings => speech.getState();
export const useSpeechSettings = (): SpeechSettings => useStore(speech);

/** One key mutes all that sounds: the coach's voice, and alert rules. */
export const toggleMute = (): void => setSpeech({ isMuted: !speech.getState().isMuted });

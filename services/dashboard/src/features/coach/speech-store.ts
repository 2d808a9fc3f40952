import { useSyncExternalStore } from "react";
import { type SpeechSettings, speechSettingsIn } from "./speech-settings.ts";

const KEY = "frontrow.speech";
const listeners = new Set<() => void>();
let settings: SpeechSettings | undefined;

function getSpeech(): SpeechSettings {
  settings ??= speechSettingsIn(read());
  return settings;
}

/** Changes some of it and remembers it on this machine. */
export function setSpeech(change: Partial<SpeechSettings>): void {
  settings = { ...getSpeech(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is full or off: it holds until the page is closed.
  }
  for (const tell of listeners) tell();
}

/** One key mutes. Where nobody has turned speech on, there is nothing to mute. */
export function toggleMute(): void {
  const { isOn, isMuted } = getSpeech();
  if (isOn) setSpeech({ isMuted: !isMuted });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSpeechSettings = (): SpeechSettings => useSyncExternalStore(subscribe, getSpeech);

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

import type { Voice } from "./voices.ts";

export interface Utterance<V extends Voice = Voice> {
  readonly text: string;
  readonly language: string;
  readonly voice: V | undefined;
  readonly rate: number;
  readonly volume: number;
}

/** `blocked`: the browser lets no page speak before somebody has touched it. */
export type SpeechEnd = "ended" | "blocked";

/** The browser's voice. */
export interface Speaker {
  readonly isAvailable: boolean;
  voices(): readonly SpeechSynthesisVoice[];
  /** Voices come late in most browsers, and go when somebody removes one. */
  onVoices(listener: () => void): () => void;
  /** Says it now, instead of anything else. `onEnd` is called once, also when it is stopped or never ends by itself. */
  say(utterance: Utterance<SpeechSynthesisVoice>, onEnd: (end: SpeechEnd) => void): void;
  stop(): void;
}

/** Time, and time for each character, after which an utterance counts as ended: some voices never say that they have. */
const TIMEOUT_MS = 6_000;
const PER_CHARACTER_MS = 150;

/** Speech by the browser's own synthesis; where it has none, nothing is ever said. */
export function createSpeaker(synthesis: SpeechSynthesis | undefined): Speaker {
  let finish: ((end: SpeechEnd) => void) | undefined;
  return {
    isAvailable: synthesis !== undefined,
    voices: () => synthesis?.getVoices() ?? [],
    onVoices(listener) {
      // Some browsers have the list but not its event.
      synthesis?.addEventListener?.("voiceschanged", listener);
      return () => synthesis?.removeEventListener?.("voiceschanged", listener);
    },
    say(wanted, onEnd) {
      finish?.("ended");
      if (!synthesis) {
        onEnd("ended");
        return;
      }
      const timer = setTimeout(() => end("ended"), TIMEOUT_MS + (wanted.text.length * PER_CHARACTER_MS) / wanted.rate);
      const end = (how: SpeechEnd) => {
        if (finish !== end) return;
        finish = undefined;
        clearTimeout(timer);
        onEnd(how);
      };
      finish = end;
      const utterance = utteranceOf(wanted);
      utterance.onend = () => end("ended");
      utterance.onerror = ({ error }) => end(error === "not-allowed" ? "blocked" : "ended");
      synthesis.cancel();
      synthesis.speak(utterance);
    },
    stop() {
      synthesis?.cancel();
      finish?.("ended");
    },
  };
}

function utteranceOf({ text, language, voice, rate, volume }: Utterance<SpeechSynthesisVoice>): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = voice?.lang ?? language;
  if (voice) utterance.voice = voice;
  utterance.rate = rate;
  utterance.volume = volume;
  return utterance;
}

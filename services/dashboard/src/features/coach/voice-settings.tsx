import { useSyncExternalStore } from "react";
import { useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Range, Select, Switch } from "../../ui/field.tsx";
import { useWords } from "../use-words.ts";
import styles from "./coach-settings.module.css";
import { languageNames } from "./languages.ts";
import { setSpeech, useSpeechSettings } from "./speech-settings.ts";
import { speaker } from "./use-speech.ts";
import { voiceFor, voicesOf } from "./voices.ts";

/** How prompts are read aloud on this machine. */
export function VoiceSettings() {
  const settings = useSpeechSettings();
  const language = useView((view) => view.desk?.language ?? "en");
  const { isOn, isMuted, rate, volume, leastPriority, voices } = settings;
  return (
    <div className={styles["group"]}>
      <Switch
        label="Read aloud"
        note={isOn && isMuted ? "Muted: M lets it speak again." : "M mutes it, wherever you are on the page."}
        isOn={isOn}
        onChange={(next) => setSpeech({ isOn: next, isMuted: false })}
      />
      <Voice />
      <Range
        label="Pace"
        value={rate}
        min={0.5}
        max={2}
        step={0.1}
        text={`${rate.toFixed(1)}×`}
        onChange={(next) => setSpeech({ rate: next })}
      />
      <Range
        label="Volume"
        value={volume}
        min={0}
        max={1}
        step={0.05}
        text={`${Math.round(volume * 100)} %`}
        onChange={(next) => setSpeech({ volume: next })}
      />
      <Range
        label="Only from priority"
        value={leastPriority}
        min={1}
        max={5}
        step={1}
        text={leastPriority === 1 ? "all" : String(leastPriority)}
        onChange={(next) => setSpeech({ leastPriority: next })}
      />
      <TrySpeech language={language} chosen={voices[language]} rate={rate} volume={volume} />
    </div>
  );
}

function Voice() {
  const { voices: chosen } = useSpeechSettings();
  const language = useView((view) => view.desk?.language ?? "en");
  // A number, so that a list that is made anew at each look does not render for ever.
  const count = useSyncExternalStore(speaker.onVoices, () => speaker.voices().length);
  const able = count === 0 ? [] : voicesOf(speaker.voices(), language);
  if (able.length === 0) {
    return (
      <p className={styles["note"]}>This browser has no voice for {languageNames[language]}. It may read with another one.</p>
    );
  }
  const choices = able.map(({ voiceURI, name, localService }) => ({
    value: voiceURI,
    name: localService ? name : `${name} (over the network)`,
  }));
  return (
    <Select
      label="Voice"
      value={voiceFor(able, language, chosen[language])?.voiceURI}
      choices={choices}
      onChange={(voice) => setSpeech({ voices: { ...chosen, [language]: voice } })}
    />
  );
}

/** One of the coach's own sentences, so that it sounds as it will. */
function TrySpeech(props: { language: string; chosen: string | undefined; rate: number; volume: number }) {
  const { language, chosen, rate, volume } = props;
  const { words } = useWords();
  const sample = () => {
    const prompt = { type: "automatedPrompt", id: "sample", trigger: "quietChat", priority: 3, atMs: 0, untilMs: 0 } as const;
    const text = words?.prompt({ ...prompt, params: { chats: 2, usual: 30 } }).text;
    if (text === undefined) return;
    const voice = voiceFor(speaker.voices(), language, chosen);
    speaker.say({ text, language, voice, rate, volume }, () => {});
  };
  return (
    <Button onClick={sample} disabled={!words}>
      Hear it
    </Button>
  );
}

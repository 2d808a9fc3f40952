import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { useCommands, useView } from "../../live/use-view.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Select, Switch } from "../../ui/field.tsx";
import styles from "./coach-settings.module.css";
import { languageNames, languages } from "./languages.ts";
import { speaker } from "./use-speech.ts";
import { VoiceSettings } from "./voice-settings.tsx";

/** What the coach speaks, in which language, and how it is read aloud. In the browser's own dialog, fetched when it is opened. */
export default function CoachSettings({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} className={styles["dialog"]} aria-labelledby="coach-settings-title" onClose={onClose}>
      <div className={styles["header"]}>
        <h2 id="coach-settings-title">Coach and voice</h2>
        <IconButton label="Close" icon={<X size={18} aria-hidden="true" />} onClick={onClose} />
      </div>
      <WordsSettings />
      {speaker.isAvailable ? <VoiceSettings /> : <p className={styles["note"]}>This browser cannot read aloud.</p>}
    </dialog>
  );
}

function WordsSettings() {
  const { setLanguage, setCoach } = useCommands();
  const desk = useView((view) => view.desk);
  return (
    <div className={styles["group"]}>
      <Select label="Language" value={desk?.language ?? "en"} choices={choices} onChange={setLanguage} />
      <Switch
        label="Let a language model word them"
        note="Where one is set up. It is given what the prompt is about; without it, nothing but its words is missing."
        isOn={desk?.usesModel ?? false}
        onChange={(usesModel) => setCoach({ usesModel })}
      />
    </div>
  );
}

const choices = languages.map((language) => ({ value: language, name: languageNames[language], lang: language }));

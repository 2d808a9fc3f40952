import { useCommands, useView } from "../../live/view-store.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Select, Switch } from "../../ui/field.tsx";
import styles from "./coach-settings.module.css";
import { languageNames, languages } from "./languages.ts";
import { useCoachLimit } from "./use-coach-limit.ts";
import { speaker } from "./use-speech.ts";
import { VoiceSettings } from "./voice-settings.tsx";

/** What the coach speaks, in which language, and how it is read aloud. Fetched when it is opened. */
export default function CoachSettings({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={<h2 id="coach-settings-title">Coach and voice</h2>} aria-labelledby="coach-settings-title" onClose={onClose}>
      <WordsSettings />
      {speaker.isAvailable ? <VoiceSettings /> : <p className={styles["note"]}>This browser cannot read aloud.</p>}
    </Dialog>
  );
}

function WordsSettings() {
  const { setLanguage, setCoach } = useCommands();
  const desk = useView((view) => view.desk);
  const limit = useCoachLimit();
  return (
    <div className={styles["group"]}>
      <Select label="Language" value={desk?.language ?? "en"} choices={choices} onChange={setLanguage} />
      <Switch
        label="Let a language model word them"
        note="Where one is set up. It is given what the prompt is about; without it, nothing but its words is missing."
        isOn={desk?.usesModel ?? false}
        onChange={(usesModel) => setCoach({ usesModel })}
      />
      {limit ? (
        <p className={styles["note"]} role="status" data-testid="coach-limit">
          {limit}
        </p>
      ) : null}
    </div>
  );
}

const choices = languages.map((language) => ({ value: language, name: languageNames[language], lang: language }));

import type { RecordingSummary } from "@frontrow/sdk/client";
import Pencil from "lucide-react/icons/pencil";
import { type FormEvent, type Ref, useCallback, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { useEscape } from "../../ui/use-escape.ts";
import styles from "./library.module.css";
import { Problem } from "./problem.tsx";
import { useAction } from "./use-action.ts";
import { recordingName } from "./words.ts";

interface NameProps {
  readonly recording: RecordingSummary;
  /** A sample, and what was deleted, keeps its name. */
  readonly isFixed: boolean;
  readonly heading: Ref<HTMLHeadingElement>;
}

/** What a recording is called, and the way to call it something else; without a name it is called by its creator. */
export function RecordingName({ recording, isFixed, heading }: NameProps) {
  const [isEditing, setIsEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const done = useCallback(() => {
    setIsEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  }, []);
  if (isEditing && !isFixed) return <NameForm recording={recording} onDone={done} />;
  return (
    <div className={styles["nameLine"]}>
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{recordingName(recording)}</bdi>
      </h3>
      {isFixed ? null : (
        <button ref={pencil} type="button" className={styles["play"]} aria-label="Rename" onClick={() => setIsEditing(true)}>
          <Pencil size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function NameForm({ recording, onDone }: { recording: RecordingSummary; onDone: () => void }) {
  const [name, setName] = useState(recording.name ?? "");
  const { run, isBusy, failure } = useAction();
  // Escape leaves the field, and not the dialog around it.
  useEscape(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const next = name.trim();
    if (
      next === (recording.name ?? "") ||
      (await run((library) => library.change(recording.recordingId, { name: next || null })))
    ) {
      onDone();
    }
  };
  return (
    <form className={styles["nameForm"]} onSubmit={save}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before.
        autoFocus
        aria-label="Name of this recording"
        placeholder={recordingName({ broadcast: recording.broadcast })}
        value={name}
        dir="auto"
        maxLength={120}
        autoComplete="off"
        enterKeyHint="done"
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" look="primary" aria-busy={isBusy}>
        Save
      </Button>
      <Button onClick={onDone}>Cancel</Button>
      <Problem failure={failure} what="It could not be renamed." />
    </form>
  );
}

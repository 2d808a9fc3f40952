import type { ViewerNote } from "@frontrow/protocol/library/viewer";
import Undo2 from "lucide-react/icons/undo-2";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, useId, useState } from "react";
import { useCommands } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./known-viewer.module.css";
import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS, withTags } from "./tags.ts";

type Saving =
  | { readonly state: "idle" | "saving" }
  | { readonly state: "saved"; readonly before: ViewerNote }
  | { readonly state: "failed"; readonly wanted: ViewerNote };

/** What this desk notes of a viewer: saved when the field is left or Enter is pressed, and taken back by one press. */
export function ViewerNotes({ userId, note, tags }: ViewerNote & { readonly userId: string }) {
  const commands = useCommands();
  const id = useId();
  /** What is being typed; undefined: what is saved is shown, whoever saved it. */
  const [typed, setTyped] = useState<string>();
  const [typedTag, setTypedTag] = useState("");
  /** What was sent and is not read back yet. */
  const [sent, setSent] = useState<{ readonly note: ViewerNote; readonly over: string }>();
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const read = JSON.stringify([note, tags]);
  const shown = sent && sent.over === read ? sent.note : { note, tags };

  const save = (next: ViewerNote, canUndo = true): void => {
    const before = { note: shown.note, tags: shown.tags };
    if (JSON.stringify([before.note, before.tags]) === JSON.stringify([next.note, next.tags])) return;
    setSent({ note: next, over: read });
    setSaving({ state: "saving" });
    commands
      .library()
      .then((library) => library.noteViewer(userId, next))
      .then(
        () => setSaving(canUndo ? { state: "saved", before } : { state: "idle" }),
        () => {
          setSent(undefined);
          setSaving({ state: "failed", wanted: next });
        },
      );
  };
  const saveNote = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    save({ ...shown, note: typed.trim() });
  };
  const saveTag = () => {
    const next = withTags(shown.tags, typedTag);
    setTypedTag("");
    if (next.length > shown.tags.length) save({ ...shown, tags: [...next] });
  };
  const onEnter = (act: () => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={styles["notes"]}>
      <label htmlFor={`${id}-note`}>Note</label>
      <textarea
        id={`${id}-note`}
        dir="auto"
        rows={2}
        maxLength={LONGEST_NOTE}
        placeholder="What you want to remember of them"
        value={typed ?? shown.note}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={saveNote}
        onKeyDown={onEnter(saveNote)}
      />
      <label htmlFor={`${id}-tag`}>Tags</label>
      <div className={styles["tags"]}>
        {shown.tags.map((tag) => (
          <span key={tag} className={styles["tag"]} data-testid="viewer-tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => save({ ...shown, tags: shown.tags.filter((each) => each !== tag) })}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </span>
        ))}
        {shown.tags.length < MOST_TAGS ? (
          <input
            id={`${id}-tag`}
            dir="auto"
            maxLength={LONGEST_TAG}
            placeholder={shown.tags.length === 0 ? "friend, from Discord …" : "Add a tag"}
            value={typedTag}
            onChange={({ target }) => setTypedTag(target.value)}
            onBlur={saveTag}
            onKeyDown={onEnter(saveTag)}
          />
        ) : null}
      </div>
      <p role="status" className={styles["saved"]} data-state={saving.state}>
        {saving.state === "saving" ? "Saving" : null}
        {saving.state === "saved" ? (
          <>
            Saved
            <Button look="quiet" className={styles["undo"]} onClick={() => save(saving.before, false)}>
              <Undo2 size={14} aria-hidden="true" />
              Undo
            </Button>
          </>
        ) : null}
        {saving.state === "failed" ? (
          <>
            That could not be saved.
            <Button look="quiet" className={styles["undo"]} onClick={() => save(saving.wanted)}>
              Try again
            </Button>
          </>
        ) : null}
      </p>
    </div>
  );
}

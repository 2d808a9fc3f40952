import { MAX_NAMED, whyNobody } from "@frontrow/protocol/handle";
import { type FormEvent, useId, useState } from "react";
import { useServerNow } from "../../live/server-clock.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { refusalOf, waitOf } from "../connection/sentence.ts";
import styles from "./watch.module.css";

/** Marks the field that a key jumps to. */
export const WATCH_FIELD = "watch-field";

interface WatchFormProps {
  readonly label: string;
  readonly button: string;
  /** The label is for screen readers: the place says it to the eye. */
  readonly isSlim?: boolean;
  /** Whether it is the main thing that can be done on the page. */
  readonly isPrimary?: boolean;
}

/** One field, one button: whom to watch. A name that is refused stays in the field, with the reason under it. */
export function WatchForm({ label, button, isSlim, isPrimary }: WatchFormProps) {
  const { watch } = useCommands();
  const requested = useView((view) => view.requested);
  const refusal = useView((view) => view.refusal);
  const [name, setName] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  /** A refusal that was answered by typing on: it is about another name. */
  const [answered, setAnswered] = useState<typeof refusal>(undefined);
  const id = useId();
  const problem = isMissing
    ? "Type a name first."
    : refusal && refusal !== answered
      ? (refusal.code === "BAD_USERNAME" && name !== "" && whyNobody(name)) || refusalOf(refusal.code)
      : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const username = name.trim();
    setIsMissing(username === "");
    if (username === "") return;
    watch(username);
    if (isSlim) setName("");
  };

  return (
    <form className={styles["form"]} data-slim={isSlim || undefined} data-testid="connect-form" onSubmit={submit} noValidate>
      <label htmlFor={id} className={isSlim ? "visually-hidden" : styles["label"]}>
        {label}
      </label>
      <div className={styles["line"]}>
        <input
          id={id}
          className={styles["field"]}
          data-role={WATCH_FIELD}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setAnswered(refusal);
            setIsMissing(false);
          }}
          placeholder={isSlim ? label : "@name or the link of a LIVE"}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={MAX_NAMED}
          enterKeyHint="go"
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
        />
        <Button type="submit" look={isPrimary ? "primary" : "plain"} aria-busy={requested !== undefined}>
          {button}
        </Button>
      </div>
      <div role="alert" id={`${id}-problem`} className={styles["problem"]}>
        {problem ? (
          <p>
            {problem}
            {refusal?.retryAtMs !== undefined && !isMissing ? <Wait untilMs={refusal.retryAtMs} /> : null}
          </p>
        ) : null}
        {problem && refusal && !isMissing ? (
          <Details
            facts={[
              ["Code", refusal.code],
              ["Message", refusal.message],
            ]}
          />
        ) : null}
      </div>
    </form>
  );
}

/** Not read out as it counts: the sentence before it was. */
function Wait({ untilMs }: { readonly untilMs: number }) {
  const nowMs = useServerNow();
  return <span aria-live="off"> {waitOf(untilMs - nowMs)}</span>;
}

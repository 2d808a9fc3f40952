import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** A labelled control on one line; `children` gives the control the id that its label is for. */
function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A slider that says its value in words. */
export function Range(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
}) {
  const { label, text, onChange, ...range } = props;
  return (
    <Field label={label}>
      {(id) => (
        <span className={styles["range"]}>
          <input
            id={id}
            type="range"
            {...range}
            aria-valuetext={text}
            onChange={({ target }) => onChange(target.valueAsNumber)}
          />
          <output htmlFor={id}>{text}</output>
        </span>
      )}
    </Field>
  );
}

/** On or off, with a line on what that does. */
export function Switch(props: { label: string; note: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { label, note, isOn, onChange } = props;
  const id = useId();
  return (
    <div className={styles["switch"]}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        aria-describedby={`${id}-note`}
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-note`} className={styles["note"]}>
          {note}
        </p>
      </div>
    </div>
  );
}

/** One of a few, from the browser's own list: on a phone it is the best there is. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}) {
  const { label, value, choices, onChange } = props;
  const choose = (chosen: string) => {
    const choice = choices.find((each) => each.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} className={styles["input"]} value={value} onChange={({ target }) => choose(target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { type ReactNode, useId } from "react";
import fieldStyles from "../../ui/field.module.css";
import styles from "./rules.module.css";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isNumber?: boolean;
  /** After the input: what it counts. */
  readonly unit?: ReactNode;
  /** By which a fault finds it. */
  readonly field?: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A line of text or a number, with what is wrong said beneath it. */
export function TextField({ label, value, placeholder, maxLength, isNumber, unit, field, fault, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={fieldStyles["field"]}>
      <label htmlFor={id}>{label}</label>
      <span>
        <span className={styles["input"]}>
          <input
            id={id}
            className={fieldStyles["input"]}
            data-field={field}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            inputMode={isNumber ? "decimal" : undefined}
            autoComplete="off"
            dir={isNumber ? undefined : "auto"}
            aria-invalid={fault !== undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={({ target }) => onChange(target.value)}
          />
          {unit ? <span>{unit}</span> : null}
        </span>
        {fault ? (
          <span id={`${id}-fault`} role="alert" className={styles["fault"]}>
            {fault}
          </span>
        ) : null}
      </span>
    </div>
  );
}

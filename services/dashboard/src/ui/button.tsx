import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { Tip } from "./tip.tsx";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: "primary" | "plain" | "quiet";
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with words on it. */
export const Button = ({ look = "plain", className, type = "button", ...rest }: ButtonProps) => (
  <button type={type} className={`${styles["button"]} ${styles[look]} ${className ?? ""}`} {...rest} />
);

/** A button with a picture on it; its words are said to screen readers and shown on hover and focus. */
export const IconButton = ({ label, icon, className, ...rest }: ButtonProps & { label: string; icon: ReactNode }) => (
  <Tip text={label}>
    <button type="button" aria-label={label} className={`${styles["icon"]} ${className ?? ""}`} {...rest}>
      {icon}
    </button>
  </Tip>
);

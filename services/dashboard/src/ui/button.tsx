import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { Tip } from "./tip.tsx";

type Look = "primary" | "plain" | "quiet";
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: Look;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with words on it. */
export const Button = ({ look = "plain", className, type = "button", ...rest }: ButtonProps) => (
  <button type={type} className={`${styles["button"]} ${styles[look]} ${className ?? ""}`} {...rest} />
);

/** A link that looks like one: it leads to another page. */
export const LinkButton = ({ look = "plain", ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly look?: Look }) => (
  <a className={`${styles["button"]} ${styles[look]}`} {...rest} />
);

/** A button with a picture on it; its words are said to screen readers and shown on hover and focus. */
export const IconButton = ({ label, icon, className, ...rest }: ButtonProps & { label: string; icon: ReactNode }) => (
  <Tip text={label}>
    <button type="button" aria-label={label} className={`${styles["icon"]} ${className ?? ""}`} {...rest}>
      {icon}
    </button>
  </Tip>
);

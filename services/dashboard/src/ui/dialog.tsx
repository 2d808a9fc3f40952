import X from "lucide-react/icons/x";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "./button.tsx";
import styles from "./dialog.module.css";
import { useEscape } from "./use-escape.ts";

interface DialogProps extends Omit<ComponentProps<"dialog">, "title"> {
  /** What the dialog is called by; a heading with the id that `aria-labelledby` names is in it. */
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** As large as the window allows: a page of its own, which fills a narrow screen. */
  readonly isPage?: boolean;
}

/** The browser's own dialog, open as long as it is there: it holds the focus, and closes on Escape by itself. */
export function Dialog({ title, onClose, isPage, children, ...rest }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEscape();
  useEffect(() => {
    dialog.current?.showModal();
    // Not the first button: its tip would open, and take the Escape that is meant to close the dialog.
    dialog.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} className={styles["dialog"]} data-page={isPage || undefined} onClose={onClose} {...rest}>
      <header className={styles["header"]}>
        {title}
        <IconButton label="Close" icon={<X size={18} aria-hidden="true" />} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}

import X from "lucide-react/icons/x";
import { Fragment, useEffect, useRef } from "react";
import { IconButton } from "../../ui/button.tsx";
import { useDisplay } from "../../ui/display.ts";
import { questionKeys } from "../questions/question-keys.ts";
import styles from "./keys.module.css";
import { shortcuts } from "./keys.ts";

/** The keys, in the browser's own dialog: it holds the focus and closes on Escape by itself. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { hasShortcuts } = useDisplay();
  useEffect(() => {
    if (!isOpen) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    // Not the first button: its tip would open, and take the Escape that is meant to close the dialog.
    dialog.current?.focus();
  }, [isOpen]);
  return (
    <dialog ref={dialog} tabIndex={-1} className={styles["dialog"]} aria-labelledby="keys-title" onClose={onClose}>
      {isOpen ? (
        <>
          <header className={styles["header"]}>
            <h2 id="keys-title">Keys</h2>
            <IconButton label="Close" icon={<X size={18} aria-hidden="true" />} onClick={onClose} />
          </header>
          <dl className={styles["keys"]}>
            {shortcuts.map(({ key, label }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
            <div>
              <dt>
                <kbd>←</kbd> <kbd>→</kbd>
              </dt>
              <dd>Move the crosshair of a chart</dd>
            </div>
            <div>
              <dt>
                <kbd>F8</kbd>
              </dt>
              <dd>Go to what just happened</dd>
            </div>
          </dl>
          <h3 className={styles["part"]}>In the questions</h3>
          <dl className={styles["keys"]}>
            {questionKeys.map(({ key, label }) => (
              <div key={key}>
                <dt>
                  {key.split(" ").map((each) => (
                    <Fragment key={each}>
                      <kbd>{each}</kbd>{" "}
                    </Fragment>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
          <p className={styles["note"]}>
            {hasShortcuts ? "Single keys can be turned off under Display." : "Single keys are turned off; Display turns them on."}
          </p>
        </>
      ) : null}
    </dialog>
  );
}

import { Fragment } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { useDisplay } from "../../ui/display.ts";
import { questionKeys } from "../questions/question-keys.ts";
import { replayKeys } from "../replay/replay-keys.ts";
import styles from "./keys.module.css";
import { shortcuts } from "./keys.ts";

/** What single keys do. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { hasShortcuts } = useDisplay();
  return (
    <Dialog title={<h2 id="keys-title">Keys</h2>} aria-labelledby="keys-title" onClose={onClose}>
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
      <Keys title="In the questions" keys={questionKeys} />
      <Keys title="In a replay, and to step back while it is LIVE" keys={replayKeys} />
      <p className={styles["note"]}>
        {hasShortcuts ? "Single keys can be turned off under Display." : "Single keys are turned off; Display turns them on."}
      </p>
    </Dialog>
  );
}

interface KeysProps {
  readonly title: string;
  /** Several keys that belong together are parted by blanks. */
  readonly keys: readonly { readonly key: string; readonly label: string }[];
}

const Keys = ({ title, keys }: KeysProps) => (
  <>
    <h3 className={styles["part"]}>{title}</h3>
    <dl className={styles["keys"]}>
      {keys.map(({ key, label }) => (
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
  </>
);

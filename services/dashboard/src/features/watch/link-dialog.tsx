import { cleanText } from "@frontrow/words/clean-text";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { handleText } from "../people/name.ts";
import styles from "./watch.module.css";

interface LinkDialogProps {
  /** Whom the link names, and whom the desk watches now. */
  readonly named: string;
  readonly watched: string;
  readonly onWatchHere: () => void;
  readonly onClose: () => void;
}

/** A link names another creator than the desk watches: whether all who share the desk are to see it, or only who opened it. */
export function LinkDialog({ named, watched, onWatchHere, onClose }: LinkDialogProps) {
  const name = <bdi>{handleText(cleanText(named, 40))}</bdi>;
  return (
    <Dialog title={<h2 id="link-title">Watch {name} here?</h2>} aria-labelledby="link-title" onClose={onClose}>
      <p className={styles["linkText"]}>
        The link is to {name}. This desk watches <bdi>{handleText(watched)}</bdi>, and everybody who shares it would see the
        change.
      </p>
      <div className={styles["linkActions"]}>
        {/* Without an opener the new tab has a storage of its own: a desk of its own. */}
        <LinkButton
          look="primary"
          href={`/#${encodeURIComponent(named)}`}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onClose}
        >
          In a new tab
        </LinkButton>
        <Button onClick={onWatchHere}>Here, for everybody</Button>
        <Button look="quiet" onClick={onClose}>
          Stay
        </Button>
      </div>
    </Dialog>
  );
}

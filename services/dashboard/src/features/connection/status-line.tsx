import { useCalmView, useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import styles from "./connection.module.css";
import { describe } from "./describe.ts";
import { factsOf, hasTrouble } from "./facts.ts";
import { sentenceOf } from "./sentence.ts";
import { StateBadge } from "./state-badge.tsx";

/**
 * What goes on, in one sentence that is read out when it changes. The line is always there, so that nothing below it moves;
 * on a narrow screen it carries the state, too, for which the top bar has no room.
 */
export function StatusLine({ hasBadge }: { hasBadge: boolean }) {
  const link = useView((view) => view.link);
  const source = useView((view) => view.source);
  const broadcast = useCalmView((view) => view.broadcast);
  const { reconnect } = useCommands();
  const { word } = describe({ link, source, broadcast }, 0);
  return (
    <section className={styles["line"]} aria-label="Connection">
      {hasBadge ? <StateBadge /> : null}
      <p role="status">
        <span className="visually-hidden">{word}. </span>
        {sentenceOf({ link, source, broadcast })}
      </p>
      {link.connection.state === "closed" ? (
        <Button look="quiet" onClick={reconnect}>
          Connect again
        </Button>
      ) : null}
      {hasTrouble({ link, source }) ? <Details facts={factsOf({ link, source })} isFloating /> : null}
    </section>
  );
}

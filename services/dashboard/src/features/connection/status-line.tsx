import { useCalmView, useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { compact } from "../../ui/format.ts";
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
  const replay = useView((view) => view.replay);
  const replayRefusal = useView((view) => view.replayRefusal);
  const { reconnect } = useCommands();
  const view = { link, source, broadcast, replay, replayRefusal };
  const { word } = describe(view, 0);
  return (
    <section className={styles["line"]} aria-label="Connection">
      {hasBadge ? <StateBadge /> : null}
      <p role="status">
        <span className="visually-hidden">{word}. </span>
        {sentenceOf(view)}
      </p>
      {replay?.told?.leftOut ? <LeftOut leftOut={replay.told.leftOut} /> : null}
      {link.connection.state === "closed" ? (
        <Button look="quiet" onClick={reconnect}>
          Connect again
        </Button>
      ) : null}
      {hasTrouble(view) ? <Details facts={factsOf(view)} isFloating /> : null}
    </section>
  );
}

/** Rows that come too fast to be shown one by one, as counts. Not read out: it changes all the time. */
const LeftOut = ({ leftOut }: { leftOut: Readonly<Record<string, number>> }) => (
  <p className={styles["leftOut"]} data-testid="left-out">
    Not shown at this speed:{" "}
    {Object.entries(leftOut)
      .map(([type, count]) => `${compact(count)} ${nouns[type] ?? type}`)
      .join(", ")}
  </p>
);

const nouns: Readonly<Record<string, string>> = {
  chat: "messages",
  gift: "gifts",
  like: "likes",
  member: "arrivals",
  follow: "follows",
  share: "shares",
  roomUser: "viewer counts",
};

import Gem from "lucide-react/icons/gem";
import { rowsPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/use-view.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Count } from "../../ui/count.tsx";
import { exact } from "../../ui/format.ts";
import { Blank, Panel } from "../../ui/panel.tsx";
import { RowsSkeleton } from "../../ui/skeleton.tsx";
import { nameOf } from "../people/name.ts";
import { useStaleNote } from "../use-stale-note.ts";
import styles from "./gifters.module.css";

/** Who gave most in this broadcast, best first. */
export function GiftersPanel() {
  const phase = useCalmView(rowsPhase);
  const gifters = useCalmView((view) => view.broadcast?.leaderboard) ?? [];
  const most = gifters[0]?.diamonds ?? 1;
  return (
    <Panel
      title="Top gifters"
      phase={phase}
      staleNote={useStaleNote()}
      skeleton={<RowsSkeleton rows={4} />}
      className={styles["panel"]}
      isFlush
    >
      {gifters.length === 0 ? (
        <Blank>The first gift opens the list.</Blank>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className={styles["scroller"]} tabIndex={0} aria-label="Gifters, best first">
          <ol className={styles["list"]}>
            {gifters.map(({ user, diamonds, gifts }, place) => (
              <li key={user.id} className={styles["gifter"]} data-testid="gifter-row" data-diamonds={diamonds}>
                <span className={styles["place"]}>{place + 1}</span>
                <Avatar url={user.avatarUrl} name={nameOf(user)} size={28} />
                <span className={styles["who"]}>
                  <bdi title={`${nameOf(user)} · @${user.handle}`}>{nameOf(user)}</bdi>
                  <span className={styles["share"]} aria-hidden="true">
                    <span style={{ width: `${(diamonds / most) * 100}%` }} />
                  </span>
                </span>
                <span className={styles["worth"]} title={`${exact(diamonds)} diamonds, ${exact(gifts)} gifts`}>
                  <Gem size={13} aria-hidden="true" />
                  <Count value={diamonds} />
                  <span className="visually-hidden"> diamonds, {exact(gifts)} gifts</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Panel>
  );
}

import type { User } from "@frontrow/protocol/event";
import type { ReactNode } from "react";
import { Avatar } from "../../ui/avatar.tsx";
import { nameOf } from "./name.ts";
import { NameButton } from "./person.tsx";
import styles from "./ranking-row.module.css";

interface RankingRowProps {
  readonly place: number;
  readonly user: User;
  /** Against the best, 0…1. */
  readonly share: number;
  /** The colour of its bar, by the token's name. */
  readonly colour: string;
  readonly worth: ReactNode;
  readonly title: string;
  readonly testId: string;
  readonly diamonds?: number;
}

/** A person in a ranking: place, who, how far behind the best, what it is worth. */
export const RankingRow = ({ place, user, share, colour, worth, title, testId, diamonds }: RankingRowProps) => (
  <li className={styles["row"]} data-testid={testId} data-diamonds={diamonds}>
    <span className={styles["place"]}>{place}</span>
    <Avatar url={user.avatarUrl} name={nameOf(user)} size={28} />
    <span className={styles["who"]}>
      <NameButton user={user} className={styles["name"]} />
      <span className={styles["share"]} aria-hidden="true">
        <span style={{ width: `${share * 100}%`, background: `var(${colour})` }} />
      </span>
    </span>
    <span className={styles["worth"]} title={title}>
      {worth}
    </span>
  </li>
);

/** A ranking, best first, in a list that scrolls. */
export const Ranking = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
  <section className={styles["scroller"]} tabIndex={0} aria-label={label}>
    <ol className={styles["list"]}>{children}</ol>
  </section>
);

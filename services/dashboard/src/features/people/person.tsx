import type { User } from "@frontrow/protocol/event";
import { Badges } from "./badges.tsx";
import { NameButton } from "./name-button.tsx";
import styles from "./person.module.css";

/** A viewer's name on one line, which opens their card, with badges in few shapes. */
export const Person = ({ user }: { user: User | undefined }) => (
  <span className={styles["person"]}>
    <NameButton user={user} />
    {user ? <Badges user={user} /> : null}
  </span>
);

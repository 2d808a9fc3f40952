import type { User } from "@frontrow/protocol/event";
import { openViewer } from "../viewers/open-viewer.ts";
import { nameOf } from "./name.ts";
import styles from "./person.module.css";

/**
 * A viewer's name, which opens their card. On one line, and isolated so that no script direction reaches its neighbours.
 * Somebody of whom nothing is known is only a name.
 */
export function NameButton({ user, className }: { user: User | undefined; className?: string | undefined }) {
  const look = `${styles["name"]} ${className ?? ""}`;
  if (!user) return <bdi className={look}>{nameOf(user)}</bdi>;
  return (
    <button type="button" className={look} title={`${nameOf(user)} · @${user.handle}`} onClick={() => openViewer(user)}>
      <bdi>{nameOf(user)}</bdi>
    </button>
  );
}

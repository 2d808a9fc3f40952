import type { User } from "@frontrow/protocol/event";
import Check from "lucide-react/icons/check";
import Gem from "lucide-react/icons/gem";
import Heart from "lucide-react/icons/heart";
import Repeat from "lucide-react/icons/repeat";
import Shield from "lucide-react/icons/shield";
import Star from "lucide-react/icons/star";
import { useOften } from "../regulars/regulars-store.ts";
import { openViewer } from "../viewers/open-viewer.ts";
import { nameInText, nameOf } from "./name.ts";
import styles from "./person.module.css";

/** A viewer's name on one line, which opens their card, with badges in few shapes. */
export const Person = ({ user }: { user: User | undefined }) => (
  <span className={styles["person"]}>
    <NameButton user={user} />
    {user ? <Badges user={user} /> : null}
    <RegularBadge user={user} />
  </span>
);

/** Somebody who was in earlier broadcasts that this desk recorded. */
function RegularBadge({ user }: { user: User | undefined }) {
  const often = useOften(user?.isHost ? undefined : user?.id);
  if (often === undefined) return null;
  return (
    <span className={styles["regular"]} title={often} data-testid="regular-badge">
      <Repeat {...icon} role="img" aria-label={often} />
    </span>
  );
}

/**
 * A viewer's name, which opens their card. On one line, and isolated so that no script direction reaches its neighbours.
 * Somebody of whom nothing is known is only a name.
 */
export function NameButton({ user, className }: { user: User | undefined; className?: string | undefined }) {
  const look = `${styles["name"]} ${className ?? ""}`;
  if (!user) return <bdi className={look}>{nameOf(user)}</bdi>;
  return (
    <button type="button" className={look} title={`${nameInText(user)} · @${user.handle}`} onClick={() => openViewer(user)}>
      <bdi>{nameOf(user)}</bdi>
    </button>
  );
}

const icon = { size: 13, strokeWidth: 2.4 } as const;

/** What somebody is in this room, in few shapes. */
export const Badges = ({ user }: { user: User }) => (
  <>
    {user.isHost ? <span className={styles["host"]}>Host</span> : null}
    {user.isModerator ? <Shield {...icon} className={styles["moderator"]} role="img" aria-label="moderator" /> : null}
    {user.isSubscriber ? <Star {...icon} className={styles["badge"]} role="img" aria-label="subscriber" /> : null}
    {user.isFollower ? <Check {...icon} className={styles["badge"]} role="img" aria-label="follower" /> : null}
    {user.gifterLevel > 0 ? (
      <span className={styles["level"]} data-badge="level" title="Gifter level">
        <Gem size={11} strokeWidth={2.4} aria-hidden="true" />
        <span className="visually-hidden">gifter level </span>
        {user.gifterLevel}
      </span>
    ) : null}
    {user.fanLevel === undefined ? null : (
      <span className={styles["level"]} data-badge="level" title="Level in the fan club">
        <Heart size={11} strokeWidth={2.4} aria-hidden="true" />
        <span className="visually-hidden">fan club level </span>
        {user.fanLevel}
      </span>
    )}
  </>
);

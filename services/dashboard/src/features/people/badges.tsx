import type { User } from "@frontrow/protocol/event";
import Check from "lucide-react/icons/check";
import Gem from "lucide-react/icons/gem";
import Shield from "lucide-react/icons/shield";
import Star from "lucide-react/icons/star";
import styles from "./person.module.css";

const icon = { size: 13, strokeWidth: 2.4 } as const;

/** What somebody is in this room, in few shapes. */
export const Badges = ({ user }: { user: User }) => (
  <>
    {user.isModerator ? <Shield {...icon} className={styles["moderator"]} role="img" aria-label="moderator" /> : null}
    {user.isSubscriber ? <Star {...icon} className={styles["badge"]} role="img" aria-label="subscriber" /> : null}
    {user.isFollower ? <Check {...icon} className={styles["badge"]} role="img" aria-label="follower" /> : null}
    {user.gifterLevel > 0 ? (
      <span className={styles["level"]} data-badge="level">
        <Gem size={11} strokeWidth={2.4} aria-hidden="true" />
        <span className="visually-hidden">gifter level </span>
        {user.gifterLevel}
      </span>
    ) : null}
  </>
);

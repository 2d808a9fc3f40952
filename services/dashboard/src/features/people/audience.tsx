import type { User } from "@frontrow/protocol/event";
import type { ViewerUpdate } from "@frontrow/protocol/insight";
import { useCalmView } from "../../live/view-store.ts";
import { Count } from "../../ui/count.tsx";
import { Blank } from "../../ui/panel.tsx";
import styles from "./audience.module.css";
import { NameButton } from "./person.tsx";
import { WatchTimeList } from "./watch-time-list.tsx";

/** The audience as people: who is new, who came back, who follows now, and how long they stay. */
export function Audience() {
  const update = useCalmView((view) => view.broadcast?.viewerUpdate);
  const follows = useCalmView((view) => view.broadcast?.metrics.follows);
  if (!update || update.watchTime.every((viewers) => viewers === 0)) {
    return <Blank>Who is new, who came back and how long they stay appears with the first viewers.</Blank>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles["audience"]} tabIndex={0} aria-label="New and returning viewers">
      <dl className={styles["facts"]}>
        <Fact name="new" value={update.newcomers} title="Arrived in the last five minutes" />
        <Fact name="came back" value={update.returning} title="Came back in the last five minutes, after ten or more away" />
        <Fact name="followed" value={follows ?? 0} title="Followed in this broadcast" />
      </dl>
      <Names label="New here" users={update.newest} />
      <Names label="Back again" users={update.back} />
      <WatchTime update={update} />
    </section>
  );
}

const Fact = ({ name, value, title }: { name: string; value: number; title: string }) => (
  <div title={title}>
    <dd>
      <Count value={value} />
    </dd>
    <dt>{name}</dt>
  </div>
);

const MAX_NAMES = 5;

function Names({ label, users }: { label: string; users: readonly User[] }) {
  if (users.length === 0) return null;
  return (
    <p className={styles["names"]}>
      <span className={styles["label"]}>{label}</span>
      {users.slice(0, MAX_NAMES).map((user) => (
        <NameButton key={user.id} user={user} className={styles["name"]} />
      ))}
    </p>
  );
}

const WatchTime = ({ update }: { update: ViewerUpdate }) => (
  <div className={styles["watch"]}>
    <h3 className={styles["label"]} title="At least: who says nothing is not seen">
      Time watched
    </h3>
    <WatchTimeList watchTime={update.watchTime} />
  </div>
);

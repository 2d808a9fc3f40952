import { useView } from "../../live/view-store.ts";
import { Details } from "../../ui/details.tsx";
import { factsOf, hasTrouble } from "../connection/facts.ts";
import { StateBadge } from "../connection/state-badge.tsx";
import { standbyWords } from "./standby-words.ts";
import styles from "./watch.module.css";
import { WatchForm } from "./watch-form.tsx";

/** Somebody is named, and there is nothing to show of them yet: who, why, and what happens next. */
export function Standby() {
  const view = useView((state) => state);
  const isFailed = view.source.status.state === "failed";
  const { title, text } = standbyWords(view.source.status);
  return (
    <main className={styles["welcome"]}>
      <div className={styles["card"]} data-testid="standby">
        <StateBadge />
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <div className={styles["lead"]}>
          <p role="status">{text}</p>
          {hasTrouble(view) ? <Details facts={factsOf(view)} /> : null}
        </div>
        <WatchForm label={isFailed ? "Whose broadcast?" : "Or watch another broadcast"} button="Watch" isPrimary={isFailed} />
      </div>
    </main>
  );
}

import { useView } from "../../live/use-view.tsx";
import { Details } from "../../ui/details.tsx";
import { factsOf, hasTrouble } from "../connection/facts.ts";
import { sentenceOf } from "../connection/sentence.ts";
import { StateBadge } from "../connection/state-badge.tsx";
import styles from "./connect.module.css";
import { ConnectForm } from "./connect-form.tsx";

/** Somebody is named, and there is nothing to show of them yet: who, why, and what happens next. */
export function Standby() {
  const view = useView((state) => state);
  const { state, username = "" } = view.source.status;
  const isFailed = state === "failed";
  return (
    <main className={styles["welcome"]}>
      <div className={styles["card"]} data-testid="standby" data-state={state}>
        <StateBadge />
        <h1>
          {isFailed ? "Could not find " : "Waiting for "}
          <bdi>@{username}</bdi>
        </h1>
        <div className={styles["lead"]}>
          <p role="status">{sentenceOf(view)}</p>
          {hasTrouble(view) ? <Details facts={factsOf(view)} /> : null}
        </div>
        <ConnectForm label={isFailed ? "Whose broadcast?" : "Or watch another broadcast"} button="Watch" isPrimary={isFailed} />
      </div>
    </main>
  );
}

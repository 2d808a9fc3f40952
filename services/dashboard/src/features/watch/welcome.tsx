import History from "lucide-react/icons/history";
import Play from "lucide-react/icons/play";
import { useCommands, useView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Mark } from "../../ui/mark.tsx";
import { isRefused, sentenceOf } from "../connection/sentence.ts";
import { StateBadge } from "../connection/state-badge.tsx";
import { openLibrary } from "../library/open-library.ts";
import styles from "./watch.module.css";
import { WatchForm } from "./watch-form.tsx";

/** A simulated broadcast, for a first look. */
const DEMO = "demo:alice";

/** The first visit: an empty desk, one field, one button, and a broadcast to try. */
export function Welcome() {
  const { watch, reconnect } = useCommands();
  const view = useView((state) => state);
  const isClosed = view.link.connection.state === "closed";
  return (
    <main className={styles["welcome"]}>
      <div className={styles["card"]}>
        <Mark size={44} />
        <h1>See your audience as it reacts</h1>
        <p className={styles["lead"]}>
          Viewers, chat, questions and gifts of a TikTok LIVE, as they happen. No TikTok login is needed.
        </p>
        {isClosed || isRefused(view.link) ? (
          <div className={styles["refused"]}>
            <StateBadge />
            <p role="status">{sentenceOf(view)}</p>
            {isClosed ? (
              <Button look="quiet" onClick={reconnect}>
                Connect again
              </Button>
            ) : null}
          </div>
        ) : null}
        <WatchForm label="Whose broadcast?" button="Watch" isPrimary />
        <div className={styles["demo"]}>
          <Button look="quiet" onClick={() => watch(DEMO)}>
            <Play size={15} aria-hidden="true" />
            Try a demo broadcast
          </Button>
          <Button look="quiet" onClick={() => openLibrary()}>
            <History size={15} aria-hidden="true" />
            Replay a recording
          </Button>
        </div>
      </div>
    </main>
  );
}

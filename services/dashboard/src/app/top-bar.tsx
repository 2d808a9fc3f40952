import CircleStop from "lucide-react/icons/circle-stop";
import Keyboard from "lucide-react/icons/keyboard";
import Pause from "lucide-react/icons/pause";
import Search from "lucide-react/icons/search";
import { useState } from "react";
import { StateBadge } from "../features/connection/state-badge.tsx";
import { DisplayButton } from "../features/display/display-button.tsx";
import { LibraryButton } from "../features/library/library-button.tsx";
import { handleText } from "../features/people/name.ts";
import { useCanStepBack, useReplayAct } from "../features/replay/use-replay-actions.ts";
import { WatchForm } from "../features/watch/watch-form.tsx";
import type { Scene } from "../live/phase.ts";
import { useCommands, useView } from "../live/view-store.ts";
import { Avatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";
import { Mark } from "../ui/mark.tsx";
import styles from "./app.module.css";

/** Who is watched or replayed, in which state, and how to get to something else. Its ground tells a replay from what is live. */
export function TopBar({ scene, isNarrow, onKeys }: { scene: Scene; isNarrow: boolean; onKeys: () => void }) {
  const { unwatch } = useCommands();
  const isNamed = scene === "desk" || scene === "standby";
  const hasForm = scene === "desk";
  const isReplay = useView((view) => view.replay !== undefined);
  const watched = useView((view) => view.source.status.username);
  // Open until somebody else is watched: a name that is refused has its reason in the form.
  const [formOpenAt, setFormOpenAt] = useState<string>();
  const isFormOpen = formOpenAt !== undefined && formOpenAt === watched;
  const form = <WatchForm label="Watch another: @name" button="Watch" isSlim />;
  return (
    <header className={styles["bar"]} data-mode={isReplay ? "REPLAY" : "LIVE"}>
      <div className={styles["barLine"]}>
        {isNamed ? <Creator /> : <Brand />}
        {scene === "desk" && !isNarrow ? <StateBadge /> : null}
        <div className={styles["tools"]}>
          {hasForm && !isNarrow ? form : null}
          {hasForm && isNarrow ? (
            <IconButton
              label="Watch another broadcast"
              icon={<Search size={18} aria-hidden="true" />}
              aria-expanded={isFormOpen}
              onClick={() => setFormOpenAt(isFormOpen ? undefined : watched)}
            />
          ) : null}
          {scene === "desk" && !isReplay ? <PauseButton /> : null}
          {/* A narrow bar has no room for it beside the pause; the menu leads there, too. */}
          {isNarrow && scene === "desk" && !isReplay ? null : <LibraryButton />}
          {isNamed && !isReplay ? (
            <IconButton label="Stop watching" icon={<CircleStop size={18} aria-hidden="true" />} onClick={unwatch} />
          ) : null}
          {isNarrow ? null : <IconButton label="Keys" icon={<Keyboard size={18} aria-hidden="true" />} onClick={onKeys} />}
          <DisplayButton />
        </div>
      </div>
      {hasForm && isNarrow && isFormOpen ? <div className={styles["barForm"]}>{form}</div> : null}
    </header>
  );
}

/** Stops what is on the screen for this desk; what happens meanwhile is kept. */
function PauseButton() {
  const act = useReplayAct();
  if (!useCanStepBack()) return null;
  return (
    <IconButton
      label="Pause here, and step back"
      icon={<Pause size={18} aria-hidden="true" />}
      onClick={() => act({ act: "toggle" })}
    />
  );
}

const Brand = () => (
  <p className={styles["brand"]}>
    <Mark size={24} />
    Frontrow
  </p>
);

function Creator() {
  const status = useView((view) => view.source.status);
  const replay = useView((view) => view.replay);
  const replayed = replay?.told?.broadcast;
  const {
    username = "",
    renamedTo,
    nickname,
    avatarUrl,
    title,
  } = replay ? { renamedTo: undefined, ...replayed, username: replayed?.handle } : status;
  const handle = handleText(renamedTo ?? username);
  const name = nickname || handle;
  return (
    <div className={styles["creator"]}>
      <Avatar url={avatarUrl} name={nickname || username} size={36} />
      <div className={styles["who"]}>
        <h1>
          <bdi title={name}>{name}</bdi>
        </h1>
        <p>
          {nickname ? <bdi>{handle}</bdi> : null}
          {title ? (
            <bdi className={styles["about"]} title={title}>
              {title}
            </bdi>
          ) : null}
        </p>
      </div>
    </div>
  );
}

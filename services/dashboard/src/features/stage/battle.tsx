import type { Room } from "@frontrow/protocol/insight";
import Swords from "lucide-react/icons/swords";
import { useBroadcastNow } from "../../live/server-clock.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Count } from "../../ui/count.tsx";
import styles from "./stage.module.css";
import { type BattleSide, battleView } from "./stage-view.ts";

/** Both sides with their points, how it stands, and how long it goes on. */
export function Battle({ battle }: { battle: NonNullable<Room["battle"]> }) {
  const nowMs = useBroadcastNow();
  const { sides, word, tone, left } = battleView(battle, nowMs);
  return (
    <section className={styles["part"]} data-testid="battle" data-state={battle.state} aria-label="Battle">
      <h3 className={styles["heading"]}>
        <Swords size={15} aria-hidden="true" />
        Battle
        <strong className={styles["standing"]} data-tone={tone}>
          {word}
        </strong>
        {left ? (
          <span className={styles["left"]}>
            <span className="visually-hidden">time left: </span>
            {left}
          </span>
        ) : null}
      </h3>
      <div className={styles["sides"]} data-many={sides.length > 2 || undefined}>
        {sides.map((side, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sides keep their places for as long as a battle goes on.
          <Side key={place} side={side} />
        ))}
      </div>
      <div className={styles["bar"]} aria-hidden="true">
        {sides.map(({ share, isOwn }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sides keep their places for as long as a battle goes on.
          <span key={place} data-own={isOwn || undefined} style={{ flexGrow: share }} />
        ))}
      </div>
    </section>
  );
}

const Side = ({ side: { names, avatarUrl, score, isOwn } }: { side: BattleSide }) => (
  <div className={styles["side"]} data-own={isOwn || undefined} data-testid="battle-side" data-score={score}>
    <Avatar url={avatarUrl} name={names} size={28} />
    <div>
      <strong className={styles["score"]}>
        <Count value={score} />
      </strong>
      <bdi className={styles["name"]} title={names}>
        {names}
      </bdi>
    </div>
  </div>
);

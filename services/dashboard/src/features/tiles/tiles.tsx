import Gem from "lucide-react/icons/gem";
import Gift from "lucide-react/icons/gift";
import Heart from "lucide-react/icons/heart";
import MessageSquare from "lucide-react/icons/message-square";
import Share2 from "lucide-react/icons/share-2";
import UserPlus from "lucide-react/icons/user-plus";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/use-view.tsx";
import { Count } from "../../ui/count.tsx";
import { exact, rate, spoken } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { Tip } from "../../ui/tip.tsx";
import { type TileSpec, tiles, tileValue } from "./tile-values.ts";
import styles from "./tiles.module.css";

const icons: Record<string, typeof Gem> = {
  chats: MessageSquare,
  likes: Heart,
  gifts: Gift,
  diamonds: Gem,
  follows: UserPlus,
  shares: Share2,
};

/** Totals of the broadcast, with what they gain a minute. */
export function Tiles() {
  const phase = useCalmView(numbersPhase);
  return (
    <section className={styles["tiles"]} aria-label="Totals" data-phase={phase}>
      {tiles.map((spec) => (
        <Tile key={spec.metric} spec={spec} />
      ))}
    </section>
  );
}

function Tile({ spec }: { spec: TileSpec }) {
  const phase = useCalmView(numbersPhase);
  const metrics = useCalmView((view) => view.broadcast?.metrics) ?? {};
  const { total, perMinute, isAtLeast } = tileValue(spec, metrics);
  const Icon = icons[spec.metric] ?? Gem;
  const missing = isAtLeast ? `at least: ${spoken(metrics.gapMs ?? 0)} of the broadcast could not be seen` : "";
  const tip =
    total === undefined ? "Not known yet" : `${exact(total)} ${spec.label.toLowerCase()}${missing ? `, ${missing}` : ""}`;
  return (
    <Tip text={tip}>
      <div className={styles["tile"]} data-testid={`tile-${spec.metric}`} data-value={total ?? ""} data-rate={perMinute ?? ""}>
        <p className={styles["label"]}>
          <Icon size={14} aria-hidden="true" />
          {spec.label}
        </p>
        {phase === "loading" ? (
          <Bar width="60%" height={20} style={{ margin: "6px 0" }} />
        ) : (
          <p className={styles["total"]}>
            {isAtLeast ? (
              <span className={styles["mark"]} title={missing}>
                <span aria-hidden="true">≥</span>
                <span className="visually-hidden">{missing}: </span>
              </span>
            ) : null}
            {total === undefined ? "–" : <Count value={total} />}
          </p>
        )}
        <p className={styles["rate"]}>{perMinute === undefined || phase === "final" ? "\u00a0" : `${rate(perMinute)} /min`}</p>
      </div>
    </Tip>
  );
}

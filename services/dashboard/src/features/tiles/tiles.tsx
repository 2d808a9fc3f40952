import ArrowDownRight from "lucide-react/icons/arrow-down-right";
import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import Gem from "lucide-react/icons/gem";
import Gift from "lucide-react/icons/gift";
import Heart from "lucide-react/icons/heart";
import MessageSquare from "lucide-react/icons/message-square";
import Share2 from "lucide-react/icons/share-2";
import UserPlus from "lucide-react/icons/user-plus";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Count } from "../../ui/count.tsx";
import { exact, rate } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { useCurrency, worthText } from "../currency.ts";
import { ExplainButton } from "../explain/explain-button.tsx";
import { missingText, type TileSpec, type TileValue, tiles, tileValue } from "./tile-values.ts";
import styles from "./tiles.module.css";

const icons: Record<TileSpec["metric"], typeof Gem> = {
  chats: MessageSquare,
  likes: Heart,
  gifts: Gift,
  diamonds: Gem,
  follows: UserPlus,
  shares: Share2,
};

/** Totals of the broadcast, with what the last minute added. Each says what it is made of when it is pressed. */
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
  const value = tileValue(spec, metrics);
  const { total, perMinute, isAtLeast } = value;
  const Icon = icons[spec.metric];
  const missing = isAtLeast ? missingText(metrics) : "";
  const tip =
    total === undefined ? "Not known yet" : `${exact(total)} ${spec.label.toLowerCase()}${missing ? `, ${missing}` : ""}`;
  return (
    <ExplainButton
      subject={{ kind: "total", metric: spec.metric, label: spec.label }}
      tip={
        <>
          {tip}
          <br />
          Press to see what it is made of
        </>
      }
      className={styles["tile"]}
      data-testid={`tile-${spec.metric}`}
      data-value={total ?? ""}
      data-rate={perMinute ?? ""}
    >
      <span className={styles["label"]}>
        <Icon size={14} aria-hidden="true" />
        {spec.label}
      </span>
      {phase === "loading" ? (
        <Bar width="70px" height={20} style={{ margin: "6px 0" }} />
      ) : (
        <span className={styles["total"]}>
          {isAtLeast ? (
            <span className={styles["mark"]}>
              <span aria-hidden="true">≥</span>
              <span className="visually-hidden">{missing}: </span>
            </span>
          ) : null}
          {total === undefined ? "–" : <Count value={total} />}
        </span>
      )}
      {phase === "final" || phase === "loading" ? null : <Rate value={value} />}
      {spec.metric === "diamonds" ? <Worth diamonds={total} /> : null}
    </ExplainButton>
  );
}

/** Its line is there before the number is, so that nothing moves. */
function Worth({ diamonds }: { diamonds: number | undefined }) {
  const currency = useCurrency();
  if (diamonds === undefined) return <span className={styles["worth"]}>&nbsp;</span>;
  return (
    <span className={styles["worth"]} data-testid="worth">
      {worthText(diamonds, currency)}
      <span className="visually-hidden"> to the creator, an estimate</span>
    </span>
  );
}

/** What the last minute added, and whether that is unusual. */
const Rate = ({ value: { perMinute, trend } }: { value: TileValue }) => (
  <span className={styles["rate"]}>
    <span className="visually-hidden">, </span>
    <strong>{perMinute === undefined ? "–" : rate(perMinute)}</strong> /min
    <TrendArrow trend={trend} />
  </span>
);

function TrendArrow({ trend }: { trend: TileValue["trend"] }) {
  if (trend === undefined) return null;
  const Arrow = trend === "up" ? ArrowUpRight : ArrowDownRight;
  return <Arrow size={14} role="img" aria-label={trend === "up" ? "more than usual" : "less than usual"} data-trend={trend} />;
}

import type { Explained } from "@frontrow/protocol/explanation";
import type { CountedRate, Metrics } from "@frontrow/protocol/metrics";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { rate } from "../../ui/format.ts";
import styles from "./explain.module.css";

const windows = [
  ["in the last minute", "PerMinute"],
  ["over 5 minutes", "PerMinute5m"],
  ["over 15 minutes", "PerMinute15m"],
] as const;

const isCounted = (metric: Explained, metrics: Partial<Metrics>): metric is CountedRate => `${metric}PerMinute` in metrics;

/** What a total gains a minute, now and on average; nothing for what is not counted a minute, or is over. */
export function Rates({ metric }: { metric: Explained }) {
  const metrics = useCalmView((view) => view.broadcast?.metrics);
  const isOver = useCalmView(numbersPhase) === "final";
  if (!metrics || isOver || !isCounted(metric, metrics)) return null;
  return (
    <dl className={styles["rates"]}>
      {windows.map(([name, window]) => {
        const perMinute = metrics[`${metric}${window}`];
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {perMinute === undefined ? "–" : rate(perMinute)} <small>/min</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

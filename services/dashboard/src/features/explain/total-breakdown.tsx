import type { Explained, Explanation } from "@frontrow/protocol/explanation";
import type { CountedRate, Metrics } from "@frontrow/protocol/metrics";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { exact, hoursMinutesSeconds, rate } from "../../ui/format.ts";
import { Bar } from "../../ui/skeleton.tsx";
import { useCurrency, worthText } from "../currency.ts";
import { signed } from "../mood/mood.ts";
import { abouts, gapLine, madeOf } from "./about.ts";
import styles from "./explain.module.css";
import { useBreakdown } from "./use-breakdown.ts";

/** What a total is made of, as the server answers. */
export function TotalBreakdown({ metric }: { metric: Explained }) {
  const { asked, retry } = useBreakdown(metric);
  if (asked.state === "loading") return <Loading />;
  if (asked.state === "failed") return <Failed onRetry={retry} />;
  const { explanation } = asked.breakdown;
  if (!explanation) return <p className={styles["about"]}>Not counted yet. Look again in a few seconds.</p>;
  return <Whole explanation={explanation} />;
}

function Whole({ explanation }: { explanation: Explanation }) {
  const { metric, value, atMs, gaps, latest } = explanation;
  const amount = (number: number) => (metric === "sentiment" ? signed(number) : exact(number));
  return (
    <>
      <p className={styles["value"]} data-testid="explained-value" data-value={value}>
        {amount(value)} <small>as of {hoursMinutesSeconds(atMs)}</small>
      </p>
      <p className={styles["about"]}>{abouts[metric]}</p>
      <Rates metric={metric} />
      {metric === "diamonds" ? <Worth diamonds={value} /> : null}
      <dl className={styles["facts"]}>
        {madeOf(explanation).map(({ name, value: text, note }) => (
          <div key={name} title={note}>
            <dt>
              {name}
              {note ? <small>{note}</small> : null}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {gaps.length > 0 ? (
        <section className={styles["section"]}>
          <h3>Gaps inside</h3>
          <ul>
            {gaps.map(gapLine).map(({ when, why }) => (
              <li key={when + why}>
                <span className={styles["when"]}>{when}</span> {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {latest.length > 0 ? (
        <section className={styles["section"]}>
          <h3>Added last</h3>
          <ol>
            {latest.map(({ eventId, atMs: at, amount: added, name }) => (
              <li key={eventId} className={styles["added"]}>
                <span className={styles["when"]}>{hoursMinutesSeconds(at)}</span>
                <bdi className={styles["who"]}>{name ?? ""}</bdi>
                <span>{metric === "viewers" || metric === "sentiment" ? amount(added) : `+${exact(added)}`}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

function Worth({ diamonds }: { diamonds: number }) {
  const currency = useCurrency();
  return (
    <p className={styles["worth"]}>
      <strong>{worthText(diamonds, currency)}</strong> to the creator, before tax. An estimate: TikTok publishes no rate; creators
      and the press report half a US cent a diamond. Exchange rate: European Central Bank, mid-2025.
    </p>
  );
}

const Loading = () => (
  <div className={styles["loading"]} role="status" aria-label="Loading">
    <Bar width="40%" height={22} />
    <Bar width="90%" />
    <Bar width="70%" />
    <Bar width="80%" />
  </div>
);

const Failed = ({ onRetry }: { onRetry: () => void }) => (
  <div className={styles["failed"]} role="alert">
    <p>
      <strong>The server did not answer.</strong> The number itself stays.
    </p>
    <Button onClick={onRetry}>Try again</Button>
  </div>
);

const windows = [
  ["in the last minute", "PerMinute"],
  ["over 5 minutes", "PerMinute5m"],
  ["over 15 minutes", "PerMinute15m"],
] as const;

const isCounted = (metric: Explained, metrics: Partial<Metrics>): metric is CountedRate => `${metric}PerMinute` in metrics;

/** What a total gains a minute, now and on average; nothing for what is not counted a minute, or is over. */
function Rates({ metric }: { metric: Explained }) {
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

import type { ScorePart, Scores } from "@frontrow/protocol/insight";
import type { Words } from "@frontrow/words/words";
import type { ScoreName } from "../../live/commands.ts";
import { useCalmView } from "../../live/view-store.ts";
import { hoursMinutesSeconds } from "../../ui/format.ts";
import { Meter } from "../../ui/meter.tsx";
import { partsOf } from "../scores/parts.ts";
import { useWords } from "../use-words.ts";
import { scoreAbouts } from "./about.ts";
import styles from "./explain.module.css";

/** What a score is made of: it comes with the score, so there is nothing to wait for. */
export function ScoreBreakdown({ score }: { score: ScoreName }) {
  const scores = useCalmView((view) => view.broadcast?.scores);
  const { words } = useWords();
  if (!scores) return <p className={styles["about"]}>Not counted yet. Look again in a few seconds.</p>;
  const name = (code: string) => words?.name(code) ?? code;
  return (
    <>
      <p className={styles["value"]}>
        {scores.isWarm ? Math.round(numberOf(scores, score)) : "–"}{" "}
        <small>of 100, as of {hoursMinutesSeconds(scores.atMs)}</small>
      </p>
      <p className={styles["about"]}>{scoreAbouts[score]}</p>
      {scores.isWarm ? null : <p className={styles["about"]}>Still warming up: a minute of the broadcast must be seen first.</p>}
      {score === "churnRisk" || score === "monetization" ? (
        <Forecast forecast={scores[score]} name={name} />
      ) : (
        <Parts parts={partsOf(scores, score)} name={name} />
      )}
    </>
  );
}

const numberOf = (scores: Scores, score: ScoreName): number =>
  score === "entertainment" ? scores.entertainment : scores[score].value;

const Parts = ({ parts, name }: { parts: readonly ScorePart[]; name: Words["name"] }) => (
  <ul className={styles["parts"]}>
    {parts.map(({ code, points, max }) => (
      <li key={code}>
        <span>{name(code)}</span>
        <span>
          {Math.round(points)} <small>of {max}</small>
        </span>
        <Meter value={points} max={max} tone="accent" />
      </li>
    ))}
  </ul>
);

function Forecast({ forecast, name }: { forecast: Scores["churnRisk"]; name: Words["name"] }) {
  return (
    <>
      <ul className={styles["parts"]}>
        {forecast.factors.length === 0 ? <li>Nothing speaks for it now.</li> : null}
        {forecast.factors.map(({ code, strength }) => (
          <li key={code}>
            <span>{name(code)}</span>
            <span>{strengthWord(strength)}</span>
            <Meter value={strength} max={1} tone="accent" />
          </li>
        ))}
      </ul>
      {forecast.actions.length > 0 ? (
        <section className={styles["section"]}>
          <h3>What can be done</h3>
          <ol className={styles["actions"]}>
            {forecast.actions.map((action) => (
              <li key={action}>{name(action)}</li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

const strengthWord = (strength: number): string => (strength >= 0.66 ? "strong" : strength >= 0.33 ? "some" : "a little");

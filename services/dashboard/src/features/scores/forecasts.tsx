import type { Scores } from "@frontrow/protocol/insight";
import type { Words } from "@frontrow/words/words";
import { Meter } from "../../ui/meter.tsx";
import { ExplainButton } from "../explain/explain-button.tsx";
import styles from "./scores.module.css";
import { forecastTone, isNoteworthy } from "./words.ts";

const kinds = ["churnRisk", "monetization"] as const;

/** What may come of it: the risk of losing viewers and the chance of gifts, each with its strongest reason and what to do. */
export const Forecasts = ({ scores, name }: { scores: Scores; name: Words["name"] }) => (
  <div className={styles["forecasts"]}>
    {kinds.map((kind) => {
      const { value, factors, actions } = scores[kind];
      const [factor] = factors;
      const [action] = actions;
      return (
        <ExplainButton
          key={kind}
          subject={{ kind: "score", score: kind }}
          tip={
            factors.length === 0 ? (
              "Nothing speaks for it now"
            ) : (
              <ul>
                {factors.map(({ code }) => (
                  <li key={code}>{name(code)}</li>
                ))}
              </ul>
            )
          }
          className={styles["forecast"]}
          data-testid={`score-${kind}`}
          data-value={scores.isWarm ? value : ""}
        >
          <span className={styles["forecastName"]}>{name(kind)}</span>
          <Meter value={scores.isWarm ? value : 0} max={100} tone={forecastTone(kind, value)} />
          <span className={styles["forecastValue"]}>{scores.isWarm ? Math.round(value) : "–"}</span>
          <span className={styles["todo"]}>
            {scores.isWarm && factor && action && isNoteworthy(kind, value) ? (
              <>
                {name(factor.code)}
                <span aria-hidden="true"> → </span>
                <strong>{name(action)}</strong>
              </>
            ) : (
              "\u00a0"
            )}
          </span>
        </ExplainButton>
      );
    })}
  </div>
);

import type { Scores } from "@frontrow/protocol/insight";
import Minus from "lucide-react/icons/minus";
import TrendingDown from "lucide-react/icons/trending-down";
import TrendingUp from "lucide-react/icons/trending-up";
import { numbersPhase } from "../../live/phase.ts";
import { useCalmView } from "../../live/view-store.ts";
import { Meter } from "../../ui/meter.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Bar } from "../../ui/skeleton.tsx";
import { ExplainButton } from "../explain/explain-button.tsx";
import { useStaleNote } from "../use-stale-note.ts";
import { useWords } from "../use-words.ts";
import { Forecasts } from "./forecasts.tsx";
import { partNames } from "./parts.ts";
import styles from "./scores.module.css";
import { energyWord, partLines, warmUpSeconds } from "./words.ts";

/** The room in one gauge and one word, the four parts that make it, and what may come of it. */
export function ScoresPanel() {
  const phase = useCalmView(numbersPhase);
  const scores = useCalmView((view) => view.broadcast?.scores);
  return (
    <Panel
      title="Entertainment"
      // Whoever counts may not know of scores yet: a skeleton promises that they come.
      phase={scores ? phase : phase === "live" || phase === "loading" ? "loading" : "empty"}
      empty="Was not counted in this broadcast."
      staleNote={useStaleNote()}
      skeleton={<ScoresSkeleton />}
      className={styles["panel"]}
    >
      {scores ? <Whole scores={scores} /> : null}
    </Panel>
  );
}

function Whole({ scores }: { scores: Scores }) {
  const { words } = useWords();
  const name = (code: string) => words?.name(code) ?? code;
  return (
    <div className={styles["content"]}>
      <div className={styles["room"]}>
        <ExplainButton
          subject={{ kind: "score", score: "entertainment" }}
          tip="How entertaining the room finds it, of 100. Press to see what it is made of"
          className={styles["whole"]}
          data-testid="entertainment"
          data-value={scores.isWarm ? scores.entertainment : ""}
        >
          <span className="visually-hidden">Entertainment of 100: </span>
          <Gauge value={scores.isWarm ? scores.entertainment : undefined} />
          {scores.isWarm ? <TrendWord trend={scores.trend} /> : <WarmUp />}
        </ExplainButton>
        <ul className={styles["parts"]}>
          {partNames.map((part) => (
            <li key={part}>
              <Part
                label={name(part)}
                score={scores[part]}
                part={part}
                isWarm={scores.isWarm}
                lines={partLines(scores[part].parts, name)}
              />
            </li>
          ))}
        </ul>
      </div>
      <Forecasts scores={scores} name={name} />
    </div>
  );
}

interface PartProps {
  readonly label: string;
  readonly part: (typeof partNames)[number];
  readonly score: Scores["energy"];
  readonly isWarm: boolean;
  readonly lines: readonly string[];
}

const Part = ({ label, part, score, isWarm, lines }: PartProps) => (
  <ExplainButton
    subject={{ kind: "score", score: part }}
    tip={
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    }
    className={styles["part"]}
    data-testid={`score-${part}`}
    data-value={isWarm ? score.value : ""}
  >
    <span className={styles["partName"]}>{label}</span>
    <Meter value={isWarm ? score.value : 0} max={100} tone="accent" />
    <span className={styles["partValue"]}>{isWarm ? Math.round(score.value) : "–"}</span>
  </ExplainButton>
);

const icons = { rising: TrendingUp, calm: Minus, dropping: TrendingDown };

function TrendWord({ trend }: { trend: Scores["trend"] }) {
  const word = energyWord(trend);
  const Icon = icons[word];
  return (
    <span className={styles["word"]} data-word={word} data-testid="energy-word">
      <Icon size={18} aria-hidden="true" />
      {word}
    </span>
  );
}

function WarmUp() {
  const seconds = useCalmView(({ broadcast }) => warmUpSeconds(false, broadcast?.metrics.sinceMs, broadcast?.metrics.atMs));
  return (
    <span className={styles["word"]} data-word="warming">
      {seconds === undefined ? "warming up" : `ready in ${seconds} s`}
    </span>
  );
}

const ScoresSkeleton = () => (
  <div className={styles["content"]}>
    <div className={styles["room"]}>
      <Bar width="120px" height={92} style={{ borderRadius: 12 }} />
      <div className={styles["parts"]}>
        {partNames.map((part) => (
          <Bar key={part} width="100%" height={10} style={{ margin: "8px 0" }} />
        ))}
      </div>
    </div>
    {["risk", "chance"].map((forecast) => (
      <div key={forecast}>
        <Bar width="100%" height={10} />
        <Bar width="62%" height={10} style={{ marginTop: 10 }} />
      </div>
    ))}
  </div>
);

/** Half a circle that is filled in part, with its number in the middle. `value` is of 100; undefined is an empty one. */
const Gauge = ({ value }: { value: number | undefined }) => (
  <span className={styles["gauge"]}>
    <svg viewBox="0 0 120 66" aria-hidden="true">
      <path d={ARC} className={styles["track"]} />
      {value === undefined ? null : <path d={ARC} pathLength={100} strokeDasharray={`${value} 100`} className={styles["fill"]} />}
    </svg>
    <span className={styles["gaugeValue"]}>{value === undefined ? "–" : Math.round(value)}</span>
  </span>
);

const ARC = "M 10 60 A 50 50 0 0 1 110 60";

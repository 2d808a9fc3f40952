import styles from "./scores.module.css";

/** Half a circle that is filled in part, with its number in the middle. `value` is of 100; undefined is an empty one. */
export const Gauge = ({ value }: { value: number | undefined }) => (
  <span className={styles["gauge"]}>
    <svg viewBox="0 0 120 66" aria-hidden="true">
      <path d={ARC} className={styles["track"]} />
      {value === undefined ? null : <path d={ARC} pathLength={100} strokeDasharray={`${value} 100`} className={styles["fill"]} />}
    </svg>
    <span className={styles["gaugeValue"]}>{value === undefined ? "–" : Math.round(value)}</span>
  </span>
);

const ARC = "M 10 60 A 50 50 0 0 1 110 60";

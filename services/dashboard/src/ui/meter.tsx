import styles from "./meter.module.css";

export type MeterTone = "accent" | "good" | "watch" | "bad" | "neutral";

/** A small bar that is filled in part. Decoration: its number stands beside it. */
export const Meter = ({ value, max, tone }: { value: number; max: number; tone: MeterTone }) => (
  <span className={styles["meter"]} data-tone={tone} aria-hidden="true">
    <span style={{ scale: `${max > 0 ? Math.max(0, Math.min(1, value / max)) : 0} 1` }} />
  </span>
);

import styles from "./questions.module.css";

const levels = [1, 2, 3, 4, 5] as const;

/** A priority of 1 to 5 as a number and as that number of bars: read by shape before it is read as a figure. */
export const PriorityMark = ({ priority, isInline }: { priority: number; isInline?: boolean }) => (
  <span className={styles["priority"]} data-inline={isInline}>
    <svg viewBox="0 0 19 14" width="19" height="14" aria-hidden="true">
      {levels.map((level) => (
        <rect
          key={level}
          x={(level - 1) * 4}
          y={11 - level * 2.2}
          width="3"
          height={3 + level * 2.2}
          rx="1"
          data-on={level <= priority || undefined}
        />
      ))}
    </svg>
    <span className="visually-hidden">priority </span>
    {priority}
    <span className="visually-hidden"> of 5</span>
  </span>
);

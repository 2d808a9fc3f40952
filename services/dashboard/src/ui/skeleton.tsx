import type { CSSProperties } from "react";
import styles from "./skeleton.module.css";

/** A grey bar where something will be. */
export const Bar = ({ width, height = 12, style }: { width: string; height?: number; style?: CSSProperties }) => (
  <span className={styles["bar"]} style={{ width, height, ...style }} />
);

const widths = ["72%", "48%", "86%", "60%", "78%", "40%", "66%", "54%", "82%"];

/** The shape of a list of people with a line or two each. */
export const RowsSkeleton = ({ rows, hasAvatar = true }: { rows: number; hasAvatar?: boolean }) => (
  <div className={styles["rows"]}>
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity; they are a picture.
      <div className={styles["row"]} key={row}>
        {hasAvatar ? <Bar width="28px" height={28} style={{ borderRadius: "50%" }} /> : null}
        <div className={styles["lines"]}>
          <Bar width="34%" height={9} />
          <Bar width={widths[row % widths.length] ?? "60%"} />
        </div>
      </div>
    ))}
  </div>
);

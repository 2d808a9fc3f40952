import type { ViewerUpdate } from "@frontrow/protocol/insight";
import { exact } from "../../ui/format.ts";
import { percent } from "../languages/segments.ts";
import { watchSpans } from "./watch-time.ts";
import styles from "./watch-time-list.module.css";

/** How long people stayed, at least: a bar for each span. */
export const WatchTimeList = ({ watchTime }: Pick<ViewerUpdate, "watchTime">) => (
  <dl className={styles["list"]}>
    {watchSpans(watchTime).map(({ name, viewers, share, length }) => (
      <div key={name} title={`${exact(viewers)} viewers`} data-testid="watch-span" data-value={viewers}>
        <dt>{name}</dt>
        <dd>
          <span className={styles["bar"]} aria-hidden="true">
            <span style={{ width: `${length * 100}%` }} />
          </span>
          <span className={styles["share"]}>{percent(share)}</span>
        </dd>
      </div>
    ))}
  </dl>
);

import * as RadixTabs from "radix-ui/tabs";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

export interface TabItem {
  readonly value: string;
  readonly label: string;
  /** Shown behind the label, when there is something to count. */
  readonly count?: string | undefined;
  readonly content: ReactNode;
}

/** Tabs as the title line of a panel. */
export function Tabs(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly items: readonly TabItem[];
  /** At the end of the title line. */
  readonly aside?: ReactNode;
  /** A word or two: it finds room where more would not. */
  readonly isAsideShort?: boolean;
}) {
  return (
    <RadixTabs.Root className={styles["root"]} value={props.value} onValueChange={props.onChange}>
      <div className={styles["line"]}>
        <RadixTabs.List className={styles["list"]} aria-label={props.label}>
          {props.items.map(({ value, label, count }) => (
            <RadixTabs.Trigger key={value} className={styles["tab"]} value={value}>
              {label}
              {count ? <span className={styles["count"]}>{count}</span> : null}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {props.aside ? (
          <div className={styles["aside"]} data-short={props.isAsideShort || undefined}>
            {props.aside}
          </div>
        ) : null}
      </div>
      {props.items.map(({ value, content }) => (
        <RadixTabs.Content key={value} className={styles["content"]} value={value} tabIndex={-1}>
          {content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}

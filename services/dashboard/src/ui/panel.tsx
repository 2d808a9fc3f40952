import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

/** The five states of every panel, and `final`: what was live is over and complete. */
export type Phase = "empty" | "loading" | "live" | "stale" | "final" | "error";

interface PanelProps {
  readonly title: ReactNode;
  /** Right of the title: a tab list, a count. */
  readonly aside?: ReactNode;
  readonly phase: Phase;
  /** Shown instead of the content while there is none: what will be here, and what to do. */
  readonly empty: ReactNode;
  /** The content's shape, before it is here. */
  readonly skeleton: ReactNode;
  /** What is said when the content is stale: "since 20:14". */
  readonly staleNote?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Where a key jumps to. */
  readonly id?: string | undefined;
  /** The content brings its own title line, padding and scrolling; the title is then for screen readers. */
  readonly isBare?: boolean;
  /** The content brings its own padding and scrolling. */
  readonly isFlush?: boolean;
}

/** A titled region that keeps its place and height, whatever state its content is in. */
export function Panel(props: PanelProps) {
  const { title, aside, phase, empty, skeleton, staleNote, children, className, id, isBare, isFlush } = props;
  const titleId = useId();
  const body = phase === "loading" ? skeleton : phase === "empty" || phase === "error" ? <Blank>{empty}</Blank> : children;
  return (
    <section
      className={`${styles["panel"]} ${className ?? ""}`}
      aria-labelledby={titleId}
      id={id}
      tabIndex={-1}
      data-phase={phase}
    >
      <header className={isBare ? "visually-hidden" : styles["header"]}>
        <h2 id={titleId} className={styles["title"]}>
          {title}
        </h2>
        {phase === "stale" && staleNote ? <StaleNote text={staleNote} /> : null}
        <div className={styles["aside"]}>{aside}</div>
      </header>
      <div className={isBare || isFlush ? styles["bare"] : styles["body"]} aria-busy={phase === "loading"}>
        {body}
      </div>
    </section>
  );
}

/** Words in the middle of an empty panel. */
export const Blank = ({ children }: { children: ReactNode }) => <div className={styles["blank"]}>{children}</div>;

/** Says that what stands here is from then. */
export const StaleNote = ({ text }: { text: string }) => <span className={styles["stale"]}>{text}</span>;

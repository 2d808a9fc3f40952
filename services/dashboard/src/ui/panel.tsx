import { type ReactNode, useId } from "react";
import { Boundary } from "./boundary.tsx";
import styles from "./panel.module.css";

/**
 * The states of every panel. `empty`: nothing happened yet. `stale`: it is from then, and may have changed. `final`: it is over
 * and complete. The fifth of a live panel, an error, is what its boundary shows.
 */
export type Phase = "empty" | "loading" | "live" | "stale" | "final";

interface PanelProps {
  readonly title: string;
  readonly phase: Phase;
  /** Shown instead of the content when there is none: what will be here. */
  readonly empty?: ReactNode;
  /** The content's shape, before it is here. */
  readonly skeleton: ReactNode;
  /** What is said when the content is stale: "as of 20:14". */
  readonly staleNote?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Where a key jumps to. */
  readonly id?: string | undefined;
  /** The content brings its own title line; the title is then for screen readers. */
  readonly hasOwnHeader?: boolean;
  /** The content brings its own padding and scrolling. */
  readonly isFlush?: boolean;
}

/** A titled region that keeps its place and height, whatever state its content is in. */
export function Panel(props: PanelProps) {
  const { title, phase, empty, skeleton, staleNote, children, className, id, hasOwnHeader, isFlush } = props;
  const titleId = useId();
  return (
    <section
      className={`${styles["panel"]} ${className ?? ""}`}
      aria-labelledby={titleId}
      id={id}
      tabIndex={-1}
      data-phase={phase}
    >
      <header className={hasOwnHeader ? "visually-hidden" : styles["header"]}>
        <h2 id={titleId} className={styles["title"]}>
          {title}
        </h2>
        {phase === "stale" && staleNote ? <StaleNote text={staleNote} /> : null}
      </header>
      <div className={hasOwnHeader || isFlush ? styles["bare"] : styles["body"]} aria-busy={phase === "loading"}>
        <Boundary what={title}>{phase === "loading" ? skeleton : phase === "empty" ? <Blank>{empty}</Blank> : children}</Boundary>
      </div>
    </section>
  );
}

/** Words in the middle of an empty panel. */
export const Blank = ({ children }: { children: ReactNode }) => <div className={styles["blank"]}>{children}</div>;

/** Says that what stands here is from then. */
export const StaleNote = ({ text }: { text: string }) => <span className={styles["stale"]}>{text}</span>;

import { type ReactNode, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { exact } from "../../ui/format.ts";
import styles from "./report.module.css";

/** A titled part of the report. */
export function Section({ title, isWide, children }: { title: string; isWide?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles["section"]} data-wide={isWide} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** The first of a long list, and the rest when it is asked for. */
export function Some<T>({
  all,
  first,
  children,
}: {
  all: readonly T[];
  first: number;
  children: (shown: readonly T[]) => ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {children(isOpen ? all : all.slice(0, first))}
      {all.length > first ? (
        <Button look="quiet" className={styles["more"]} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? "Show fewer" : `Show all ${exact(all.length)}`}
        </Button>
      ) : null}
    </>
  );
}

import { useState } from "react";
import { Button } from "./button.tsx";
import styles from "./details.module.css";

/** Folded facts for whoever helps: one a line, to be copied as they stand. */
export function Details({ facts, isFloating }: { facts: readonly (readonly [string, string])[]; isFloating?: boolean }) {
  const [isCopied, setIsCopied] = useState(false);
  const text = facts.map(([name, value]) => `${name}: ${value}`).join("\n");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      // The browser forbids it: the text is there to be selected.
      () => setIsCopied(false),
    );
  };
  return (
    <details className={styles["details"]} data-floating={isFloating || undefined}>
      <summary>Details</summary>
      <div className={styles["facts"]}>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <Button onClick={copy}>{isCopied ? "Copied" : "Copy"}</Button>
      </div>
    </details>
  );
}

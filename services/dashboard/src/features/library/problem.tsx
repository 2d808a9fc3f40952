import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import styles from "./library.module.css";
import type { Failure } from "./use-action.ts";
import { libraryReasonOf, sentence } from "./words.ts";

interface ProblemProps {
  readonly failure: Failure | undefined;
  /** What was to be done: "It could not be renamed." */
  readonly what?: string;
  readonly onRetry?: (() => void) | undefined;
  /** The server's own sentence says more than the code: which line, say. */
  readonly saysMessage?: boolean;
}

/** Why something did not work, and the way to try it again. Nothing while all is well. */
export function Problem({ failure, what, onRetry, saysMessage }: ProblemProps) {
  if (!failure) return null;
  return (
    <div role="alert" className={styles["problem"]}>
      <p>
        {what} {libraryReasonOf(failure.code)}
      </p>
      {saysMessage ? (
        <p>
          <bdi>{sentence(failure.message)}</bdi>
        </p>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
      <Details
        facts={[
          ["Code", failure.code],
          ["Message", failure.message],
        ]}
      />
    </div>
  );
}

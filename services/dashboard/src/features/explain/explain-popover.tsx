import X from "lucide-react/icons/x";
import * as Popover from "radix-ui/popover";
import type { RefObject } from "react";
import { IconButton } from "../../ui/button.tsx";
import { useEscape } from "../../ui/use-escape.ts";
import { useWords } from "../use-words.ts";
import styles from "./explain.module.css";
import { ScoreBreakdown } from "./score-breakdown.tsx";
import type { Subject } from "./subject.ts";
import { TotalBreakdown } from "./total-breakdown.tsx";

interface ExplainPopoverProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly subject: Subject;
  readonly onClose: () => void;
}

/** What a number is made of, beside the number. The page goes on behind it; Escape closes it and the number has the focus again. */
export default function ExplainPopover({ anchor, subject, onClose }: ExplainPopoverProps) {
  const { words } = useWords();
  useEscape(onClose);
  const title = subject.kind === "total" ? subject.label : (words?.name(subject.score) ?? "Score");
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          className={styles["popover"]}
          aria-label={`${title}: what it is made of`}
          data-testid="explanation"
          sideOffset={6}
          collisionPadding={8}
          // A press on the number itself closes it there; here it would close and open at once.
          onInteractOutside={(event) => {
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          // Not the first button: its tip would open, and take the Escape that is meant to close this.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
        >
          <div className={styles["header"]}>
            <h2>{title}</h2>
            <IconButton label="Close" icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
          </div>
          {subject.kind === "total" ? <TotalBreakdown metric={subject.metric} /> : <ScoreBreakdown score={subject.score} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

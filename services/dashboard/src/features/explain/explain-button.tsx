import { type ButtonHTMLAttributes, lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Boundary } from "../../ui/boundary.tsx";
import { Tip } from "../../ui/tip.tsx";
import type { Subject } from "./subject.ts";

const load = () => import("./explain-popover.tsx");
const ExplainPopover = lazy(load);

interface ExplainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly subject: Subject;
  /** Shown on hover and focus. */
  readonly tip: ReactNode;
}

/** A number that says what it is made of when it is pressed. How it does so is loaded after the page. */
export function ExplainButton({ subject, tip, children, ...rest }: ExplainButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Before it is needed, so that a page that goes offline can still open it.
  useEffect(() => {
    load().catch(() => {});
  }, []);
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <>
      <Tip text={tip}>
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          {...rest}
        >
          {children}
        </button>
      </Tip>
      {isOpen ? (
        <Boundary what="What it is made of">
          <Suspense fallback={null}>
            <ExplainPopover anchor={button} subject={subject} onClose={close} />
          </Suspense>
        </Boundary>
      ) : null}
    </>
  );
}

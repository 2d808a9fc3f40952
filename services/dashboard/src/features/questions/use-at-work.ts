import { useEffect, useEffectEvent, useState } from "react";

/** A finger leaves no pointer behind: so long after its last touch the list is still in use. */
const TOUCH_MS = 5_000;

/**
 * Whether somebody is at work in the element: a mouse is over it, a key has put the focus into it, or a finger was on it just
 * now. Calls `onBegin` when that begins.
 */
export function useAtWork(element: HTMLElement | null, onBegin: () => void): boolean {
  const [isAtWork, setIsAtWork] = useState(false);
  const change = useEffectEvent((next: boolean) => {
    if (next && !isAtWork) onBegin();
    setIsAtWork(next);
  });
  useEffect(() => (element ? watchHands(element, (next) => change(next)) : undefined), [element]);
  return isAtWork;
}

/** Tells of each change of the three; returns how to stop that. */
function watchHands(element: HTMLElement, tell: (isAtWork: boolean) => void): () => void {
  let isOver = false;
  let hasKeys = false;
  let touched: ReturnType<typeof setTimeout> | undefined;
  const say = () => tell(isOver || hasKeys || touched !== undefined);
  const touch = () => {
    clearTimeout(touched);
    touched = setTimeout(() => {
      touched = undefined;
      say();
    }, TOUCH_MS);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType === "mouse") isOver = event.type !== "pointerleave";
    else touch();
    say();
  };
  const onFocus = ({ type, relatedTarget }: FocusEvent) => {
    const stays = type === "focusin" || (relatedTarget instanceof Node && element.contains(relatedTarget));
    hasKeys = stays && element.querySelector(":focus-visible") !== null;
    say();
  };
  const stop = new AbortController();
  for (const name of ["pointerenter", "pointerdown", "pointerleave"] as const) {
    element.addEventListener(name, onPointer, { signal: stop.signal });
  }
  for (const name of ["focusin", "focusout"] as const) element.addEventListener(name, onFocus, { signal: stop.signal });
  return () => {
    stop.abort();
    clearTimeout(touched);
  };
}

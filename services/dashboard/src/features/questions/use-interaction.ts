import { useEffect, useEffectEvent, useState } from "react";

/** Time that a touch counts as use: a finger leaves no pointer behind. */
const TOUCH_MS = 5_000;

/**
 * Whether somebody uses the element: a mouse is over it, a key has put the focus into it, or a finger was on it in the last five
 * seconds. Calls `onBegin` when that begins.
 */
export function useInteraction(element: HTMLElement | null, onBegin: () => void): boolean {
  const [isInUse, setIsInUse] = useState(false);
  const change = useEffectEvent((next: boolean) => {
    if (next && !isInUse) onBegin();
    setIsInUse(next);
  });
  useEffect(() => (element ? observeUse(element, (next) => change(next)) : undefined), [element]);
  return isInUse;
}

/** Reports each change of the three; returns how to stop that. */
function observeUse(element: HTMLElement, report: (isInUse: boolean) => void): () => void {
  let isOver = false;
  let hasKeys = false;
  let touched: ReturnType<typeof setTimeout> | undefined;
  const update = () => report(isOver || hasKeys || touched !== undefined);
  const touch = () => {
    clearTimeout(touched);
    touched = setTimeout(() => {
      touched = undefined;
      update();
    }, TOUCH_MS);
  };
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType === "mouse") isOver = event.type !== "pointerleave";
    else touch();
    update();
  };
  const onFocus = ({ type, relatedTarget }: FocusEvent) => {
    const stays = type === "focusin" || (relatedTarget instanceof Node && element.contains(relatedTarget));
    hasKeys = stays && element.querySelector(":focus-visible") !== null;
    update();
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

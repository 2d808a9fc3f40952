import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

/** A finger leaves no pointer behind: so long after its last touch the list is still in use. */
const TOUCH_MS = 5_000;

/**
 * Whether somebody is at work in the element: a pointer is over it, a key has put the focus into it, or a finger was on it
 * just now. Calls `onBegin` when that begins.
 */
export function useAtWork(element: RefObject<HTMLElement | null>, onBegin: () => void): boolean {
  const [isAtWork, setIsAtWork] = useState(false);
  const until = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begin = useEffectEvent(() => {
    clearTimeout(until.current);
    if (!isAtWork) onBegin();
    setIsAtWork(true);
  });
  useEffect(() => {
    const list = element.current;
    if (!list) return;
    const stop = new AbortController();
    const on = (name: string, listen: (event: Event) => void) => list.addEventListener(name, listen, { signal: stop.signal });
    const end = () => setIsAtWork(list.matches(":hover") && matchMedia("(hover: hover)").matches);
    on("pointerenter", () => begin());
    on("pointerdown", () => begin());
    on("pointerleave", (event) => {
      clearTimeout(until.current);
      if ((event as PointerEvent).pointerType === "mouse") setIsAtWork(hasKeyFocus(list));
      else until.current = setTimeout(end, TOUCH_MS);
    });
    on("focusin", () => hasKeyFocus(list) && begin());
    on("focusout", (event) => {
      if (!list.contains((event as FocusEvent).relatedTarget as Node | null)) end();
    });
    return () => {
      stop.abort();
      clearTimeout(until.current);
    };
  }, [element]);
  return isAtWork;
}

const hasKeyFocus = (list: HTMLElement): boolean => list.querySelector(":focus-visible") !== null;

import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is, in pixels, and again when that changes; 0 before it is there. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const place = element.current;
    if (!place) return;
    const measure = new ResizeObserver(() => setWidth(place.clientWidth));
    measure.observe(place);
    setWidth(place.clientWidth);
    return () => measure.disconnect();
  }, [element]);
  return width;
}

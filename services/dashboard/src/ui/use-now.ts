import { useLayoutEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const clock = createStore(() => Date.now());
let readers = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const tick = () => clock.setState(Date.now(), true);

/** This machine's clock, ticking once a second for all who look: clocks on one page never disagree. */
export function useNow(): number {
  // Before the first paint, because the clock stood still while nobody looked.
  useLayoutEffect(() => {
    readers += 1;
    if (readers === 1) {
      tick();
      timer = setInterval(tick, 1_000);
    }
    return () => {
      readers -= 1;
      if (readers === 0) clearInterval(timer);
    };
  }, []);
  return useStore(clock);
}

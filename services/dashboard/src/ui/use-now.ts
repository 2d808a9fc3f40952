import { useEffect, useState } from "react";

const listeners = new Set<(nowMs: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** This machine's clock, ticking once a second for all who look: clocks on one page never disagree. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    listeners.add(setNowMs);
    timer ??= setInterval(() => {
      for (const tell of listeners) tell(Date.now());
    }, 1_000);
    return () => {
      listeners.delete(setNowMs);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return nowMs;
}

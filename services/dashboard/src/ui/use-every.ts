import { useEffect, useEffectEvent } from "react";

/** Does something again and again, at this interval; undefined stops it. */
export function useEvery(intervalMs: number | undefined, act: () => void): void {
  const again = useEffectEvent(act);
  useEffect(() => {
    if (intervalMs === undefined) return;
    const timer = setInterval(() => again(), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
}

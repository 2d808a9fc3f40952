import { useCallback } from "react";
import { useNow } from "../ui/use-now.ts";
import { shownReplay } from "./replay.ts";
import { useView } from "./view-store.ts";

/** The server's clock, ticking once a second: what a browser's own clock says of a broadcast may be an hour off. */
export function useServerNow(): number {
  const offsetMs = useView((view) => view.clockOffsetMs);
  return useNow() + offsetMs;
}

/** The clock of what is on the screen, ticking once a second: the server's, and of a replay where it stands. */
export function useBroadcastNow(): number {
  const nowMs = useServerNow();
  const replay = useView((view) => view.replay);
  return (replay && shownReplay({ ...replay, asked: undefined }, nowMs)?.positionMs) ?? nowMs;
}

/** The server's clock when it is asked; the same function for as long as the clocks agree as they do. */
export function useServerClock(): () => number {
  const offsetMs = useView((view) => view.clockOffsetMs);
  return useCallback(() => Date.now() + offsetMs, [offsetMs]);
}

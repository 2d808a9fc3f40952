import type { Phase } from "../ui/panel.tsx";
import type { ViewState } from "./view-state.ts";

/** The state that all panels of a broadcast share; a panel that waits for something of its own narrows it further. */
export function phaseOf({ link, source, broadcast }: ViewState): Phase {
  const { state } = source.status;
  if (!broadcast) {
    if (state === "failed") return "error";
    return state === "connecting" || state === "live" || state === "reconnecting" ? "loading" : "empty";
  }
  if (!broadcast.isReady) return "loading";
  if (state === "ended") return "final";
  return link.connection.state === "open" && state === "live" ? "live" : "stale";
}

/** Since when what is on the screen is old; undefined while it is not. */
export function staleSinceMs(state: ViewState): number | undefined {
  if (phaseOf(state) !== "stale") return undefined;
  return state.link.connection.state === "open" ? state.source.sinceMs : state.link.sinceMs;
}

import type { Phase } from "../ui/panel.tsx";
import type { ViewState } from "./view-state.ts";

/** The state of panels that show rows, which come with the broadcast. A panel that has no rows yet says so itself. */
export function rowsPhase({ link, source, broadcast, replay }: ViewState): Phase {
  if (!broadcast) return "loading";
  if (broadcast.isOver) return "final";
  if (replay) return link.connection.state === "open" ? "live" : "stale";
  return link.connection.state === "open" && source.status.state === "live" ? "live" : "stale";
}

/** The state of panels that show numbers, which come a little later, or not at all while nobody counts. */
export const numbersPhase = (state: ViewState): Phase => (state.broadcast?.isReady ? rowsPhase(state) : "loading");

/** Since when what is on the screen is old; undefined while it is not. */
export function staleSinceMs(state: ViewState): number | undefined {
  if (rowsPhase(state) !== "stale") return undefined;
  return state.link.connection.state === "open" ? state.source.sinceMs : state.link.sinceMs;
}

/** What the page is for at the moment. */
export type Scene = "blank" | "welcome" | "standby" | "desk";

/**
 * `desk` as soon as there is a broadcast or a replay, and as long as one is on the screen. `standby`: somebody is named, and there is
 * nothing to show of them. `blank`: it is not known yet whether this desk watches anybody.
 */
export function sceneOf({ link, desk, source, broadcast, replay }: ViewState): Scene {
  if (broadcast || replay) return "desk";
  switch (source.status.state) {
    case "none":
      return desk || link.connection.state === "waiting" || link.connection.state === "closed" ? "welcome" : "blank";
    case "offline":
    case "ended":
    case "failed":
      return "standby";
    default:
      return "desk";
  }
}

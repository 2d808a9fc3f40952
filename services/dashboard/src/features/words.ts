import type { ViewState } from "../live/view-state.ts";

/** What an empty panel says: what will be here, and why it is not yet. The same in all of them, so that none must be read twice. */
export function emptyWords({ source }: ViewState): string {
  const { state, username = "" } = source.status;
  switch (state) {
    case "offline":
      return `Starts by itself when @${username} goes live.`;
    case "failed":
      return "Nothing to show. Check the name above.";
    case "ended":
      return "The broadcast is over.";
    default:
      return "Name a broadcast above to fill this.";
  }
}

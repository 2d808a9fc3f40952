import { useEffect } from "react";
import { viewersIn } from "../live/view-state.ts";
import { useCalmView } from "../live/view-store.ts";
import { compact } from "../ui/format.ts";

/** The tab's title: whoever keeps twelve of them open finds the one, and sees how it goes. */
export function useTitle(): void {
  const title = useCalmView(({ source: { status }, broadcast }) => {
    if (status.state === "none" || status.username === undefined) return "Frontrow";
    const viewers = status.state === "live" ? viewersIn(broadcast?.metrics ?? {}) : undefined;
    return `@${status.username}${viewers === undefined ? "" : ` · ${compact(viewers)}`} – Frontrow`;
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

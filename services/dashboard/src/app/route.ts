import { useEffect, useEffectEvent } from "react";
import { useCommands, useView } from "../live/use-view.tsx";

/** The creator that an address names, so that a broadcast can be bookmarked: `/#demo:alice`, `/#@alice`. */
export function handleIn(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.replace(/^#/, "")).replace(/^@/, "").trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the address and what the desk watches the same: the address says it first, afterwards the desk does. */
export function useRoute(): void {
  const { watch } = useCommands();
  const isKnown = useView((view) => view.isDeskKnown);
  const username = useView((view) => view.source.status.username);
  const follow = useEffectEvent(() => {
    const named = handleIn(location.hash);
    if (named && named !== username) watch(named);
  });
  useEffect(() => {
    if (!isKnown) return;
    follow();
    const onHash = () => follow();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [isKnown]);
  useEffect(() => {
    if (!isKnown || username === undefined) return;
    if (handleIn(location.hash) !== username) history.replaceState(null, "", `#${username}`);
  }, [isKnown, username]);
}

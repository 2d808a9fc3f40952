import { useEffect, useEffectEvent, useRef } from "react";
import { useCommands, useView } from "../live/view-store.ts";

/** The creator that an address names, so that a broadcast can be bookmarked: `/#demo:alice`, `/#@alice`. */
export function handleIn(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.replace(/^#/, "")).replace(/^@/, "").trim().toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the address and what the desk watches the same: the address has the first word, afterwards the desk leads. */
export function useRoute(): void {
  const { watch } = useCommands();
  const isDeskKnown = useView((view) => view.desk !== undefined);
  const username = useView((view) => view.source.status.username);
  const last = useRef<string>(undefined);

  const follow = useEffectEvent(() => {
    const named = handleIn(location.hash);
    if (named && named !== username) watch(named);
  });
  useEffect(() => {
    if (!isDeskKnown) return;
    follow();
    const onHash = () => follow();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [isDeskKnown]);

  useEffect(() => {
    const hasStopped = username === undefined && last.current !== undefined;
    last.current = username;
    if (hasStopped) history.replaceState(null, "", location.pathname);
    else if (username && handleIn(location.hash) !== username) history.replaceState(null, "", `#${username}`);
  }, [username]);
}

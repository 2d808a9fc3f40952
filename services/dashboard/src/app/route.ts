import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useCommands, useView } from "../live/view-store.ts";

/** The creator that an address names, so that a broadcast can be bookmarked: `/#demo:alice`, `/#@alice`. */
export function handleIn(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.replace(/^#/, "")).replace(/^@/, "").trim().toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * What an address leads to at a desk. A desk that watches somebody may be shared, so a link does not take it to somebody else by
 * itself: whoever opened it is asked.
 */
export function followAddress(named: string | undefined, watched: string | undefined): "nothing" | "watch" | "ask" {
  if (named === undefined || named === watched) return "nothing";
  return watched === undefined ? "watch" : "ask";
}

/** Somebody whom an address names, and whom the desk does not watch: to be asked about. */
export interface LinkQuestion {
  readonly named: string;
  readonly watched: string;
  watchHere(): void;
  dismiss(): void;
}

/** Keeps the address and what the desk watches the same: the desk leads, once it watches somebody. */
export function useRoute(): LinkQuestion | undefined {
  const { watch } = useCommands();
  const isDeskKnown = useView((view) => view.desk !== undefined);
  const username = useView((view) => view.source.status.username);
  const last = useRef<string>(undefined);
  const [asked, setAsked] = useState<string>();

  const follow = useEffectEvent(() => {
    const named = handleIn(location.hash);
    const next = followAddress(named, username);
    setAsked(next === "ask" ? named : undefined);
    if (next === "watch" && named) watch(named);
    if (next === "ask") history.replaceState(null, "", `#${username}`);
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
    if (hasStopped) history.replaceState(history.state, "", `${location.pathname}${location.search}`);
    else if (username && handleIn(location.hash) !== username) history.replaceState(history.state, "", `#${username}`);
  }, [username]);

  if (asked === undefined || username === undefined || asked === username) return undefined;
  return {
    named: asked,
    watched: username,
    watchHere() {
      setAsked(undefined);
      watch(asked);
    },
    dismiss: () => setAsked(undefined),
  };
}

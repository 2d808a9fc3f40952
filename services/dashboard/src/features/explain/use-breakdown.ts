import type { Explained } from "@frontrow/protocol/explanation";
import { useCallback, useEffect, useState } from "react";
import type { Breakdown } from "../../live/commands.ts";
import { screenOf } from "../../live/view-state.ts";
import { useCommands, useView } from "../../live/view-store.ts";

export type Asked =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "here"; readonly breakdown: Breakdown };

/** The server writes it anew every few seconds: what is on the screen keeps up with the number that it is about. */
const AGAIN_MS = 2_000;

/**
 * Asks what a total of the broadcast on the screen is made of, and again while it is shown; an answer about another broadcast
 * is not shown. What was shown once stays when a later answer fails.
 */
export function useBreakdown(metric: Explained): { readonly asked: Asked; readonly retry: () => void } {
  const { explain } = useCommands();
  const session = useView((view) => view.broadcast?.session);
  const screen = useView(screenOf);
  const [asked, setAsked] = useState<Asked>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again, and so does another moment of a replay.
  useEffect(() => {
    let isWanted = true;
    let isHere = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => void explain(metric).then(take).catch(fail);
    const take = (breakdown: Breakdown): void => {
      if (!isWanted) return;
      isHere = breakdown.session === session;
      setAsked(isHere ? { state: "here", breakdown } : { state: "failed" });
      if (isHere) again = setTimeout(ask, AGAIN_MS);
    };
    const fail = (): void => {
      if (!isWanted) return;
      if (isHere) again = setTimeout(ask, AGAIN_MS);
      else setAsked({ state: "failed" });
    };
    setAsked({ state: "loading" });
    ask();
    return () => {
      isWanted = false;
      clearTimeout(again);
    };
  }, [explain, metric, session, screen, attempt]);
  return { asked, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

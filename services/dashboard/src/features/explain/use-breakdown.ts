import type { Explained } from "@frontrow/protocol/explanation";
import { useCallback, useEffect, useState } from "react";
import type { Breakdown } from "../../live/commands.ts";
import { useCommands, useView } from "../../live/use-view.tsx";

export type Asked =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "here"; readonly breakdown: Breakdown };

/** Asks what a total of the broadcast on the screen is made of; an answer about another broadcast is not shown. */
export function useBreakdown(metric: Explained): { readonly asked: Asked; readonly retry: () => void } {
  const { explain } = useCommands();
  const session = useView((view) => view.broadcast?.session);
  const [asked, setAsked] = useState<Asked>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    let isWanted = true;
    setAsked({ state: "loading" });
    explain(metric).then(
      (breakdown) => {
        if (isWanted) setAsked(breakdown.session === session ? { state: "here", breakdown } : { state: "failed" });
      },
      () => {
        if (isWanted) setAsked({ state: "failed" });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [explain, metric, session, attempt]);
  return { asked, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

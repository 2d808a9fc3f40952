import type { ViewerStats } from "@frontrow/protocol/insight";

export interface ViewerList {
  readonly viewers: readonly ViewerStats[];
}

/** Time that one answer serves every card: who clicks through a list of names asks once. */
export const FRESH_MS = 10_000;

/**
 * Asks for the most engaged viewers, at most once in ten seconds for as long as the same session and epoch are viewed. A failure is not
 * kept: the next card asks again.
 */
export function createViewerList(ask: () => Promise<ViewerList>, now: () => number): (screen: string) => Promise<ViewerList> {
  let held: { readonly screen: string; readonly atMs: number; readonly answer: Promise<ViewerList> } | undefined;
  return (screen) => {
    if (held?.screen === screen && now() - held.atMs < FRESH_MS) return held.answer;
    const asked = { screen, atMs: now(), answer: ask() };
    held = asked;
    asked.answer.catch(() => {
      if (held === asked) held = undefined;
    });
    return asked.answer;
  };
}

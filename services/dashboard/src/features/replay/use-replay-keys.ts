import { usePageKeys } from "../keys/keys.ts";
import { type KeyUse, replayActOf } from "./replay-keys.ts";
import { useReplayAct } from "./use-replay-actions.ts";

/** Listens to the keys of a replay anywhere on the page, while single keys are turned on. */
export function useReplayKeys(): void {
  const act = useReplayAct();
  usePageKeys((event) => {
    const asked = replayActOf(event, keyUseOf(event.target));
    // A key that is held steps once: each step shows a whole screen.
    if (!asked || (event.repeat && (asked.act === "next" || asked.act === "previous"))) return;
    if (act(asked)) event.preventDefault();
  });
}

function keyUseOf(target: EventTarget | null): KeyUse {
  const isIn = (places: string) => target instanceof HTMLElement && target.closest(places) !== null;
  return {
    types: isIn("input:not([type=range]), textarea, select, [contenteditable], [role=menu], dialog"),
    usesSpace: isIn("button, a, summary, [tabindex='0'], [type=range]"),
    usesArrows: isIn("[role=tab], [role=toolbar], [role=slider], [role=application], [role=img], [type=range]"),
  };
}

import type { KeyboardEvent } from "react";
import { useDisplay } from "../../ui/display.ts";
import { questionActOf } from "./question-keys.ts";
import type { Settling } from "./use-settling.ts";

/** Listens to the keys of a list of questions: each has one button with its id in `data-question`, which the arrows focus. */
export function useQuestionKeys(settling: Settling): (event: KeyboardEvent<HTMLElement>) => void {
  const { hasShortcuts } = useDisplay();
  return (event) => {
    const act = questionActOf(event, hasShortcuts);
    if (!act) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-question]")];
    const at = rows.findIndex((row) => row.closest("li")?.contains(document.activeElement));
    const id = rows[at]?.dataset["question"];
    const next = rows[act === "up" ? Math.max(0, at - 1) : Math.min(rows.length - 1, at + 1)];
    event.preventDefault();
    // The page's own keys, of which some are the same letters, are for outside of the list.
    event.stopPropagation();
    if (act === "undo") settling.undo();
    else if (id !== undefined && act === "answer") settling.answer(id);
    else if (id !== undefined && act === "ignore") settling.ignore(id);
    if (act !== "undo") next?.focus();
  };
}

import type { KeyboardEvent } from "react";
import { useDisplay } from "../../ui/display.ts";
import type { QuestionActions } from "./use-question-actions.ts";

/** What single keys do while the focus is in the questions. */
export const questionKeys = [
  { key: "↑ ↓", label: "Go from question to question" },
  { key: "a", label: "Answered" },
  { key: "i", label: "Ignore" },
  { key: "u", label: "Undo the last one" },
] as const;

export type QuestionAct = "up" | "down" | "answer" | "ignore" | "undo";

const acts: Readonly<Record<string, QuestionAct>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  a: "answer",
  i: "ignore",
  u: "undo",
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The act of a key press; letters only while single keys are turned on. */
export function questionActOf(pressed: Pressed, hasShortcuts: boolean): QuestionAct | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  return key.length === 1 && !hasShortcuts ? undefined : acts[key];
}

/**
 * Listens to the keys of a list of questions: each has one button with its id in `data-question`, which the arrows focus. Without
 * actions they only go from one to the next.
 */
export function useQuestionKeys(actions: QuestionActions | undefined): (event: KeyboardEvent<HTMLElement>) => void {
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
    if (act === "undo") actions?.undo();
    else if (id !== undefined && act === "answer") actions?.answer(id);
    else if (id !== undefined && act === "ignore") actions?.ignore(id);
    if (act !== "undo") next?.focus();
  };
}

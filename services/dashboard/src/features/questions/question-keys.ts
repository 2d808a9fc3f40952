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

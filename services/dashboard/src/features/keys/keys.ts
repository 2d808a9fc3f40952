import { useEffect, useEffectEvent } from "react";
import { useDisplay } from "../../ui/display.ts";

/** What single keys do. The page's own actions, in the order in which the dialog lists them. */
export const shortcuts = [
  { key: "/", action: "name", label: "Name a broadcast" },
  { key: "c", action: "chat", label: "Go to the chat" },
  { key: "q", action: "questions", label: "Go to the questions" },
  { key: "p", action: "pulse", label: "Go to numbers and charts" },
  { key: "g", action: "gifts", label: "Go to the gifts" },
  { key: "n", action: "newest", label: "Follow the newest again" },
  { key: "x", action: "coachDone", label: "Done with what the coach says" },
  { key: "m", action: "mute", label: "Mute or unmute voice and sounds" },
  { key: "r", action: "rules", label: "Alert rules" },
  { key: "t", action: "theme", label: "Dark or light" },
  { key: "d", action: "density", label: "Comfortable or compact" },
  { key: "?", action: "keys", label: "Show these keys" },
] as const;

export type KeyAction = (typeof shortcuts)[number]["action"];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** The action of a key press, unless it belongs to the browser or to a field that somebody types into. */
export function actionOf(pressed: Pressed, isTyping: boolean): KeyAction | undefined {
  if (isTyping || pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  return shortcuts.find(({ key }) => key === pressed.key.toLowerCase())?.action;
}

/** Calls `act` for single keys anywhere on the page, while they are turned on. */
export function useKeys(act: (action: KeyAction) => void): void {
  usePageKeys((event) => {
    const action = actionOf(event, isTyping(event.target));
    if (!action) return;
    event.preventDefault();
    act(action);
  });
}

/** Listens to keys anywhere on the page that nobody has taken, while single keys are turned on. */
export function usePageKeys(listen: (event: KeyboardEvent) => void): void {
  const { hasShortcuts } = useDisplay();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented) listen(event);
  });
  useEffect(() => {
    if (!hasShortcuts) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, [hasShortcuts]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=menu]") !== null;

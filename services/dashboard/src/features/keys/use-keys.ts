import { useEffect, useEffectEvent } from "react";
import { useDisplay } from "../../ui/display.ts";
import { actionOf, type KeyAction } from "./keys.ts";

/** Calls `act` for single keys anywhere on the page, while they are turned on. */
export function useKeys(act: (action: KeyAction) => void): void {
  const { hasShortcuts } = useDisplay();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event, isTyping(event.target));
    if (!action || event.defaultPrevented) return;
    event.preventDefault();
    act(action);
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

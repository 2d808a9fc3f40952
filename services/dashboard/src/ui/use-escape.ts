import { useEffect } from "react";

/**
 * Escape is for what is open in front of a person, and this component is. A toast that comes meanwhile would take the key:
 * for the library it is a layer above. `onEscape` is for what the browser does not close by itself; the dialog around it
 * stays open.
 */
export function useEscape(onEscape?: () => void): void {
  useEffect(() => {
    const receive = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The library listens at the document, which comes after the window.
      event.stopPropagation();
      if (!onEscape) return;
      event.preventDefault();
      onEscape();
    };
    addEventListener("keydown", receive, { capture: true });
    return () => removeEventListener("keydown", receive, { capture: true });
  }, [onEscape]);
}

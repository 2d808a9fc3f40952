import { useDisplay } from "./display.ts";
import { useMedia } from "./use-media.ts";

/** Which of the two palettes is on: the person's choice, or the system's. */
export function usePalette(): "dark" | "light" {
  const { theme } = useDisplay();
  const isSystemDark = useMedia("(prefers-color-scheme: dark)");
  if (theme !== "system") return theme;
  return isSystemDark ? "dark" : "light";
}

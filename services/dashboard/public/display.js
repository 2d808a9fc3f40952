// Applies the remembered theme and density before the first paint. A file of its own, not a module and not inline: modules
// run too late to prevent a flash, and the content security policy forbids inline scripts. `src/ui/display.ts` writes them.
try {
  const display = JSON.parse(localStorage.getItem("frontrow.display") ?? "{}");
  if (display.theme === "dark" || display.theme === "light") document.documentElement.dataset.theme = display.theme;
  if (display.density === "compact") document.documentElement.dataset.density = "compact";
} catch {
  // Storage is off or holds something else: the system's theme and the comfortable density are right then.
}

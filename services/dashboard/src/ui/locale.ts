// Imported before all else: libraries make formats of the browser's language when they load, and one that is no language tag
// (`en-US@posix`, from a system's locale) would throw there and leave the page blank.
try {
  new Intl.Locale(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en-US", configurable: true });
}

export {};

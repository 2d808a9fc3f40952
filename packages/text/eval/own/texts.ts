/** Texts of our own as the lists here hold them: separated by `/` and new lines. */
export const texts = (list: string): string[] =>
  list
    .split(/[/\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== "");

/** Every second one is held out: the others are what rules are mended by. */
export const isHeldOutAt = (_: unknown, at: number): boolean => at % 2 === 1;
export const isTunedAt = (_: unknown, at: number): boolean => at % 2 === 0;

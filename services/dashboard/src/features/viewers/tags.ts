/** As the server takes them. */
export const MOST_TAGS = 8;
export const LONGEST_TAG = 30;
export const LONGEST_NOTE = 500;

/** The tags with what was typed: parts between commas, without blanks around them, each once, however it is written. */
export function withTags(tags: readonly string[], typed: string): readonly string[] {
  const parts = typed.split(",").map((part) => part.replaceAll(/\s+/gu, " ").trim().slice(0, LONGEST_TAG).trim());
  const next = [...tags];
  for (const part of parts) {
    const isThere = next.some((tag) => tag.toLocaleLowerCase() === part.toLocaleLowerCase());
    if (part && !isThere && next.length < MOST_TAGS) next.push(part);
  }
  return next;
}

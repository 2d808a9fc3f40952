/** A text as one line of a file whose lines mean something: no breaks, nothing that turns the direction of writing, no more than so long. */
export function oneLine(text: string, longest: number): string {
  const line = text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .trim();
  const letters = [...line];
  return letters.length <= longest
    ? line
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

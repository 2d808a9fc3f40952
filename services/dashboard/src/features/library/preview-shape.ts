/** Size of a preview in its own units. */
export const PREVIEW_WIDTH = 100;
export const PREVIEW_HEIGHT = 20;
/** What is not nothing is seen. */
const LEAST = 1;

/**
 * The outline of how busy a recording was, as a path of an SVG: a step each value, mirrored around the middle. Undefined where there is
 * nothing to draw.
 */
export function previewShape(preview: readonly number[] | undefined): string | undefined {
  if (!preview || preview.length === 0) return undefined;
  const step = PREVIEW_WIDTH / preview.length;
  const half = (value: number) => Math.max(LEAST, (Math.min(100, Math.max(0, value)) / 100) * PREVIEW_HEIGHT) / 2;
  const edge = (side: 1 | -1) => (value: number, index: number) => {
    const y = round(PREVIEW_HEIGHT / 2 - side * half(value));
    return [`${round(index * step)} ${y}`, `${round((index + 1) * step)} ${y}`];
  };
  const above = preview.flatMap(edge(1));
  const below = preview.flatMap(edge(-1)).reverse();
  return `M${[...above, ...below].join("L")}Z`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

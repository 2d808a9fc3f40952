import styles from "./library.module.css";
import { PREVIEW_HEIGHT, PREVIEW_WIDTH, previewShape } from "./preview-shape.ts";

/** How busy a recording was, from its begin to its end. Decoration: its numbers stand beside it. */
export function Preview({ preview }: { readonly preview: readonly number[] | undefined }) {
  const shape = previewShape(preview);
  return (
    <svg
      className={styles["preview"]}
      viewBox={`0 0 ${PREVIEW_WIDTH} ${PREVIEW_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {shape ? <path d={shape} /> : <line x1="0" x2={PREVIEW_WIDTH} y1={PREVIEW_HEIGHT / 2} y2={PREVIEW_HEIGHT / 2} />}
    </svg>
  );
}

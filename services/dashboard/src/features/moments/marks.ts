import type { Happened } from "../../live/happened.ts";
import { spanOf } from "./kinds.ts";

/** Moments that stand at one place of the time line, oldest first. */
export interface MomentMark {
  /** That of its last moment. */
  readonly id: string;
  /** Where it stands, 0…1 of the time line. */
  readonly place: number;
  readonly moments: readonly Happened[];
}

/**
 * Moments as marks on a time line from `span[0]` to `span[1]` (epoch seconds): what is nearer than `least` (a part of the
 * line) to the mark before it joins that, so that marks never cover each other.
 */
export function marksOf(moments: readonly Happened[], span: readonly [number, number], least: number): readonly MomentMark[] {
  const [begin, end] = span;
  const placed = moments
    .map((moment) => ({ moment, place: (spanOf(moment).toMs / 1_000 - begin) / (end - begin) }))
    .filter(({ place }) => place >= 0 && place <= 1)
    .sort((a, b) => a.place - b.place);
  const marks: { place: number; moments: Happened[] }[] = [];
  for (const { moment, place } of placed) {
    const last = marks.at(-1);
    if (last && place - last.place < least) last.moments.push(moment);
    else marks.push({ place, moments: [moment] });
  }
  return marks.map((mark) => ({ ...mark, id: mark.moments.at(-1)?.id ?? "" }));
}

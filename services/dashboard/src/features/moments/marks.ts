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
  return grouped(placed, least).map((group) => {
    const moments = group.map(({ moment }) => moment);
    return { id: moments.at(-1)?.id ?? "", place: group[0]?.place ?? 0, moments };
  });
}

/** What stands on a line, in order of its place, in groups: whatever is nearer than `least` to the first of a group is in it. */
export function grouped<T extends { readonly place: number }>(placed: readonly T[], least: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const each of placed) {
    const last = groups.at(-1);
    if (last?.[0] && each.place - last[0].place < least) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

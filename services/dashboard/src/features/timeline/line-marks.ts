import type { Bookmark } from "@frontrow/protocol/library/entry";
import type { Happened } from "../../live/happened.ts";
import { kindOf, type MomentKind, placeOf } from "../moments/kinds.ts";
import { grouped } from "../moments/marks.ts";
import type { Extent } from "./lanes.ts";

/** A mark of the time line: something that happened, a bookmark, or where the video begins. */
export interface LineMark {
  readonly id: string;
  readonly kind: MomentKind | "bookmark" | "zero";
  readonly atMs: number;
  /** 0 to 1 of the line. */
  readonly place: number;
  readonly text: string;
  readonly seek: { readonly atMs: number; readonly eventId?: string };
}

export interface ToMark {
  readonly moments: readonly Happened[];
  readonly bookmarks: readonly Bookmark[];
  readonly zeroMs: number | undefined;
  readonly sentenceOf: (moment: Happened) => string;
}

/** Marks in groups that do not cover each other: those nearer than `least`, a part of the line, are one. */
export interface LineMarks {
  /** Bookmarks and where the video begins; apart, as one's own mark among seven others is not found again. */
  readonly own: readonly (readonly LineMark[])[];
  readonly happened: readonly (readonly LineMark[])[];
}

export function lineMarks(
  { moments, bookmarks, zeroMs, sentenceOf }: ToMark,
  { fromMs, toMs }: Extent,
  least: number,
): LineMarks {
  const shareOf = (atMs: number) => (atMs - fromMs) / Math.max(1, toMs - fromMs);
  const group = (marks: readonly Omit<LineMark, "place">[]) =>
    grouped(
      marks
        .map((mark) => ({ ...mark, place: shareOf(mark.atMs) }))
        .filter(({ place }) => place >= 0 && place <= 1)
        .sort((a, b) => a.place - b.place),
      least,
    );
  const zero =
    zeroMs === undefined
      ? []
      : [{ id: "zero", kind: "zero" as const, atMs: zeroMs, text: "The video starts here", seek: { atMs: zeroMs } }];
  const kept = bookmarks.map(({ bookmarkId, atMs, text }) => ({
    id: bookmarkId,
    kind: "bookmark" as const,
    atMs,
    text: text || "Bookmark",
    seek: { atMs },
  }));
  return { own: group([...zero, ...kept]), happened: group(moments.map((moment) => markOf(moment, sentenceOf(moment)))) };
}

function markOf(moment: Happened, text: string): Omit<LineMark, "place"> {
  const seek = placeOf(moment);
  return { id: moment.id, kind: kindOf(moment), atMs: seek.atMs, text, seek };
}

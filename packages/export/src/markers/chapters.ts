import type { Format } from "../format.ts";
import { type Marker, markersOf } from "./markers.ts";
import { clockOf } from "./timecode.ts";

/** What video platforms ask of chapters: the first at zero, this many at least, so far apart. */
const LEAST = 3;
const APART_S = 10;
/** More are no help to anybody. */
const MOST = 50;

interface Chapter {
  readonly seconds: number;
  readonly name: string;
}

/** Chapters as lines of a video's description. */
export const chapters: Format = {
  extension: "txt",
  needs: { passes: 0, questions: true },
  async *write(source) {
    const { markers, leftOut } = markersOf(source);
    const lengthS = Math.floor((source.recording.extent.toMs - source.zeroMs) / 1_000);
    const chosen = chaptersOf(markers, lengthS);
    source.leaveOut(leftOut);
    yield chosen.map(({ seconds, name }) => `${clockOf(seconds)} ${name}\n`).join("");
  },
};

/** What the desk marked comes first, then moments, then questions, each the best first, where they have room. */
export function chaptersOf(markers: readonly Marker[], lengthS: number): Chapter[] {
  const chosen: Chapter[] = [{ seconds: 0, name: "Start" }];
  // The last one has to be so long, too.
  const hasRoom = (seconds: number) =>
    seconds + APART_S <= lengthS && chosen.every((other) => Math.abs(other.seconds - seconds) >= APART_S);
  const add = (chapter: Chapter) => {
    if (chosen.length < MOST && hasRoom(chapter.seconds)) chosen.push(chapter);
  };
  for (const { offsetMs, name, kind } of [...markers].sort(byWorth)) {
    const seconds = Math.floor(offsetMs / 1_000);
    // Marked at the very beginning: that is what it is called.
    if (seconds < APART_S && kind === "bookmark" && chosen[0]?.name === "Start") chosen[0] = { seconds: 0, name };
    else add({ seconds, name });
  }
  // Too few are none to a platform: equal parts make up for them.
  for (let parts = LEAST; chosen.length < LEAST && parts <= 2 * LEAST; parts++)
    for (let part = 1; part < parts && chosen.length < LEAST; part++)
      add({ seconds: Math.floor((lengthS * part) / parts), name: `Part ${part + 1}` });
  return chosen.sort((a, b) => a.seconds - b.seconds);
}

const ranks: Record<Marker["kind"], number> = { bookmark: 0, moment: 1, question: 2 };
const byWorth = (a: Marker, b: Marker): number => ranks[a.kind] - ranks[b.kind] || b.worth - a.worth || a.atMs - b.atMs;

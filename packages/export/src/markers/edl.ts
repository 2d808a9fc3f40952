import type { Format } from "../format.ts";
import type { Source } from "../source.ts";
import { type Marker, markersOf } from "./markers.ts";
import { oneLine } from "./one-line.ts";
import { frameAt, timecodeOf } from "./timecode.ts";

/** Where time lines of editors begin, and so those of this file. */
export const TIMELINE_START_S = 3_600;
/** Events of a list, by CMX 3600. */
const MOST = 999;
const DAY_S = 86_400;

const colours: Record<Marker["kind"], string> = {
  bookmark: "ResolveColorYellow",
  moment: "ResolveColorBlue",
  question: "ResolveColorGreen",
};

/** A CMX 3600 list of one-frame events, with the comment in which DaVinci Resolve keeps a marker's colour, name and length. */
export const edl: Format = {
  extension: "edl",
  needs: { passes: 0, questions: true },
  async *write(source) {
    const { framesPerSecond, notes, recording } = source;
    const placed = placedOf(source);
    yield `TITLE: ${oneLine(notes.name ?? recording.broadcast.handle, 70)}\nFCM: NON-DROP FRAME\n\n`;
    yield placed.map(({ marker, frame }, at) => eventOf(marker, at + 1, frame, framesPerSecond)).join("");
  },
};

/** The markers, each on a frame of its own: of two on one, editors keep one. What finds no frame is counted as left out. */
export function placedOf(source: Source): { marker: Marker; frame: number }[] {
  const { framesPerSecond } = source;
  const { markers, leftOut } = markersOf(source);
  let next = 0;
  const placed: { marker: Marker; frame: number }[] = [];
  for (const marker of markers.slice(0, MOST)) {
    const frame = Math.max(next, frameAt(marker.offsetMs, framesPerSecond));
    // Time codes end with the day.
    if (frame + 1 >= (DAY_S - TIMELINE_START_S) * framesPerSecond) break;
    placed.push({ marker, frame });
    next = frame + 1;
  }
  source.leaveOut(leftOut + markers.length - placed.length);
  return placed;
}

function eventOf({ kind, name, note, handle }: Marker, number: number, frame: number, framesPerSecond: number): string {
  const start = TIMELINE_START_S * framesPerSecond + frame;
  const [from, to] = [timecodeOf(start, framesPerSecond), timecodeOf(start + 1, framesPerSecond)];
  const said = plain([handle ? `@${handle}` : "", note].filter((part) => part !== "").join(", "));
  const event = `${String(number).padStart(3, "0")}  001      V     C        ${from} ${to} ${from} ${to}  `;
  return `${event}\n${said} |C:${colours[kind]} |M:${plain(name)} |D:1\n\n`;
}

/** A bar would begin the next field. */
const plain = (text: string): string => text.replaceAll("|", "¦");

import { csvHead, csvRows } from "../csv.ts";
import type { Format } from "../format.ts";
import { timeCells, timeColumns } from "../rows.ts";
import { markersOf } from "./markers.ts";
import { frameAt, timecodeOf } from "./timecode.ts";

/** Markers for whatever reads a table. */
export const markers: Format = {
  extension: "csv",
  needs: { passes: 0, questions: true },
  async *write(source) {
    const { framesPerSecond, zeroMs } = source;
    const { markers, leftOut } = markersOf(source);
    source.leaveOut(leftOut);
    yield csvHead([...timeColumns, "timecode", "kind", "name", "note", "handle"]);
    const rows = markers.map(({ atMs, offsetMs, kind, name, note, handle }) => [
      ...timeCells(atMs, zeroMs),
      ...[timecodeOf(frameAt(offsetMs, framesPerSecond), framesPerSecond), kind, name, note, handle],
    ]);
    if (rows.length > 0) yield csvRows(rows);
  },
};

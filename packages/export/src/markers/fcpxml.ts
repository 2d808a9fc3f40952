import { create } from "xmlbuilder2";
import type { Format } from "../format.ts";
import { placedOf, TIMELINE_START_S } from "./edl.ts";
import { frameAt } from "./timecode.ts";

/** Letters that XML has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A Final Cut Pro project of one gap as long as the broadcast, with the markers on it. */
export const fcpxml: Format = {
  extension: "fcpxml",
  needs: { passes: 0, questions: true },
  async *write(source) {
    const { framesPerSecond, notes, recording } = source;
    const placed = placedOf(source);
    const name = clean(notes.name ?? recording.broadcast.handle);
    const lastFrame = placed.at(-1)?.frame ?? 0;
    const lengthFrames = Math.max(frameAt(recording.extent.toMs - source.zeroMs, framesPerSecond), lastFrame) + 1;
    // Rational seconds, of whole frames.
    const time = (frames: number) => `${frames * 100}/${framesPerSecond * 100}s`;
    const start = TIMELINE_START_S * framesPerSecond;
    const length = time(lengthFrames);

    const document = create({ version: "1.0", encoding: "UTF-8" }).dtd({ name: "fcpxml" }).ele("fcpxml", { version: "1.10" });
    document.ele("resources").ele("format", { id: "r1", frameDuration: time(1), width: "1080", height: "1920" });
    const gap = document
      .ele("library")
      .ele("event", { name: "Frontrow" })
      .ele("project", { name })
      .ele("sequence", { format: "r1", duration: length, tcStart: time(start), tcFormat: "NDF" })
      .ele("spine")
      .ele("gap", { name: "Gap", offset: time(start), start: time(start), duration: length });
    for (const { marker, frame } of placed) {
      const note = clean([marker.kind, marker.handle ? `@${marker.handle}` : "", marker.note].filter(Boolean).join(", "));
      gap.ele("marker", { start: time(start + frame), duration: time(1), value: clean(marker.name), note });
    }
    yield `${document.end({ prettyPrint: true })}\n`;
  },
};

const clean = (text: string): string => text.replaceAll(UNWRITABLE, "\uFFFD");

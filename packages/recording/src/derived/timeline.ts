import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import { encodeJson } from "../json.ts";
import type { DerivedObject, IndexObserver, PassEnd } from "./derived.ts";

const compress = promisify(gzip);

/** `timeline.json.gz`: the answer to whoever asks for the time line, byte by byte. */
export class TimelineObserver implements IndexObserver {
  async finish({ id, index, fromMs, toMs }: PassEnd): Promise<DerivedObject> {
    const { lanes, gaps, closed } = index;
    const moments = index.moments.map(({ moment }) => moment);
    const minutes = index.minutes.map(({ atMs, metrics }) => ({ atMs, metrics }));
    const timeline: RecordingTimeline = {
      recordingId: id,
      fromMs,
      toMs,
      isGrowing: false,
      lanes,
      moments,
      minutes,
      gaps,
      closed,
    };
    return { name: "timeline.json.gz", bytes: await compress(encodeJson(timeline)) };
  }
}

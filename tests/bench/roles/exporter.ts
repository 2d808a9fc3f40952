import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { formats } from "@frontrow/export/formats";
import { writeParts } from "@frontrow/export/parts";
import { Source } from "@frontrow/export/source";
import type { ExportKind } from "@frontrow/protocol/library/export";
import { NOTHING_ARCHIVED, type RecordingId, type SegmentSummary } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import { putSegment } from "@frontrow/recording/segment";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";

const START_MS = 1_760_000_000_000;
const LENGTH_MS = 3 * 3_600_000;
const SEGMENT_ITEMS = 8_192;
const id = `ses_benchexport0-${START_MS}` as RecordingId;
const broadcast = { handle: "bench", roomId: "1" };

const folder = await mkdtemp(join(tmpdir(), "frontrow-bench-export-"));
const blob = createObjectStore(pathToFileURL(folder).href);

serveRole({
  /** Three hours with so many events, indexed. */
  async record({ events }: { events: number }) {
    let made = 0;
    const next = createEvents(11, { now: () => START_MS + Math.floor((made * LENGTH_MS) / events) });
    const segments: SegmentSummary[] = [];
    while (made < events) {
      const values = [];
      for (; values.length < SEGMENT_ITEMS && made < events; made++) values.push(next());
      const position = { epoch: 1, id: `${segments.length + 1}-0`, stamp: "ingest:1:1" };
      const content = { recordingId: id, broadcast, revision: 0, after: segments.at(-1)?.upTo ?? NOTHING_ARCHIVED, position };
      segments.push(await putSegment(blob, { ...content, values, texts: values.map((value) => JSON.stringify(value)) }));
    }
    await finishRecording(blob, id, segments, broadcast);
    await indexRecording(blob, id);
    return segments.flatMap(({ members }) => members).reduce((bytes, member) => bytes + member.bytes, 0);
  },
  /** Milliseconds, CPU milliseconds, and how much larger the process was at its largest, in bytes. */
  async export({ kind }: { kind: ExportKind }) {
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
    const recording = await openRecording({ blob, cache: new MemberCache(0) }, id);
    const format = formats[kind];
    const notes = { bookmarks: [], answers: {} };
    const source = await Source.open({ recording, notes, framesPerSecond: 30, language: "en" }, format.needs);
    const parts = await writeParts(blob, `exports/bench/${kind}/`, format.write(source));
    clearInterval(timer);
    const { user, system } = process.cpuUsage(cpu);
    const ms = performance.now() - startedMs;
    return { ms, cpuMs: (user + system) / 1_000, grownBytes: most - before, bytes: parts.reduce((sum, part) => sum + part, 0) };
  },
  remove: () => rm(folder, { recursive: true }),
});

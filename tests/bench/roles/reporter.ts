import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { recordingIdOf } from "@frontrow/protocol/recording";
import { deriveReport, indexRecording } from "@frontrow/recording/index-recording";
import { openRecording, readReport } from "@frontrow/recording/recording";
import { mergeViewers, type ViewersOf } from "@frontrow/recording/regulars";
import { packViewers, rangeOf, unpackViewers } from "@frontrow/recording/viewers";
import { record } from "../../lib/recorded.ts";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";

const START_MS = 1_760_000_000_000;
const BATCH = 10;
const recordingId = recordingIdOf("ses_benchreports" as SessionId, START_MS);

function logOf(events: number, minutes: number, viewers: number): LogEntry[] {
  let made = 0;
  const next = createEvents(3, { now: () => START_MS + Math.floor((made++ * minutes * 60_000) / events), viewers });
  const log = "ses_benchreports" as SessionId;
  return Array.from({ length: events / BATCH }, (_, n) => {
    const data = JSON.stringify(Array.from({ length: BATCH }, next));
    return { log, epoch: 1, id: `${n + 1}-0`, previous: `${n}-0`, stamp: `ingest:1:${n + 1}`, kind: "events", data };
  });
}

async function timed<T>(work: () => Promise<T>) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

const megabytes = (): number => process.resourceUsage().maxRSS / 1e3;

serveRole({
  /** Writes a recording, which nobody has indexed. */
  async make({ url, events, minutes, viewers }: { url: string; events: number; minutes: number; viewers: number }) {
    const log = logOf(events, minutes, viewers);
    await record(createObjectStore(url), { recordingId, broadcast: { handle: "bench", roomId: "1" }, log });
  },
  /** What its report so far, its index, and the reading of the report cost. */
  async report({ url }: { url: string }) {
    const blob = createObjectStore(url);
    const derived = await timed(async () => deriveReport(await openRecording({ blob }, recordingId)));
    const mostMegabytes = megabytes();
    const indexed = await timed(() => indexRecording(blob, recordingId));
    const read = await timed(async () => (await readReport(blob, recordingId))?.facts());
    const people = derived.result.viewers.length;
    const viewersBytes = (await packViewers(derived.result.viewers)).bytes.byteLength;
    const seconds = { soFarSeconds: derived.seconds, indexSeconds: indexed.seconds, readSeconds: read.seconds };
    return { ...seconds, mostMegabytes, people, viewersBytes };
  },
  /** The regulars of recordings with so many viewers each, half of whom come to each. */
  async regulars({ recordings, viewers }: { recordings: number; viewers: number }) {
    const packed: { bytes: Uint8Array; parts: number[] }[] = [];
    for (let n = 0; n < recordings; n++) {
      const some = Array.from({ length: viewers }, (_, viewer) => {
        const id = String(viewer % 2 === 0 ? viewer : 1_000_000 * (n + 1) + viewer);
        const user = { id, handle: `handle${id}`, nickname: `A name of ${id}`, avatarUrl: "", gifterLevel: 3 };
        const flags = { isFollower: true, isSubscriber: false, isModerator: false };
        const counts = { chats: viewer % 7, shares: 0, gifts: 0, diamonds: viewer % 50, questions: 0 };
        return { user: { ...user, ...flags }, firstSeenMs: START_MS + n, lastSeenMs: START_MS + n, ...counts };
      });
      packed.push(await packViewers(some));
    }
    const all = packed.map(({ bytes, parts }, n): ViewersOf => {
      const partOf = (part: number) => {
        const { from, to } = rangeOf(parts, part);
        return unpackViewers(bytes.subarray(from, to));
      };
      return { id: recordingIdOf("ses_benchreports" as SessionId, n), viewers: partOf };
    });
    globalThis.gc?.();
    const { result, seconds } = await timed(() => mergeViewers(all));
    return { seconds, regulars: result.regulars.length, mostMegabytes: megabytes() };
  },
});

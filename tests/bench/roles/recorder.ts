import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { SessionId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import { record } from "../../lib/recorded.ts";
import { logOfSample } from "../../samples/sample-log.ts";
import { serveRole } from "../lib/role.ts";

/** A broadcast to record: a simulated audience, by TikTok's wire and ingest's own steps. */
export interface Room {
  readonly name: string;
  readonly minutes: number;
  readonly eventsPerSecond: number;
  readonly population: number;
}

/** A recording, and what it is made of. */
export interface Recorded {
  readonly recordingId: RecordingId;
  readonly fromMs: number;
  readonly toMs: number;
  readonly items: number;
  readonly events: number;
  /** Of all but what is derived. */
  readonly bytes: number;
  readonly derivedBytes: number;
  readonly indexCpuSeconds: number;
}

const STARTED_AT_MS = 1_760_000_000_000;
serveRole({
  async record({ url, room }: { url: string; room: Room }): Promise<Recorded> {
    const blob = createObjectStore(url);
    const session = `ses_bench${room.name}0000` as SessionId;
    const recordingId = recordingIdOf(session, STARTED_AT_MS);
    const { log, broadcast } = logOfSample({ ...room, session, handle: room.name, title: "", startedAtMs: STARTED_AT_MS });
    const segments = await record(blob, { recordingId, broadcast, log });
    const bytes = await bytesIn(url, recordingId);
    const before = process.cpuUsage();
    await indexRecording(blob, recordingId);
    const { user, system } = process.cpuUsage(before);
    const derivedBytes = (await bytesIn(url, recordingId)) - bytes;
    const { fromMs = 0 } = segments[0] ?? {};
    const { items = 0, toMs = 0 } = segments.at(-1)?.upTo ?? {};
    const events = log.reduce((sum, { kind, data }) => sum + (kind === "events" ? JSON.parse(data).length : 0), 0);
    return { recordingId, fromMs, toMs, items, events, bytes, derivedBytes, indexCpuSeconds: (user + system) / 1e6 };
  },
  /** Reads a recording from end to end, each item once, as whoever exports it would; most memory used, in MB. */
  async stream({ url, recordingId }: { url: string; recordingId: RecordingId }) {
    const recording = await openRecording({ blob: createObjectStore(url), cache: new MemberCache(0) }, recordingId);
    let bytes = 0;
    for await (const page of recording.read(0)) for (const { text } of page) bytes += Buffer.byteLength(text) + 1;
    return { bytes, mostMegabytes: process.resourceUsage().maxRSS / 1e3 };
  },
});

async function bytesIn(url: string, id: RecordingId): Promise<number> {
  let sum = 0;
  for await (const { bytes } of createObjectStore(url).list(`recordings/${id}/`)) sum += bytes;
  return sum;
}

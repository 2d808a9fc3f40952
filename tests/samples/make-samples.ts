import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { NOTHING_ARCHIVED, recordingIdOf } from "@frontrow/protocol/recording";
import { indexRecording } from "@frontrow/recording/index-recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { SAMPLES_FOLDER } from "@frontrow/recording/samples";
import { writeSegment } from "@frontrow/recording/segment";
import { logOfSample } from "./sample-log.ts";
import { samples } from "./samples.ts";

// Makes the sample recordings that ship with Frontrow: npx tsx --conditions=source tests/samples/make-samples.ts

await rm(fileURLToPath(SAMPLES_FOLDER), { recursive: true, force: true });
const blob = createObjectStore(SAMPLES_FOLDER.href);
for (const sample of samples) {
  const recordingId = recordingIdOf(sample.session, sample.startedAtMs);
  const { log, broadcast } = logOfSample(sample);
  const segment = await writeSegment(blob, { recordingId, broadcast, after: NOTHING_ARCHIVED, entries: log });
  await finishRecording(blob, recordingId, [segment], broadcast);
  const { items, moments } = await indexRecording(blob, recordingId);
  const bytes = segment.members.reduce((sum, member) => sum + member.bytes, 0);
  const facts = { recordingId, items, moments: moments.length, bytes, bytesAnItem: Math.round(bytes / items) };
  process.stdout.write(`${JSON.stringify(facts)}\n`);
}

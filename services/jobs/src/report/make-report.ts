import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { RecordingId } from "@frontrow/protocol/recording";
import { deriveReport, indexRecording } from "@frontrow/recording/index-recording";
import { type GrowingSource, openRecording, type Recording } from "@frontrow/recording/recording";
import { packReport } from "@frontrow/recording/report-facts";
import type { ReportStore } from "@frontrow/redis/reports";

export interface ReportDeps {
  readonly blob: ObjectStore;
  readonly growing: GrowingSource;
  readonly reports: ReportStore;
}

/** What grows is told as it was; somebody who looks again sees it meanwhile. */
const GROWING_KEPT_MS = 10 * 60_000;
/** Whoever looks at a broadcast that goes on is told anew after this … */
const FRESH_MS = 30_000;
/** … and so many times as long as it takes, so that a page that is left open takes a twentieth of a core at most. */
const FRESH_PER_COST = 20;
/** A sample never changes, and no object of it can be written. */
const SAMPLE_KEPT_MS = 3_600_000;
/** Whoever asks again has it tried again then. */
const FAILURE_KEPT_MS = 30_000;

/** Derives what reports say of a recording: with its index where it is complete, else so far, for a while. */
export async function makeReport(
  deps: ReportDeps,
  id: RecordingId,
  signal: AbortSignal,
): Promise<"indexed" | "derived" | "failed"> {
  const { blob, growing, reports } = deps;
  let recording: Recording | undefined;
  try {
    recording = await openRecording({ blob, growing }, id);
    const { extent, isSample } = recording;
    if (!extent.isGrowing && !isSample) {
      if (!(await recording.report())) await indexRecording(blob, id);
      return "indexed";
    }
    const sinceMs = performance.now();
    const packed = await packReport(await deriveReport(recording, signal));
    const freshMs = FRESH_MS + FRESH_PER_COST * (performance.now() - sinceMs);
    await reports.putReport(id, packed, Math.round(Date.now() + freshMs), isSample ? SAMPLE_KEPT_MS : GROWING_KEPT_MS);
    return "derived";
  } catch (error) {
    if (signal.aborted) throw error;
    // Whoever waits is told, whatever it was: else they would wait for ever.
    await reports.putFailure(id, error instanceof FrontrowError ? error.code : "INTERNAL", FAILURE_KEPT_MS);
    if (!(error instanceof FrontrowError) || error.disposition !== "reject") throw error;
    return "failed";
  } finally {
    recording?.close();
  }
}

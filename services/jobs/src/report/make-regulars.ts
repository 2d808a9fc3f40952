import { FrontrowError } from "@frontrow/protocol/errors";
import type { ReportJob } from "@frontrow/protocol/library/report-job";
import type { RecordingId } from "@frontrow/protocol/recording";
import { completeOf } from "@frontrow/recording/held";
import { indexRecording } from "@frontrow/recording/index-recording";
import { readReport } from "@frontrow/recording/recording";
import { creatorKey, mergeViewers, packRegulars, type ViewersOf } from "@frontrow/recording/regulars";
import { readPackedViewers } from "@frontrow/recording/report-facts";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { ReportDeps } from "./make-report.ts";

interface RegularsDeps extends ReportDeps {
  readonly recordings: Pick<RecordingStore, "ofDesk" | "read">;
}

/** Merges who did something in a desk's recordings of one creator, for as long as the desk holds just these. */
export async function makeRegulars(
  deps: RegularsDeps,
  { deskId, creator, growing }: Extract<ReportJob, { type: "regulars" }>,
): Promise<"merged"> {
  const held = await completeOf(deps.recordings, deskId, creator);
  const merged: ViewersOf[] = [];
  for (const { recordingId } of held.toReversed()) {
    const viewers = await viewersOf(deps, recordingId);
    if (viewers) merged.push(viewers);
  }
  const broadcasts = merged.length;
  const now = growing && (await deps.reports.readViewers(growing));
  if (growing && now) merged.push({ id: growing, isGrowing: true, viewers: (part) => readPackedViewers(now, part) });
  const of = held.map(({ recordingId }) => recordingId);
  const goesOn = growing && now ? { growing: { id: growing, atMs: now.atMs } } : {};
  const packed = await packRegulars({ of, broadcasts, ...goesOn, ...(await mergeViewers(merged)) });
  await deps.reports.putRegulars(deskId, creatorKey(creator), packed);
  return "merged";
}

/** undefined: nothing of it can be read. One such recording keeps nobody from what the others say; a storage that is away does. */
async function viewersOf({ blob }: RegularsDeps, id: RecordingId): Promise<ViewersOf | undefined> {
  try {
    let report = await readReport(blob, id);
    if (!report) {
      await indexRecording(blob, id);
      report = await readReport(blob, id);
    }
    return report && { id, viewers: report.viewers };
  } catch (error) {
    if (error instanceof FrontrowError && error.disposition === "retry") throw error;
    return undefined;
  }
}

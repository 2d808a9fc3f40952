import type { Recording } from "@frontrow/recording/recording";
import type { DerivedReport } from "@frontrow/recording/report-facts";
import { type RecordedViewer, VIEWER_PARTS } from "@frontrow/recording/viewers";

export type ReportParts = Pick<DerivedReport, "facts" | "viewers">;

/** What was derived for reports of a recording, whole; undefined: it was not, or a part of it is gone. */
export async function keptReport(recording: Pick<Recording, "report">): Promise<ReportParts | undefined> {
  const kept = await recording.report();
  const facts = await kept?.facts();
  if (!kept || !facts) return undefined;
  const viewers: RecordedViewer[] = [];
  for (let part = 0; part < VIEWER_PARTS; part++) {
    const some = await kept.viewers(part);
    if (!some) return undefined;
    viewers.push(...some);
  }
  return { facts, viewers };
}

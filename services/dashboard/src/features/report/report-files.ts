import type { Report } from "@frontrow/protocol/library/report";
import type { Library } from "@frontrow/sdk/library";

const POLL_MS = 1_000;
/** A report is written in a second; who waits longer than this is told that it does not come. */
const MOST_POLLS = 60;

/** A name for a file that says what is in it on every system: who, when. */
function fileNameOf({ broadcast: { handle }, facts: { fromMs } }: Report): string {
  const who = handle.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 60);
  return `frontrow-report-${who}-${new Date(fromMs).toISOString().slice(0, 10)}`;
}

/** Saves a report as the server told it. */
export function saveAsJson(report: Report): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(report, undefined, 2)], { type: "application/json" }));
  saveFrom(url, `${fileNameOf(report)}.json`);
  setTimeout(() => URL.revokeObjectURL(url), POLL_MS);
}

/** Has the server write a report as CSV, and saves it. Rejects when it cannot, or does not come. */
export async function saveAsCsv(library: Library, recordingId: string, signal: AbortSignal): Promise<void> {
  const { exportId } = await library.exportAs(recordingId, "report");
  for (let poll = 0; poll < MOST_POLLS && !signal.aborted; poll += 1) {
    const made = (await library.exports()).find((each) => each.exportId === exportId);
    if (!made || made.state === "failed") throw new Error("the report could not be written");
    if (made.state === "ready") {
      const { path } = await library.download(exportId);
      saveFrom(path, made.fileName ?? "report.csv");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  if (!signal.aborted) throw new Error("the report was not written in a minute");
}

function saveFrom(href: string, name: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}

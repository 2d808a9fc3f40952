import { useSyncExternalStore } from "react";

/** Which recording's report an address names, so that it can be reloaded and bookmarked: `/?report=ses_…-1`. */
export const reportIn = (search: string): string | undefined => new URLSearchParams(search).get("report") || undefined;

/** The address with another report, or without one. What it says beside that, and who is watched, stay. */
export function withReport(address: string, recordingId: string | undefined): string {
  const url = new URL(address);
  if (recordingId === undefined) url.searchParams.delete("report");
  else url.searchParams.set("report", recordingId);
  return url.href;
}

/** Told by this page, as a browser tells only of its own buttons. */
const CHANGED = "frontrow:report";

/** Shows the report of a recording instead of the desk, from wherever on the page; the browser's back button leads back. */
export function openReport(recordingId: string): void {
  if (reportIn(location.search) === recordingId) return;
  history.pushState({ isReport: true }, "", withReport(location.href, recordingId));
  dispatchEvent(new Event(CHANGED));
}

/** Back to the desk: to where the report was opened, or, when the address was opened with it, to the same address without. */
export function closeReport(): void {
  if ((history.state as { isReport?: boolean } | null)?.isReport) history.back();
  else {
    history.replaceState(null, "", withReport(location.href, undefined));
    dispatchEvent(new Event(CHANGED));
  }
}

/** The recording whose report is shown; undefined while the desk is. */
export const useOpenReport = (): string | undefined => useSyncExternalStore(subscribe, () => reportIn(location.search));

function subscribe(notify: () => void): () => void {
  const stop = new AbortController();
  for (const event of ["popstate", CHANGED]) addEventListener(event, notify, { signal: stop.signal });
  return () => stop.abort();
}

import type { Series } from "./series.ts";

/** The curves of one session in one epoch, as a page hands them to its own reload: finer than what the server keeps of the last hour. */
export interface RememberedCurves {
  readonly session: string;
  readonly epoch: number;
  readonly series: Series;
}

const KEY = "frontrow.curves";

/** Keeps the curves in the tab's own storage. A browser that forbids it starts with empty charts. */
export function rememberCurves(storage: Storage, curves: RememberedCurves | undefined): void {
  try {
    if (curves) storage.setItem(KEY, JSON.stringify(curves));
    else storage.removeItem(KEY);
  } catch {
    // Storage is full or off.
  }
}

/** What the page before this one kept; undefined when there is nothing, or nothing that fits. */
export function recallCurves(storage: Pick<Storage, "getItem">): RememberedCurves | undefined {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "null") as RememberedCurves | null;
    const isWhole =
      typeof kept?.session === "string" &&
      typeof kept.epoch === "number" &&
      Array.isArray(kept.series?.points) &&
      Array.isArray(kept.series?.gaps);
    return isWhole ? kept : undefined;
  } catch {
    return undefined;
  }
}

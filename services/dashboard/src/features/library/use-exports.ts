import type { RecordingExport } from "@frontrow/protocol/library/export";
import { useLibrary } from "../../live/use-library.ts";
import { useEvery } from "../../ui/use-every.ts";
import type { Failure } from "./use-action.ts";

/** Interval in which the progress of an export is asked for, while one is under way: the desk tells only of its turns. */
const ASK_MS = 1_000;
const none: readonly RecordingExport[] = [];

export interface Exports {
  /** The desk's, newest first. */
  readonly exports: readonly RecordingExport[];
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

/** The desk's exports, and how far they are. They are the server's: a page that is loaded again finds them. */
export function useExports(): Exports {
  const { answer, retry, refresh } = useLibrary("exports", "exports", (library) => library.exports());
  const exports = answer.state === "ready" ? answer.value : none;
  const isUnderWay = exports.some(({ state }) => state === "waiting" || state === "running");
  useEvery(isUnderWay ? ASK_MS : undefined, refresh);
  return { exports, failure: answer.state === "failed" ? answer : undefined, retry };
}

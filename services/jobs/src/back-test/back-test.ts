import type { BackTestJob } from "@frontrow/protocol/back-test-job";
import { FrontrowError } from "@frontrow/protocol/errors";
import { type BackTest, MOST_BACK_TESTED } from "@frontrow/protocol/library/rule";
import { openRecording, type Recording, type RecordingDeps } from "@frontrow/recording/recording";
import { isEvent, Removed } from "@frontrow/recording/removed";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { RuleStore } from "@frontrow/redis/rules";
import { runRules } from "@frontrow/rules";

export interface BackTestDeps {
  readonly rules: Pick<RuleStore, "writeTest">;
  readonly recordings: Pick<RecordingStore, "ofDesk">;
  readonly storage: RecordingDeps;
  /** A monotonic clock. */
  now(): number;
}

/** `replaced`: the desk tries another rule by now, or nobody waits any more. */
export type BackTestOutcome = "done" | "replaced";

/** Rings of a recording that are told one by one. */
const MOST_TOLD = 100;
/** Interval between two words on how far it is. */
const PROGRESS_MS = 500;

/**
 * Tries a rule on the desk's last recordings: feeds it what a replay at 1× shows of them from the first item to the last. Rejects with
 * RECORDING_UNAVAILABLE while the storage is away; recordings that are gone or damaged are left out.
 */
export async function backTest(deps: BackTestDeps, job: BackTestJob, signal: AbortSignal): Promise<BackTestOutcome> {
  const { deskId, backTestId } = job;
  const recordings = await openLast(deps, job);
  const total = recordings.reduce((sum, { extent }) => sum + extent.items, 0);
  let test: BackTest = { backTestId, state: "running", done: 0, total, recordings: [] };
  let toldAtMs = deps.now();
  if ((await deps.rules.writeTest(deskId, test)) === "replaced") return "replaced";

  for (const recording of recordings) {
    const before = test.done;
    const { items } = recording.extent;
    const found = { recordingId: recording.id, rings: 0, first: [] as BackTest["recordings"][number]["first"] };
    for await (const { rings, item } of ringsOf(recording, job, signal)) {
      found.rings += rings.length;
      found.first.push(...rings.slice(0, MOST_TOLD - found.first.length));
      if (deps.now() - toldAtMs < PROGRESS_MS) continue;
      toldAtMs = deps.now();
      test = { ...test, done: before + Math.min(item, items) };
      if ((await deps.rules.writeTest(deskId, test)) === "replaced") return "replaced";
    }
    test = { ...test, done: before + items, recordings: [...test.recordings, found] };
  }
  return (await deps.rules.writeTest(deskId, { ...test, state: "done" })) === "applied" ? "done" : "replaced";
}

/** The desk's last recordings that can be read, newest first. */
async function openLast({ recordings, storage }: BackTestDeps, { deskId }: BackTestJob): Promise<Recording[]> {
  const opened: Recording[] = [];
  for (const { recordingId } of await recordings.ofDesk(deskId)) {
    const recording = await openRecording(storage, recordingId).catch(leftOut);
    if (recording && recording.extent.items > 0) opened.push(recording);
    if (opened.length === MOST_BACK_TESTED) break;
  }
  return opened;
}

function leftOut(error: unknown): undefined {
  const isAway = error instanceof FrontrowError && error.code === "RECORDING_UNAVAILABLE";
  if (isAway || !(error instanceof FrontrowError)) throw error;
}

/** What each page of a recording rings, up to its end as it was when the trial began. */
async function* ringsOf(recording: Recording, { rule }: BackTestJob, signal: AbortSignal) {
  const run = runRules([{ ...rule, isOn: true }]);
  const removed = new Removed();
  removed.add((await recording.index())?.removed ?? []);
  const end = recording.extent.items;
  for await (const page of recording.read(0, signal)) {
    removed.note(page);
    const rings = page.flatMap((each) => {
      const value = removed.valueOf(each);
      return each.item < end && isEvent(value) ? run.feed(value) : [];
    });
    const item = page.at(-1)?.next ?? end;
    yield { rings, item };
    if (item >= end) return;
  }
}

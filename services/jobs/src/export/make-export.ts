import { randomUUID } from "node:crypto";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { fileNameOf } from "@frontrow/export/file-name";
import { formats } from "@frontrow/export/formats";
import { partKeys, removeParts, writeParts } from "@frontrow/export/parts";
import { type DeskNotes, Source } from "@frontrow/export/source";
import type { Language } from "@frontrow/protocol/desk";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { ExportJob } from "@frontrow/protocol/export-job";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { MemberCache } from "@frontrow/recording/member-cache";
import { type GrowingSource, openRecording } from "@frontrow/recording/recording";
import type { ExportRecord, ExportStore } from "@frontrow/redis/exports";

export interface MakeExportDeps {
  readonly exports: Pick<ExportStore, "read" | "write">;
  readonly blob: ObjectStore;
  readonly growing: GrowingSource;
  /** What the desk noted of the recording, and the language that it is spoken to in. */
  notesOf(deskId: DeskId, recordingId: RecordingId): Promise<DeskNotes & { readonly language: Language }>;
  /** The state of an export is another: members of the desk read it again. */
  tell(deskId: DeskId, recordingId: RecordingId): Promise<unknown>;
  /** Between two notes of how far an export is. */
  readonly progressMs: number;
  /** How long a file is kept. */
  readonly keptMs: number;
  readonly partBytes?: number;
  /** What could not be exported, of a code that says nothing of the reason. */
  onFailed(error: unknown): void;
}

/** `over`: nothing is left to be made. `gone`, `taken`: it was deleted, or another process makes it. */
export type ExportOutcome = "ready" | "failed" | "over" | "gone" | "taken";

/**
 * Makes the file of an export. Each run writes into a folder of its own, and names its parts at the end, so that a run that was killed
 * in the middle leaves nothing that is taken for a file: the next one begins again. Rejects where it is to be tried again.
 */
export async function makeExport(deps: MakeExportDeps, job: ExportJob, signal: AbortSignal): Promise<ExportOutcome> {
  const { exports, blob, tell } = deps;
  const { deskId, exportId } = job;
  const before = await exports.read(deskId, exportId);
  if (!before) return "gone";
  if (before.state === "ready" || before.state === "failed") return "over";
  const run = new Run(deps, deskId, before);
  const begun = await run.begin();
  if (begun !== "applied") return begun;
  await tell(deskId, before.recordingId);
  try {
    if (before.run) await removeParts(blob, partKeys.run(deskId, exportId, before.run));
    const made = await write(deps, run, AbortSignal.any([signal, run.lost]));
    return await run.end({ state: "ready", ...made, untilMs: Date.now() + deps.keptMs });
  } catch (error) {
    await removeParts(blob, run.folder).catch(() => {}); // what is left goes with the sweep
    if (run.lostBy) return run.lostBy;
    signal.throwIfAborted();
    if (error instanceof FrontrowError && error.disposition === "retry") {
      await run.end({ state: "waiting", done: 0 });
      throw error;
    }
    const isKnown = error instanceof FrontrowError;
    if (!isKnown) deps.onFailed(error);
    return run.end({ state: "failed", code: isKnown ? error.code : "INTERNAL" });
  }
}

async function write(deps: MakeExportDeps, run: Run, signal: AbortSignal): Promise<Partial<ExportRecord>> {
  const { blob, growing, partBytes } = deps;
  const { kind, recordingId, framesPerSecond } = run.record;
  const format = formats[kind];
  // Each member is read once or twice, far apart: a cache would only take room.
  const recording = await openRecording({ blob, growing, cache: new MemberCache(0) }, recordingId);
  try {
    const { language, ...notes } = await deps.notesOf(run.deskId, recordingId);
    const onProgress = (done: number, total: number) => run.progress(done, total);
    const source = await Source.open({ recording, notes, language, framesPerSecond, signal, onProgress }, format.needs);
    const parts = await writeParts(blob, run.folder, format.write(source), partBytes);
    const named = notes.name ?? recording.broadcast.handle;
    const fileName = fileNameOf(named, recording.extent.fromMs, kind, format.extension);
    const bytes = parts.reduce((sum, part) => sum + part, 0);
    return { parts, bytes, fileName, done: run.record.total, ...(source.leftOut > 0 ? { leftOut: source.leftOut } : {}) };
  } finally {
    recording.close();
  }
}

/** One try at an export: notes how far it is, for as long as it is the one that makes it. */
class Run {
  readonly deskId: DeskId;
  readonly folder: string;
  record: ExportRecord;
  lostBy: "gone" | "taken" | undefined;
  readonly #deps: MakeExportDeps;
  readonly #before: string | undefined;
  readonly #lost = new AbortController();
  readonly #id = randomUUID().replaceAll("-", "");
  #noted = 0;
  #writing: Promise<unknown> | undefined;

  constructor(deps: MakeExportDeps, deskId: DeskId, before: ExportRecord) {
    this.#deps = deps;
    this.deskId = deskId;
    this.#before = before.run;
    this.folder = partKeys.run(deskId, before.exportId, this.#id);
    this.record = { ...before, state: "running", done: 0, run: this.#id };
  }

  /** Aborted when it is not its own any more. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  begin(): Promise<"applied" | "gone" | "taken"> {
    return this.#write(this.#before);
  }

  progress(done: number, total: number): void {
    this.record = { ...this.record, done, total };
    const nowMs = performance.now();
    if (this.#writing || nowMs - this.#noted < this.#deps.progressMs) return;
    this.#noted = nowMs;
    // A note that fails is followed by another; the end of the run is not.
    this.#writing = this.#write(this.#id)
      .catch(() => {})
      .finally(() => {
        this.#writing = undefined;
      });
  }

  /** The last note of this run. */
  async end(change: Partial<ExportRecord> & Pick<ExportRecord, "state">): Promise<ExportOutcome> {
    await this.#writing;
    this.record = { ...this.record, ...change };
    const outcome = await this.#write(this.#id);
    if (outcome !== "applied") {
      await removeParts(this.#deps.blob, this.folder).catch(() => {});
      return outcome;
    }
    await this.#deps.tell(this.deskId, this.record.recordingId);
    return change.state === "ready" ? "ready" : "failed";
  }

  async #write(run: string | undefined): Promise<"applied" | "gone" | "taken"> {
    const outcome = await this.#deps.exports.write(this.deskId, this.record, run);
    if (outcome !== "applied") {
      this.lostBy = outcome;
      this.#lost.abort(new Error(`the export is ${outcome}`));
    }
    return outcome;
  }
}

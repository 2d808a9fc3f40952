import type { ExportKind, RecordingExport } from "@frontrow/protocol/library/export";

const STEP_MS = 250;
const STEPS = 24;
const MAKING_MS = STEP_MS * STEPS;

const fileNames: Readonly<Record<ExportKind, string>> = {
  recording: "frontrow.ndjson.gz",
  chats: "chats.csv",
  gifts: "gifts.csv",
  viewers: "viewers.csv",
  questions: "questions.csv",
  minutes: "minutes.csv",
  report: "report.json",
  markers: "markers.csv",
  chapters: "chapters.txt",
  edl: "markers.edl",
  fcpxml: "markers.fcpxml",
};

/** Exports of a desk that take some seconds. `changed` is told of each step. The one of viewers fails. */
export function createExports(changed: () => void) {
  let exports: readonly RecordingExport[] = [];
  const set = (exportId: string, change: Partial<RecordingExport>) => {
    exports = exports.map((each) => (each.exportId === exportId ? { ...each, ...change } : each));
    changed();
  };

  function go(one: RecordingExport, step: number): void {
    if (!exports.some(({ exportId }) => exportId === one.exportId)) return;
    if (one.kind === "viewers" && step === STEPS / 2) set(one.exportId, { state: "failed", code: "RECORDING_UNAVAILABLE" });
    else if (step === STEPS) {
      set(one.exportId, { state: "ready", done: one.total, fileName: fileNames[one.kind], bytes: one.total * 37 });
    } else {
      set(one.exportId, { state: "running", done: Math.round((one.total * step) / STEPS) });
      setTimeout(() => go(one, step + 1), STEP_MS);
    }
  }

  return {
    list: () => exports,
    begin(recordingId: string, kind: ExportKind, total: number): RecordingExport {
      const exportId = `exp_${crypto.randomUUID().replaceAll("-", "").slice(0, 26)}`;
      const made = { exportId, recordingId, kind, state: "waiting", done: 0, total, untilMs: Date.now() + 86_400_000 } as const;
      exports = [made, ...exports];
      changed();
      setTimeout(() => go(made, 1), MAKING_MS / STEPS);
      return made;
    },
    remove(exportId: string): void {
      exports = exports.filter((each) => each.exportId !== exportId);
      changed();
    },
  };
}

import type { RecordingId } from "@frontrow/protocol/recording";

/** Every object of a recording. Those of a revision have names of their own: what is read goes on being read while it is replaced. */
export const keys = {
  recording: (id: RecordingId) => `recordings/${id}/recording.json`,
  index: (id: RecordingId, revision: number) => `recordings/${id}/index${suffix(revision)}.json`,
  segments: (id: RecordingId) => `recordings/${id}/segments/`,
  /** `from` and `to` are ids of log entries: the one before the first, and the last. */
  segment: (id: RecordingId, from: string, to: string, revision: number) =>
    `recordings/${id}/segments/${from}_${to}${suffix(revision)}.ndjson.gz`,
  /** Beside its segment. */
  sidecar: (segment: string) => segment.replace(/\.ndjson\.gz$/, ".json"),
  keyframes: (id: RecordingId, foldVersion: number, revision: number) =>
    `recordings/${id}/keyframes/${foldVersion}${suffix(revision)}/`,
  keyframe: (id: RecordingId, foldVersion: number, revision: number, item: number) =>
    `${keys.keyframes(id, foldVersion, revision)}${item}.bin`,
  card: (id: RecordingId) => `recordings/${id}/card.json`,
  /** `version` is of the fold and of what is derived. */
  derived: (id: RecordingId, version: string, revision: number) => `recordings/${id}/derived/${version}${suffix(revision)}/`,
  all: (id: RecordingId) => `recordings/${id}/`,
} as const;

const suffix = (revision: number) => (revision === 0 ? "" : `.r${revision}`);

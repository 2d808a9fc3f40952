import type { LogEntry } from "@frontrow/protocol/entry";
import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";

export interface RetentionSettings {
  /** Size of what is kept at least, as `sizeInLog` tells it … */
  readonly keepBytes: number;
  /** … and its age. */
  readonly keepMs: number;
}

/** Which entries of a session's log nobody needs any more: behind the keyframe, and older than what readers come back for. */
export interface LogRetention {
  /** Call for each entry that was read, in order. */
  recordEntry(entry: Pick<LogEntry, "id" | "data">): void;
  /** Id of the first entry to keep while the keyframe stands at `keyframeId`; undefined to keep all. */
  firstToKeep(keyframeId: string): string | undefined;
}

/** What an entry takes in Redis beside its data: its other fields, and what nodes of a stream leave unused. Measured at 250 to 390. */
const ENTRY_OVERHEAD_BYTES = 300;
/** Ids that are remembered, evenly spread: up to a sixteenth more may be kept than asked for. */
const SAMPLES = 16;

/** What an entry takes in Redis, about. */
export const sizeInLog = ({ data }: Pick<LogEntry, "data">): number => data.length + ENTRY_OVERHEAD_BYTES;

export function createLogRetention({ keepBytes, keepMs }: RetentionSettings): LogRetention {
  /** Entries in order, with the bytes before each: from the last one that has enough after it. */
  const samples: { readonly id: string; readonly bytesBefore: number }[] = [];
  let bytes = 0;
  let lastId = "0-0";
  return {
    recordEntry(entry) {
      const newest = samples.at(-1);
      if (!newest || bytes - newest.bytesBefore >= keepBytes / SAMPLES) samples.push({ id: entry.id, bytesBefore: bytes });
      bytes += sizeInLog(entry);
      lastId = entry.id;
      while (samples[1] && bytes - samples[1].bytesBefore >= keepBytes) samples.shift();
    },
    firstToKeep(keyframeId) {
      const [first] = samples;
      if (!first || bytes - first.bytesBefore < keepBytes) return undefined;
      // Redis makes ids of its clock.
      const byAge = `${Math.max(0, streamIdMs(lastId) - keepMs)}-0`;
      return [byAge, keyframeId].reduce((oldest, id) => (isAfter(oldest, id) ? id : oldest), first.id);
    },
  };
}

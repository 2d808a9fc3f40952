import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";

export interface RetentionSettings {
  readonly keepEntries: number;
  readonly keepMs: number;
}

/** Which entries of a session's log nobody needs any more: behind the keyframe, and older than what readers come back for. */
export interface LogRetention {
  /** Call for each entry that was read, in order. */
  recordEntry(entryId: string): void;
  /** Id of the first entry to keep once a keyframe stands at `keyframeId`; undefined to keep all. */
  firstToKeep(keyframeId: string): string | undefined;
}

/** Ids that are remembered, evenly spread: up to a twentieth more may be kept than asked for. */
const SAMPLES = 20;

export function createLogRetention({ keepEntries, keepMs }: RetentionSettings): LogRetention {
  const samples: string[] = [];
  let seen = 0;
  let lastId = "0-0";
  const sampledEvery = Math.max(1, Math.floor(keepEntries / SAMPLES));
  const samplesForKeep = Math.ceil(keepEntries / sampledEvery) + 1;
  return {
    recordEntry(entryId) {
      lastId = entryId;
      if (seen++ % sampledEvery !== 0) return;
      samples.push(entryId);
      if (samples.length > samplesForKeep) samples.shift();
    },
    firstToKeep(keyframeId) {
      const byCount = samples.length === samplesForKeep ? samples[0] : undefined;
      if (byCount === undefined) return undefined;
      // Redis makes ids of its clock.
      const byAge = `${Math.max(0, streamIdMs(lastId) - keepMs)}-0`;
      return [byAge, keyframeId].reduce((oldest, id) => (isAfter(oldest, id) ? id : oldest), byCount);
    },
  };
}

import { isAfter, streamIdMs } from "@frontrow/protocol/stream-id";

export interface RetentionSettings {
  readonly keepEntries: number;
  readonly keepMs: number;
}

/** Which entries of a session's log nobody needs any more: behind the keyframe, and older than what readers come back for. */
export interface LogRetention {
  /** An entry was read. */
  note(entryId: string): void;
  /** Id of the first entry to keep once a keyframe stands at `keyframeId`; undefined to keep all. */
  firstToKeep(keyframeId: string): string | undefined;
}

/** So many ids are noted, evenly spread: up to a twentieth more may be kept than asked for. */
const NOTED = 20;

export function createLogRetention({ keepEntries, keepMs }: RetentionSettings): LogRetention {
  const noted: string[] = [];
  let seen = 0;
  let lastId = "0-0";
  const notedEvery = Math.max(1, Math.floor(keepEntries / NOTED));
  const notedForKeep = Math.ceil(keepEntries / notedEvery) + 1;
  return {
    note(entryId) {
      lastId = entryId;
      if (seen++ % notedEvery !== 0) return;
      noted.push(entryId);
      if (noted.length > notedForKeep) noted.shift();
    },
    firstToKeep(keyframeId) {
      const byCount = noted.length === notedForKeep ? noted[0] : undefined;
      if (byCount === undefined) return undefined;
      // Redis makes ids of its clock.
      const byAge = `${Math.max(0, streamIdMs(lastId) - keepMs)}-0`;
      return [byAge, keyframeId].reduce((oldest, id) => (isAfter(oldest, id) ? id : oldest), byCount);
    },
  };
}

import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingExport } from "@frontrow/protocol/library/export";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { keys } from "../keys.ts";

/** An export as it is kept. */
export interface ExportRecord extends RecordingExport {
  readonly recordingId: RecordingId;
  readonly framesPerSecond: number;
  readonly createdAtMs: number;
  /** Who makes it, a new one each time that it is begun: what another run has written is none of its file. */
  readonly run?: string;
  /** Of one that is ready: the bytes of each of its parts, in order. */
  readonly parts?: readonly number[];
}

export interface ExportBounds {
  /** Exports of a desk, and of these, how many that are not made yet. */
  readonly kept: number;
  readonly unmade: number;
}

/** What desks have exported, and what is being exported for them: the files are objects elsewhere. */
export interface ExportStore {
  /** `full`, `busy`: the desk has as many as it may; as many that are not made yet. Safe to repeat. */
  add(deskId: DeskId, record: ExportRecord, bounds: ExportBounds): Promise<"added" | "full" | "busy">;
  /** Undefined when it was deleted, or is over. */
  read(deskId: DeskId, exportId: string): Promise<ExportRecord | undefined>;
  /** The newest first. */
  list(deskId: DeskId): Promise<ExportRecord[]>;
  /** Writes a record of which `run` was the maker until now. `taken`: another is. `gone`: it was deleted. */
  write(deskId: DeskId, record: ExportRecord, run: string | undefined): Promise<"applied" | "gone" | "taken">;
  /** Whether it was there. */
  remove(deskId: DeskId, exportId: string): Promise<boolean>;
}

export function createExportStore(client: RedisClient): ExportStore {
  return {
    add: (deskId, record, bounds) => addExport(client, { deskId, record, bounds }),
    async read(deskId, exportId) {
      const json = await retryUntilAnswered(client, () => client.hget(keys.exports(deskId), exportId));
      return json === null ? undefined : [recordIn(json)].find(isKept);
    },
    async list(deskId) {
      const all = await retryUntilAnswered(client, () => client.hvals(keys.exports(deskId)));
      return all
        .map(recordIn)
        .filter(isKept)
        .sort((a, b) => b.createdAtMs - a.createdAtMs);
    },
    write: (deskId, record, run) => writeExport(client, { deskId, record, run }),
    remove: async (deskId, exportId) =>
      (await retryUntilAnswered(client, () => client.hdel(keys.exports(deskId), exportId))) === 1,
  };
}

const recordIn = (json: string): ExportRecord => JSON.parse(json) as ExportRecord;
const isKept = ({ untilMs }: ExportRecord): boolean => untilMs > Date.now();

const addExport = defineScript<{ deskId: DeskId; record: ExportRecord; bounds: ExportBounds }, "added" | "full" | "busy">(
  "add-export.lua",
  {
    keys: ({ deskId }) => [keys.exports(deskId)],
    args: ({ record, bounds }) => [record.exportId, JSON.stringify(record), record.untilMs, bounds.kept, bounds.unmade],
    reply: oneOf("added", "full", "busy"),
  },
);

interface Writing {
  readonly deskId: DeskId;
  readonly record: ExportRecord;
  readonly run: string | undefined;
}

const writeExport = defineScript<Writing, "applied" | "gone" | "taken">("write-export.lua", {
  keys: ({ deskId }) => [keys.exports(deskId)],
  args: ({ record, run }) => [record.exportId, run ?? "", JSON.stringify(record), record.untilMs],
  reply: oneOf("applied", "gone", "taken"),
});

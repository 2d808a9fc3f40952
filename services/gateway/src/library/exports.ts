import type { ObjectStore } from "@frontrow/blob/object-store";
import { partKeys, removeParts } from "@frontrow/export/parts";
import { EXPORT_KEPT_MS } from "@frontrow/protocol/export-job";
import type { DeskId } from "@frontrow/protocol/ids";
import { type ExportKind, exportSchema, type RecordingExport } from "@frontrow/protocol/library/export";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { DownloadTickets } from "@frontrow/redis/download-tickets";
import type { ExportRecord, ExportStore } from "@frontrow/redis/exports";
import type { DeskChanges } from "../desk/changes.ts";
import type { GuestLimits } from "../desk/guest-limits.ts";
import { randomLetters } from "../desk/random-letters.ts";
import type { DeskRecordings } from "../desk/recordings.ts";
import { refusal } from "../http/problem.ts";
import type { ExportOrders } from "./export-orders.ts";

/** What a desk exports, and where its files are. Each rejects with the refusal that a member is told. */
export interface DeskExports {
  create(deskId: DeskId, asked: AskedExport): Promise<RecordingExport>;
  list(deskId: DeskId): Promise<RecordingExport[]>;
  /** Cancels one that is being made; the file of one that is ready goes. */
  remove(deskId: DeskId, exportId: string): Promise<void>;
  /** A ticket to a file that is ready. */
  ticket(deskId: DeskId, exportId: string): Promise<{ readonly ticket: string; readonly untilMs: number }>;
  /** The file that a ticket is worth; undefined for what is none, or none any more. */
  fileOf(ticket: string): Promise<ExportFile | undefined>;
}

export interface AskedExport {
  readonly recordingId: RecordingId;
  readonly kind: ExportKind;
  readonly framesPerSecond: number;
  readonly payer: string;
}

export interface ExportFile {
  /** Of its parts. */
  readonly folder: string;
  readonly parts: readonly number[];
  readonly bytes: number;
  readonly name: string;
}

interface Dependencies {
  readonly exports: ExportStore;
  readonly tickets: DownloadTickets;
  readonly library: Pick<DeskRecordings, "broadcastOf">;
  readonly changes: Pick<DeskChanges, "noteData">;
  readonly guests: Pick<GuestLimits, "spendExport">;
  readonly orders: ExportOrders;
  readonly blob: ObjectStore;
  onError(error: unknown): void;
}

/** Exports that a desk has, and of these, how many that are not made yet. */
const BOUNDS = { kept: 20, unmade: 3 } as const;

export function createDeskExports(deps: Dependencies): DeskExports {
  const { exports, tickets, library, changes, guests, orders, blob, onError } = deps;

  async function readReady(deskId: DeskId, exportId: string): Promise<ExportRecord> {
    const record = await exports.read(deskId, exportId);
    if (record?.state !== "ready") throw refusal("EXPORT_NOT_FOUND", record ? "The export is not ready yet." : undefined);
    return record;
  }

  return {
    async create(deskId, { recordingId, kind, framesPerSecond, payer }) {
      if (!(await library.broadcastOf(deskId, recordingId))) throw refusal("RECORDING_NOT_FOUND");
      await guests.spendExport(payer, deskId);
      const exportId = `exp_${randomLetters()}`;
      const createdAtMs = Date.now();
      const begun = { state: "waiting", done: 0, total: 0, createdAtMs, untilMs: createdAtMs + EXPORT_KEPT_MS } as const;
      const record: ExportRecord = { exportId, recordingId, kind, framesPerSecond, ...begun };
      const outcome = await exports.add(deskId, record, BOUNDS);
      if (outcome === "full") throw refusal("LIBRARY_FULL", "This desk has as many exports as it may. Delete one first.");
      if (outcome === "busy")
        throw refusal("RATE_LIMITED", "Three exports of this desk are being made. Wait until one is ready, or cancel one.");
      await orders.order({ deskId, exportId });
      await changes.noteData(deskId, "exports", recordingId);
      return shown(record);
    },
    async list(deskId) {
      const all = await exports.list(deskId);
      // Who died after it noted an export has not ordered it: the same order twice is one.
      for (const { exportId, state } of all) if (state === "waiting") await orders.order({ deskId, exportId });
      return all.map(shown);
    },
    async remove(deskId, exportId) {
      const record = await exports.read(deskId, exportId);
      if (!record || !(await exports.remove(deskId, exportId))) throw refusal("EXPORT_NOT_FOUND");
      await changes.noteData(deskId, "exports", record.recordingId);
      // What is left while the storage is away, or is being written just now, goes with a sweep.
      await removeParts(blob, partKeys.export(deskId, exportId)).catch(onError);
    },
    async ticket(deskId, exportId) {
      await readReady(deskId, exportId);
      return tickets.issue({ deskId, exportId });
    },
    async fileOf(ticket) {
      const download = await tickets.show(ticket);
      if (!download) return undefined;
      const { run = "", parts = [], bytes = 0, fileName = "export" } = await readReady(download.deskId, download.exportId);
      return { folder: partKeys.run(download.deskId, download.exportId, run), parts, bytes, name: fileName };
    },
  };
}

/** Without what is nobody's affair: who makes it, and of what parts it is. */
const shown = (record: ExportRecord): RecordingExport => exportSchema.parse(record);

import type { ErrorCode } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { retryUntilAnswered } from "../client/retry.ts";
import { keys } from "../keys.ts";

/** What was derived of a recording, packed as its objects would be. */
export interface PackedReport {
  readonly report: Uint8Array;
  readonly card: string;
  readonly viewers: Uint8Array;
}

export type StoredReport =
  | { readonly atMs: number; readonly freshUntilMs: number; readonly report: Uint8Array; readonly card: string }
  /** It could not be made: the code of the error. */
  | { readonly atMs: number; readonly failed: ErrorCode };

/** What reports are made of, where no object keeps it. All of it can be made again. */
export interface ReportStore {
  /** `freshUntilMs` is when it is to be made again, if somebody asks then. */
  putReport(id: RecordingId, packed: PackedReport, freshUntilMs: number, keptMs: number): Promise<void>;
  putFailure(id: RecordingId, code: ErrorCode, keptMs: number): Promise<void>;
  readReport(id: RecordingId): Promise<StoredReport | undefined>;
  readViewers(id: RecordingId): Promise<(Pick<PackedReport, "card" | "viewers"> & { readonly atMs: number }) | undefined>;
  putRegulars(deskId: DeskId, creator: string, packed: Uint8Array): Promise<void>;
  readRegulars(deskId: DeskId, creator: string): Promise<Uint8Array | undefined>;
}

const REGULARS_KEPT_MS = 3_600_000;
/** Creators whose regulars a desk has at hand: one more, and all are made again when they are wanted. */
const MOST_CREATORS = 16;

export function createReportStore(client: RedisClient): ReportStore {
  /** Replaces all fields at once. */
  async function replace(id: RecordingId, values: Record<string, string | Uint8Array>, keptMs: number): Promise<void> {
    const key = keys.derivedReport(id);
    const fields = Object.entries({ atMs: String(Date.now()), ...values });
    const flat = fields.flatMap(([field, value]) => [field, bufferOf(value)]);
    await retryUntilAnswered(client, () =>
      client
        .multi()
        .del(key)
        .hset(key, ...flat)
        .pexpire(key, keptMs)
        .exec(),
    );
  }

  return {
    putReport: (id, { report, card, viewers }, freshUntilMs, keptMs) =>
      replace(id, { report, card, viewers, freshUntilMs: String(freshUntilMs) }, keptMs),
    putFailure: (id, failed, keptMs) => replace(id, { failed }, keptMs),
    async readReport(id) {
      const read = () => client.hmgetBuffer(keys.derivedReport(id), "atMs", "report", "card", "failed", "freshUntilMs");
      const [atMs, report, card, failed, freshUntilMs] = await retryUntilAnswered(client, read);
      if (!atMs) return undefined;
      if (failed) return { atMs: Number(atMs), failed: failed.toString() as ErrorCode };
      return report && card
        ? { atMs: Number(atMs), freshUntilMs: Number(freshUntilMs), report, card: card.toString() }
        : undefined;
    },
    async readViewers(id) {
      const read = () => client.hmgetBuffer(keys.derivedReport(id), "atMs", "card", "viewers");
      const [atMs, card, viewers] = await retryUntilAnswered(client, read);
      return card && viewers ? { atMs: Number(atMs), card: card.toString(), viewers } : undefined;
    },
    async putRegulars(deskId, creator, packed) {
      const key = keys.regulars(deskId);
      const value = bufferOf(packed);
      const isFull = (await retryUntilAnswered(client, () => client.hlen(key))) >= MOST_CREATORS;
      const change = () => {
        const changes = client.multi();
        if (isFull) changes.del(key);
        return changes.hset(key, creator, value).pexpire(key, REGULARS_KEPT_MS).exec();
      };
      await retryUntilAnswered(client, change);
    },
    async readRegulars(deskId, creator) {
      return (await retryUntilAnswered(client, () => client.hgetBuffer(keys.regulars(deskId), creator))) ?? undefined;
    },
  };
}

const bufferOf = (value: string | Uint8Array): Buffer =>
  typeof value === "string" ? Buffer.from(value) : Buffer.from(value.buffer, value.byteOffset, value.byteLength);

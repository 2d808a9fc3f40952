import { setTimeout as sleep } from "node:timers/promises";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { DeskId } from "@frontrow/protocol/ids";
import type { Report } from "@frontrow/protocol/library/report";
import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import type { RecordingId } from "@frontrow/protocol/recording";
import { type Creator, completeOf } from "@frontrow/recording/held";
import { type RecordedReport, readReport } from "@frontrow/recording/recording";
import { creatorKey, type StoredRegulars, unpackRegulars } from "@frontrow/recording/regulars";
import { partOf, type RecordedViewer } from "@frontrow/recording/viewers";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { ReportStore } from "@frontrow/redis/reports";
import pLimit from "p-limit";
import { refusal } from "../http/problem.ts";
import type { ReportOrders } from "./report-orders.ts";

/** A viewer in one of the recordings. */
export interface Appearance extends RecordedViewer {
  readonly recordingId: RecordingId;
}

/** Who comes to a creator's broadcasts, by the complete recordings that a desk holds: its own, and no other's. */
export interface DeskRegulars {
  /** Waits for what is made in the background. Rejects with UNAVAILABLE when that takes long. */
  read(deskId: DeskId, creator: Creator): Promise<Pick<StoredRegulars, "broadcasts" | "regulars">>;
  /** One viewer's, the newest first. */
  appearances(deskId: DeskId, creator: Creator, userId: string): Promise<Appearance[]>;
  newcomersIn(deskId: DeskId, creator: Creator, of: OfRecording): Promise<Report["newcomers"] | "making">;
}

export interface OfRecording {
  readonly recordingId: RecordingId;
  /** Viewers who did something in it. */
  readonly people: number;
  /** Of one that goes on: when that was derived. */
  readonly growingAtMs?: number | undefined;
}

interface Dependencies {
  readonly blob: ObjectStore;
  readonly recordings: Pick<RecordingStore, "ofDesk" | "read">;
  readonly reports: Pick<ReportStore, "readRegulars">;
  readonly orders: Pick<ReportOrders, "order">;
}

const LONGEST_WAIT_MS = 10_000;
const LOOKED_EVERY_MS = 100;
const READ_AT_ONCE = 8;
/** Recordings of which is remembered where their viewers are: 2 KB each. */
const MOST_OPENED = 1_000;

export function createDeskRegulars({ blob, recordings, reports, orders }: Dependencies): DeskRegulars {
  const opened = new Map<RecordingId, RecordedReport>();

  async function stored(deskId: DeskId, creator: Creator): Promise<{ of: RecordingId[]; regulars: StoredRegulars | undefined }> {
    const of = (await completeOf(recordings, deskId, creator)).map(({ recordingId }) => recordingId);
    const packed = await reports.readRegulars(deskId, creatorKey(creator));
    return { of, regulars: packed && (await unpackRegulars(packed, of)) };
  }

  async function open(recordingId: RecordingId): Promise<RecordedReport | undefined> {
    const known = opened.get(recordingId);
    if (known) return known;
    const report = await readReport(blob, recordingId).catch(() => undefined);
    if (report) opened.set(recordingId, report);
    for (const [oldest] of opened) if (opened.size > MOST_OPENED) opened.delete(oldest);
    return report;
  }

  /** undefined: it is not indexed yet, or gone. */
  async function viewersOf(recordingId: RecordingId, part: number): Promise<readonly RecordedViewer[] | undefined> {
    const viewers = await (await open(recordingId))?.viewers(part);
    if (viewers) return viewers;
    // It may have been replaced since.
    opened.delete(recordingId);
    return (await open(recordingId))?.viewers(part);
  }

  return {
    async read(deskId, creator) {
      const untilMs = performance.now() + LONGEST_WAIT_MS;
      for (let isOrdered = false; performance.now() < untilMs; await sleep(LOOKED_EVERY_MS)) {
        const { of, regulars } = await stored(deskId, creator);
        if (regulars) return regulars;
        if (of.length === 0) return { broadcasts: 0, regulars: [] };
        if (!isOrdered) await orders.order({ type: "regulars", deskId, creator });
        isOrdered = true;
      }
      throw refusal("UNAVAILABLE");
    },
    async appearances(deskId, creator, userId) {
      const limit = pLimit(READ_AT_ONCE);
      const held = await completeOf(recordings, deskId, creator);
      const part = partOf(userId);
      let isIndexed = true;
      const found = await Promise.all(
        held.map(({ recordingId }) =>
          limit(async () => {
            const viewers = await viewersOf(recordingId, part);
            isIndexed &&= viewers !== undefined;
            const viewer = viewers?.find(({ user }) => user.id === userId);
            return viewer && { recordingId, ...viewer };
          }),
        ),
      );
      // Whoever asks again is told more, unless what is missing cannot be read.
      if (!isIndexed && !(await stored(deskId, creator)).regulars) await orders.order({ type: "regulars", deskId, creator });
      return found.filter((one) => one !== undefined).sort((a, b) => b.firstSeenMs - a.firstSeenMs);
    },
    async newcomersIn(deskId, creator, { recordingId, people, growingAtMs }) {
      const { of, regulars } = await stored(deskId, creator);
      // Nobody came before, or came again.
      if (of.every((id) => id === recordingId)) return { people };
      const newcomers = regulars?.newcomers[recordingId];
      const growing = growingAtMs === undefined ? {} : { growing: recordingId };
      const isStale = growingAtMs !== undefined && regulars?.growing?.atMs !== growingAtMs;
      if (!newcomers || isStale) await orders.order({ type: "regulars", deskId, creator, ...growing });
      return newcomers ?? "making";
    },
  };
}

/** What is known of a viewer by appearances, the newest first; undefined: nothing. */
export function knownBy(appearances: readonly RecordedViewer[]): KnownViewer | undefined {
  const [last] = appearances;
  const first = appearances.at(-1);
  if (!last || !first) return undefined;
  const sum = (name: "chats" | "gifts" | "diamonds" | "questions") => appearances.reduce((total, one) => total + one[name], 0);
  return {
    user: last.user,
    broadcasts: appearances.length,
    firstSeenMs: first.firstSeenMs,
    lastSeenMs: last.lastSeenMs,
    ...{ chats: sum("chats"), gifts: sum("gifts"), diamonds: sum("diamonds"), questions: sum("questions") },
  };
}

import type { CreatorId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { Creator } from "@frontrow/recording/held";
import type { CreatorStore } from "@frontrow/redis/creators";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { FastifyInstance } from "fastify";
import type { DeskRecordings } from "../desk/recordings.ts";
import { type DeskRegulars, knownBy } from "../library/regulars.ts";
import type { DeskReports } from "../library/reports.ts";
import type { DeskViewerNotes } from "../library/viewer-notes.ts";
import { refusal } from "./problem.ts";
import { implement } from "./routes.ts";

export interface ReportRouteDeps {
  readonly creators: Pick<CreatorStore, "read">;
  readonly library: DeskRecordings;
  readonly reports: DeskReports;
  readonly regulars: DeskRegulars;
  readonly viewerNotes: DeskViewerNotes;
}

/** Recordings that an answer about a viewer names. */
const MOST_APPEARANCES = 20;

/** How a desk's broadcasts went, and who comes to them. */
export function registerReportRoutes(api: FastifyInstance, deps: ReportRouteDeps): void {
  const { creators, library, reports, regulars, viewerNotes } = deps;

  /** Whom the desk replays, or watches. */
  async function onView({ deskId, state }: DeskRecord): Promise<Creator> {
    const { replay, creatorId, handle } = state;
    const replayed = replay && (await library.broadcastOf(deskId, replay.recordingId as RecordingId));
    if (replayed) return replayed;
    if (!creatorId || !handle) throw refusal("SESSION_NOT_FOUND");
    const hostId = (await creators.read(creatorId as CreatorId))?.hostId;
    return { handle, ...(hostId ? { hostId } : {}) };
  }

  implement(api, "readReport", async ({ desk, params: { recordingId } }) => {
    const report = await reports.read(desk, recordingId);
    return report === "making" ? { state: "making" as const } : { state: "ready" as const, report };
  });

  implement(api, "readRegulars", async ({ desk }) => {
    const creator = await onView(desk);
    const { broadcasts, regulars: known } = await regulars.read(desk.deskId, creator);
    return { handle: creator.handle, broadcasts, regulars: await viewerNotes.of(desk.deskId, known) };
  });

  implement(api, "readViewer", async ({ desk, params: { userId } }) => {
    const appearances = await regulars.appearances(desk.deskId, await onView(desk), userId);
    const recordings = appearances.slice(0, MOST_APPEARANCES).map((seen) => {
      const { recordingId, firstSeenMs, lastSeenMs, chats, gifts, diamonds } = seen;
      return { recordingId, firstSeenMs, lastSeenMs, chats, gifts, diamonds };
    });
    return { ...(knownBy(appearances) ?? NOBODY), ...(await viewerNotes.read(desk.deskId, userId)), recordings };
  });

  implement(api, "noteViewer", ({ desk: { deskId }, params: { userId }, body }) => viewerNotes.set(deskId, userId, body));
}

/** Of whom nothing is known. */
const NOBODY = { broadcasts: 0, firstSeenMs: 0, lastSeenMs: 0, chats: 0, gifts: 0, diamonds: 0, questions: 0 } as const;

import type { ObjectStore } from "@frontrow/blob/object-store";
import type { DeskState } from "@frontrow/protocol/desk";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { DeskId } from "@frontrow/protocol/ids";
import type { Report, ReportFacts } from "@frontrow/protocol/library/report";
import { isGrowing, type RecordedBroadcast, type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import { completeOf } from "@frontrow/recording/held";
import { type RecordedReport, readReport } from "@frontrow/recording/recording";
import { type Figures, unpackCard, unpackFacts } from "@frontrow/recording/report-facts";
import { listSamples } from "@frontrow/recording/samples";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { KeptAnswersStore } from "@frontrow/redis/kept-answers";
import type { LibraryStore } from "@frontrow/redis/library";
import type { RecordingStore } from "@frontrow/redis/recordings";
import type { ReportStore } from "@frontrow/redis/reports";
import pLimit from "p-limit";
import { refusal } from "../http/problem.ts";
import { compare, type Earlier } from "./comparison.ts";
import type { DeskRegulars } from "./regulars.ts";
import type { ReportOrders } from "./report-orders.ts";

/** How broadcasts went, for one desk. */
export interface DeskReports {
  /** `making`: what it is read from is being made; ask again in a few seconds. */
  read(desk: DeskRecord, recordingId: RecordingId): Promise<Report | "making">;
}

interface Dependencies {
  readonly blob: ObjectStore;
  readonly recordings: Pick<RecordingStore, "ofDesk" | "read">;
  readonly reports: Pick<ReportStore, "readReport">;
  readonly shelves: Pick<LibraryStore, "read">;
  readonly keptAnswers: Pick<KeptAnswersStore, "read">;
  readonly regulars: Pick<DeskRegulars, "newcomersIn">;
  readonly orders: Pick<ReportOrders, "order">;
}

const READ_AT_ONCE = 8;
/** Broadcasts that one is compared with. */
const MOST_COMPARED = 10;

/** What a recording says by itself. */
interface Found {
  readonly broadcast: RecordedBroadcast;
  readonly isGrowing: boolean;
  readonly isHeld: boolean;
  readonly facts: ReportFacts;
  readonly figures: Figures;
  readonly people: number;
  /** Of what grows: when it was derived. */
  readonly atMs?: number;
}
type Derived = Pick<Found, "facts" | "figures" | "people" | "atMs">;

export function createDeskReports(deps: Dependencies): DeskReports {
  const { blob, recordings, reports, shelves, keptAnswers, regulars, orders } = deps;
  async function find(deskId: DeskId, recordingId: RecordingId): Promise<Found | "making"> {
    const isIt = (each: { readonly recordingId: string }) => each.recordingId === recordingId;
    const held = (await recordings.ofDesk(deskId)).find(isIt);
    const broadcast = (held ?? (await listSamples()).find(isIt))?.broadcast;
    if (!broadcast) throw refusal("RECORDING_NOT_FOUND");
    const record = held && (await recordings.read(recordedSession(recordingId)));
    const goesOn = isGrowing(record, recordingId);
    const derived = (goesOn ? undefined : await indexed(recordingId)) ?? (await keptForAWhile(recordingId, goesOn));
    if (derived === "making") return derived;
    return { broadcast: record?.broadcast ?? broadcast, isGrowing: goesOn, isHeld: held !== undefined, ...derived };
  }

  /** Of a complete recording that has what is derived. */
  async function indexed(recordingId: RecordingId): Promise<Derived | undefined> {
    const report = await readReport(blob, recordingId);
    const facts = await report?.facts();
    return report && facts && { facts, figures: report.figures, people: report.people };
  }

  /** Of one that grows, of a sample, and of one that is to be indexed. */
  async function keptForAWhile(recordingId: RecordingId, isGrowing: boolean): Promise<Derived | "making"> {
    const stored = await reports.readReport(recordingId);
    if (stored && "failed" in stored) throw refusal(stored.failed);
    const facts = stored && (await unpackFacts(stored.report));
    const card = stored && unpackCard(stored.card);
    const isStale = !stored || (isGrowing && Date.now() > stored.freshUntilMs);
    if (isStale || !facts || !card) await orders.order({ type: "report", recordingId });
    return facts && card ? { facts, figures: card.figures, people: card.people, atMs: stored.atMs } : "making";
  }

  /** The creator's broadcasts before it that the desk holds, the newest first. One that is not indexed is left out until it is. */
  async function earlierOf(deskId: DeskId, recordingId: RecordingId, { broadcast, facts }: Found): Promise<Earlier[]> {
    const complete = await completeOf(recordings, deskId, broadcast);
    const before = complete.filter((held) => held.recordingId !== recordingId && held.sinceMs < facts.toMs);
    const limit = pLimit(READ_AT_ONCE);
    const earlier = await Promise.all(
      before.slice(0, MOST_COMPARED).map((held) =>
        limit(async (): Promise<Earlier[]> => {
          const report = await reportOf(held.recordingId);
          if (!report) await orders.order({ type: "report", recordingId: held.recordingId });
          return report && report.figures.fromMs < facts.fromMs
            ? [{ recordingId: held.recordingId, figures: report.figures }]
            : [];
        }),
      ),
    );
    return earlier.flat();
  }

  /** undefined: there is none, or none that can be read. */
  async function reportOf(recordingId: RecordingId): Promise<RecordedReport | undefined> {
    try {
      return await readReport(blob, recordingId);
    } catch (error) {
      if (error instanceof FrontrowError && error.disposition === "reject") return undefined;
      throw error;
    }
  }

  return {
    async read({ deskId, state }, recordingId) {
      const found = await find(deskId, recordingId);
      if (found === "making") return found;
      const { broadcast, isGrowing, isHeld, facts, figures, people, atMs } = found;
      const growingAtMs = isGrowing ? atMs : undefined;
      const newcomers = isHeld ? await regulars.newcomersIn(deskId, broadcast, { recordingId, people, growingAtMs }) : { people };
      if (newcomers === "making") return newcomers;
      const earlier = isHeld ? await earlierOf(deskId, recordingId, found) : [];
      const { name } = (await shelves.read(deskId)).entryOf(recordingId);
      // What was kept when the broadcast ended, and what was answered since.
      const answers = { ...(await keptAnswers.read(deskId, recordingId)), ...state.answers };
      return {
        recordingId,
        ...(name ? { name } : {}),
        broadcast,
        isGrowing,
        facts,
        answers: answersIn(answers, recordedSession(recordingId)),
        newcomers,
        comparison: compare(figures, isGrowing, earlier),
      };
    },
  };
}

/** What the desk did about the questions of a session. */
function answersIn(answers: DeskState["answers"], session: string): Report["answers"] {
  const ofSession = Object.entries(answers ?? {}).filter(([, answer]) => answer.session === session);
  return Object.fromEntries(ofSession.map(([id, { status, atMs }]) => [id, { status, atMs }]));
}

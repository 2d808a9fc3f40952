import type { Bookmark } from "@frontrow/protocol/library/entry";
import type { LaneStep, RecordingTimeline, Span } from "@frontrow/protocol/library/timeline";
import type { Happened } from "../../live/happened.ts";
import { STEP_MS } from "./lanes.ts";

/** What is no farther away than this is near. */
const NEAR_MS = 15_000;

/** What there is at a place of a recording. */
export interface Near {
  readonly step: LaneStep | undefined;
  /** Last known there. */
  readonly viewers: number | undefined;
  /** Nearest first. */
  readonly moments: readonly Happened[];
  readonly bookmarks: readonly Bookmark[];
  readonly missing: "gap" | "closed" | "idle" | "notYet" | undefined;
}

interface Known {
  readonly timeline: RecordingTimeline;
  readonly bookmarks: readonly Bookmark[];
  readonly idle: readonly Span[];
}

/** What is near a moment; `withinMs` is how much a pixel or a finger covers, where that is more than a step. */
export function nearTo({ timeline, bookmarks, idle }: Known, atMs: number, withinMs = NEAR_MS): Near {
  const { lanes, moments, gaps, closed, toMs, isGrowing } = timeline;
  const reach = Math.max(NEAR_MS, withinMs);
  const beginMs = atMs - (atMs % STEP_MS);
  const covers = (spans: readonly Span[]) => spans.some((span) => span.fromMs <= atMs && span.toMs > atMs);
  const known = lanes.findLast((step) => step.viewers !== undefined && step.atMs <= atMs && step.atMs > atMs - 5 * STEP_MS);
  const isMissing = covers(closed) ? "closed" : covers(gaps) ? "gap" : covers(idle) ? "idle" : undefined;
  return {
    step: lanes.find((step) => step.atMs === beginMs),
    viewers: isMissing === "closed" || isMissing === "gap" ? undefined : known?.viewers,
    moments: nearest(moments, (moment) => distanceTo(moment, atMs), reach),
    bookmarks: nearest(bookmarks, (bookmark) => Math.abs(bookmark.atMs - atMs), reach),
    missing: isMissing ?? (isGrowing && atMs >= toMs ? "notYet" : undefined),
  };
}

/** A spike lasts; inside of it one is at it. */
function distanceTo(moment: Happened, atMs: number): number {
  const [fromMs, toMs] = moment.type === "spike" ? [moment.fromMs, moment.toMs] : [moment.atMs, moment.atMs];
  return Math.max(0, fromMs - atMs, atMs - toMs);
}

const nearest = <T>(all: readonly T[], distance: (each: T) => number, reach: number): readonly T[] =>
  all
    .map((each) => ({ each, away: distance(each) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away)
    .map(({ each }) => each);

const counted = (count: number | undefined, one: string, many: string): string[] =>
  count ? [`${count.toLocaleString("en")} ${count === 1 ? one : many}`] : [];

/** The counts of a step in a line; nothing where nothing was counted. */
export function countsOf({ step, viewers }: Near): string {
  return [
    ...counted(viewers, "viewer", "viewers"),
    ...counted(step?.chats, "message", "messages"),
    ...counted(step?.questions, "question", "questions"),
    ...counted(step?.gifts, "gift", "gifts"),
    ...counted(step?.diamonds, "diamond", "diamonds"),
    ...counted(step?.follows, "follow", "follows"),
  ].join(" · ");
}

const reasons = {
  gap: "no data: it was not received",
  closed: "nobody streamed",
  idle: "idle: nothing was said, asked or given",
  notYet: "not counted yet",
} as const;

/** Why there is nothing at a place. */
export const missingText = ({ missing }: Near): string | undefined => missing && reasons[missing];

/** What a slider says beside its time: the nearest thing that happened, or that there is nothing. */
export function spokenNear(near: Near, sentenceOf: (moment: Happened) => string): string {
  const [bookmark] = near.bookmarks;
  const [moment] = near.moments;
  if (bookmark) return `near: bookmark${bookmark.text ? ` ${bookmark.text}` : ""}`;
  if (moment) return `near: ${sentenceOf(moment)}`;
  return missingText(near) ?? "";
}

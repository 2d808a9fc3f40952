import type { DeskState } from "@frontrow/protocol/desk";
import { answersAt } from "@frontrow/protocol/question-queue";
import { type RecordingId, recordedSession } from "@frontrow/protocol/recording-id";
import { useEffect, useMemo } from "react";
import { create } from "zustand";
import type { ViewState } from "../../live/view-state.ts";
import { useCalmView, useView } from "../../live/view-store.ts";

type Answers = NonNullable<DeskState["answers"]>;

/** What somebody here did about a question and the server has not confirmed yet. */
export interface AnswerChange {
  readonly status: "answered" | "ignored" | "pending";
  readonly atMs: number;
}
export type AnswerChanges = ReadonlyMap<string, AnswerChange>;

/** The desk's answers as they will be once it has confirmed the changes, so that a click shows at once, also while offline. */
export function withChanges(answers: Answers = {}, changes: AnswerChanges, session?: string): Answers {
  if (changes.size === 0) return answers;
  const changed = { ...answers };
  for (const [id, { status, atMs }] of changes) {
    if (status === "pending") delete changed[id];
    else if (answers[id]?.status !== status) changed[id] = { status, atMs, ...(session ? { session } : {}) };
  }
  return changed;
}

/** Time after which an unconfirmed change is dropped on an open connection: what the desk says by then is how it stands. */
const CONFIRMED_WITHIN_MS = 4_000;

const useChanges = create<{ readonly changes: AnswerChanges }>(() => ({ changes: new Map() }));

/** Shows a change at once, before the desk has confirmed it. */
export const changeAnswer = (id: string, status: AnswerChange["status"], atMs: number): void =>
  useChanges.setState(({ changes }) => ({ changes: new Map([...changes, [id, { status, atMs }]]) }));

/** The session that what is on the screen is of: of a replay, the one that was recorded. */
export const answeredSession = ({ replay, broadcast }: ViewState): string | undefined =>
  replay ? recordedSession(replay.view.recordingId as RecordingId) : broadcast?.session;

/**
 * This desk's answers, with the changes that it has not confirmed yet. In a replay what was answered after the moment on the screen
 * has not happened yet, unless it was done while looking at this replay.
 */
export function useAnswers(): Answers {
  const all = useView((view) => view.desk?.answers);
  const sinceMs = useView((view) => view.replay?.view.sinceMs);
  const positionMs = useCalmView((view) => view.replay?.told?.positionMs ?? 0);
  const session = useView(answeredSession);
  const confirmed = useMemo(
    () => (sinceMs === undefined ? all : answersAt(all, { positionMs, sinceMs })),
    [all, positionMs, sinceMs],
  );
  const isOpen = useView((view) => view.link.connection.state === "open");
  const { changes } = useChanges();
  useEffect(() => {
    if (!isOpen || changes.size === 0) return;
    const timer = setTimeout(() => useChanges.setState({ changes: new Map() }), CONFIRMED_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [isOpen, changes]);
  return useMemo(() => withChanges(confirmed, changes, session), [confirmed, changes, session]);
}

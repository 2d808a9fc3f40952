import type { QuestionDetected } from "@frontrow/protocol/insight";
import { type QuestionQueue, questionQueue } from "@frontrow/protocol/question-queue";
import { useMemo } from "react";
import { useCalmView } from "../../live/view-store.ts";
import { answeredSession, useAnswers } from "./optimistic-answers.ts";

const none: readonly QuestionDetected[] = [];

/** The questions of the broadcast as this desk sees them. What this desk did shows at once, what is asked twice a second. */
export function useQuestionQueue(): QuestionQueue {
  const detected = useCalmView((view) => view.broadcast?.questions) ?? none;
  const session = useCalmView(answeredSession);
  const distinct = useCalmView((view) => view.broadcast?.metrics.questions) ?? 0;
  const answers = useAnswers();
  return useMemo(() => questionQueue(detected, answers, { session, distinct }), [detected, answers, session, distinct]);
}

/** How many wait for an answer. */
export const usePendingCount = (): number => useQuestionQueue().pending;

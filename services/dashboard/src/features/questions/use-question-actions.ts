import { useMemo, useRef, useState } from "react";
import { useServerClock } from "../../live/server-clock.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { changeAnswer } from "./optimistic-answers.ts";

export interface QuestionActions {
  answer(id: string): void;
  ignore(id: string): void;
  /** It waits for an answer again. */
  reopen(id: string): void;
  /** Takes the last one back, and then the one before it. */
  undo(): void;
}

/** Whether questions can be answered: in a replay they were, or were not, long ago. */
export const useCanAnswer = (): boolean => useView(({ replay }) => !replay || replay.view.isBehindLive === true);

/** What can be done about questions, the same object for life; and what was just done, in words for screen readers. */
export function useQuestionActions(): { readonly actions: QuestionActions; readonly announcement: string } {
  const { answerQuestion, ignoreQuestion, reopenQuestion } = useCommands();
  const now = useServerClock();
  const last = useRef<readonly string[]>([]);
  const [announcement, setAnnouncement] = useState("");
  const actions = useMemo<QuestionActions>(() => {
    const mark = (id: string, status: "answered" | "ignored", command: (id: string) => void, word: string) => {
      command(id);
      changeAnswer(id, status, now());
      last.current = [...last.current.filter((other) => other !== id), id];
      setAnnouncement(`${word}. U takes it back.`);
    };
    const reopen = (id: string) => {
      reopenQuestion(id);
      changeAnswer(id, "pending", now());
      last.current = last.current.filter((other) => other !== id);
      setAnnouncement("It waits for an answer again.");
    };
    return {
      answer: (id) => mark(id, "answered", answerQuestion, "Answered"),
      ignore: (id) => mark(id, "ignored", ignoreQuestion, "Ignored"),
      reopen,
      undo() {
        const id = last.current.at(-1);
        if (id !== undefined) reopen(id);
      },
    };
  }, [answerQuestion, ignoreQuestion, reopenQuestion, now]);
  return { actions, announcement };
}

import { useMemo, useRef, useState } from "react";
import { useCommands } from "../../live/use-view.tsx";
import { wishAnswer } from "./wished-answers.ts";

export interface Settling {
  answer(id: string): void;
  ignore(id: string): void;
  /** It waits for an answer again. */
  reopen(id: string): void;
  /** Takes the last one back, and then the one before it. */
  undo(): void;
}

/** What can be done about questions, the same object for life; and what was just done, for screen readers. */
export function useSettling(): { readonly settling: Settling; readonly said: string } {
  const { answerQuestion, ignoreQuestion, reopenQuestion } = useCommands();
  const last = useRef<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const settling = useMemo<Settling>(() => {
    const settle = (id: string, status: "answered" | "ignored", command: (id: string) => void, word: string) => {
      command(id);
      wishAnswer(id, status, Date.now());
      last.current = [...last.current.filter((other) => other !== id), id];
      setSaid(`${word}. U takes it back.`);
    };
    const reopen = (id: string) => {
      reopenQuestion(id);
      wishAnswer(id, "pending", Date.now());
      last.current = last.current.filter((other) => other !== id);
      setSaid("It waits for an answer again.");
    };
    return {
      answer: (id) => settle(id, "answered", answerQuestion, "Answered"),
      ignore: (id) => settle(id, "ignored", ignoreQuestion, "Ignored"),
      reopen,
      undo() {
        const id = last.current.at(-1);
        if (id !== undefined) reopen(id);
      },
    };
  }, [answerQuestion, ignoreQuestion, reopenQuestion]);
  return { settling, said };
}

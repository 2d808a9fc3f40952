import type { SpokenPrompt } from "@frontrow/words/words";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { screenOf, type Wording } from "../../live/view-state.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { useAnswers } from "../questions/optimistic-answers.ts";
import { useRegulars } from "../regulars/regulars-store.ts";
import { useWords } from "../use-words.ts";
import { duePrompts, shownPrompt } from "./due-prompts.ts";
import { createPersistedIds } from "./persisted-ids.ts";
import { promptWords } from "./prompt-words.ts";

const donePrompts = createPersistedIds(() => sessionStorage, "frontrow.prompts.done");

export interface CoachView {
  /** The prompt to show; undefined when there is nothing to say. */
  readonly shown: SpokenPrompt | undefined;
  /** What is still worth saying, `shown` among them. */
  readonly due: readonly SpokenPrompt[];
  /** Its sentence and why; undefined while the words are on their way. */
  readonly said: { readonly text: string; readonly reason: string } | undefined;
  /** The words could not be fetched. */
  readonly hasFailed: boolean;
  /** Somebody here is done with a prompt. */
  dismiss(id: string): void;
}

const noPrompts: readonly SpokenPrompt[] = [];
const noWordings: readonly Wording[] = [];

/** What the coach has to say to this desk now, in its language. */
export function useCoach(): CoachView {
  const prompts = usePrompts();
  const nowMs = useCalmView((view) => view.broadcast?.metrics.atMs ?? 0);
  const isOver = useCalmView((view) => view.broadcast?.isOver ?? true);
  const wordings = useView((view) => view.broadcast?.wordings) ?? noWordings;
  const answers = useAnswers();
  const { done, dismiss } = useDone();
  const { words, hasFailed } = useWords();
  const [shownId, setShownId] = useState<string>();

  const due = useMemo(
    () => (isOver ? noPrompts : duePrompts(prompts, { nowMs, answers, done })),
    [isOver, prompts, nowMs, answers, done],
  );
  const shown = shownPrompt(due, shownId);
  if (shown?.id !== shownId) setShownId(shown?.id);
  const said = useMemo(() => (shown && words ? promptWords(shown, words, wordings) : undefined), [shown, words, wordings]);
  return { shown, due, said, hasFailed, dismiss };
}

/** The fold's prompts, and who has to be welcomed by what this desk's recordings say of them: live, and at no other desk. */
function usePrompts(): readonly SpokenPrompt[] {
  const prompts = useCalmView((view) => view.broadcast?.prompts) ?? noPrompts;
  const session = useCalmView(({ replay, broadcast }) => (replay ? undefined : broadcast?.session));
  const welcomes = useRegulars((regulars) => (regulars.session === session ? regulars.welcomes : noPrompts));
  return useMemo(() => (welcomes.length === 0 ? prompts : [...prompts, ...welcomes]), [prompts, welcomes]);
}

/** A replay says what was said then, whatever was done about it while it was live, and says it again after a seek. */
function useDone() {
  const all = useStore(donePrompts);
  const prefix = useView((view) => (view.replay && !view.replay.view.isBehindLive ? `${screenOf(view)}/` : ""));
  const done = useMemo(
    () => (prefix ? new Set([...all].flatMap((id) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []))) : all),
    [all, prefix],
  );
  return { done, dismiss: (id: string) => donePrompts.add(`${prefix}${id}`) };
}

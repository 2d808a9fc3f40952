import type { DeskState } from "@frontrow/protocol/desk";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useView } from "../../live/use-view.tsx";

type Answers = NonNullable<DeskState["answers"]>;

/** What somebody here did about a question and the server has not said yet. */
export interface Wish {
  readonly status: "answered" | "ignored" | "pending";
  readonly atMs: number;
}
export type AnswerWishes = ReadonlyMap<string, Wish>;

/** The desk's answers as they will be when it has heard of the wishes, so that a click shows at once, also while offline. */
export function withWishes(answers: Answers = {}, wishes: AnswerWishes, session?: string): Answers {
  if (wishes.size === 0) return answers;
  const wished = { ...answers };
  for (const [id, { status, atMs }] of wishes) {
    if (status === "pending") delete wished[id];
    else if (answers[id]?.status !== status) wished[id] = { status, atMs, ...(session ? { session } : {}) };
  }
  return wished;
}

/** So long after the link is open the desk has heard of every wish: what it says by then is how it stands. */
const HEARD_MS = 4_000;

const listeners = new Set<() => void>();
let wishes: AnswerWishes = new Map();

function setWishes(next: AnswerWishes): void {
  wishes = next;
  for (const tell of listeners) tell();
}

export const wishAnswer = (id: string, status: Wish["status"], atMs: number): void =>
  setWishes(new Map([...wishes, [id, { status, atMs }]]));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** This desk's answers, the wished ones among them. */
export function useAnswers(): Answers {
  const told = useView((view) => view.desk?.answers);
  const session = useView((view) => view.broadcast?.session);
  const isOpen = useView((view) => view.link.connection.state === "open");
  const wished = useSyncExternalStore(subscribe, () => wishes);
  useEffect(() => {
    if (!isOpen || wished.size === 0) return;
    const timer = setTimeout(() => setWishes(new Map()), HEARD_MS);
    return () => clearTimeout(timer);
  }, [isOpen, wished]);
  return useMemo(() => withWishes(told, wished, session), [told, wished, session]);
}

import { useState } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { askedWords, type SearchResult } from "./list-filter.ts";
import type { Failure } from "./use-action.ts";
import { useSettled } from "./use-settled.ts";

const TYPING_MS = 300;
const none: readonly SearchResult[] = [];

export interface Search {
  /** Of the words before while those of now are looked for, so that the list does not flicker. */
  readonly results: readonly SearchResult[];
  readonly isSearching: boolean;
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

/** Looks for words in all that the desk recorded, once nobody types any more; a search that is no longer wanted is given up. */
export function useSearch(words: string): Search {
  const asked = askedWords(words);
  const settled = useSettled(asked, TYPING_MS);
  const { answer, retry } = useLibrary(settled, "recordings", (library, signal) => library.search(settled ?? "", signal));
  const [last, setLast] = useState(none);
  if (answer.state === "ready" && settled !== undefined && last !== answer.value) setLast(answer.value);
  if (asked === undefined) return { results: none, isSearching: false, failure: undefined, retry };
  const isSearching = asked !== settled || answer.state === "loading";
  return {
    results: answer.state === "failed" ? none : last,
    isSearching,
    failure: !isSearching && answer.state === "failed" ? answer : undefined,
    retry,
  };
}

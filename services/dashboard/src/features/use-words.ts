import type { Language } from "@frontrow/protocol/desk";
import { loadWords } from "@frontrow/words";
import type { Words } from "@frontrow/words/words";
import { useEffect, useState } from "react";
import { useView } from "../live/view-store.ts";

const loading = new Map<Language, Promise<Words>>();

/** What could not be fetched is not kept, so that the next who asks tries again. */
function wordsOf(language: Language): Promise<Words> {
  const held = loading.get(language);
  if (held) return held;
  const words = loadWords(language);
  loading.set(language, words);
  words.catch(() => loading.delete(language));
  return words;
}

export interface LoadedWords {
  /** Undefined until they are here; while another language is on its way, the old one goes on. */
  readonly words: Words | undefined;
  /** They could not be fetched. The next panel that opens asks again. */
  readonly hasFailed: boolean;
}

/** What Frontrow says, in the language of this desk. It comes after the page. */
export function useWords(): LoadedWords {
  const language = useView((view) => view.desk?.language) ?? "en";
  const [loaded, setLoaded] = useState<LoadedWords>({ words: undefined, hasFailed: false });
  useEffect(() => {
    let isWanted = true;
    wordsOf(language).then(
      (words) => {
        if (isWanted) setLoaded({ words, hasFailed: false });
      },
      () => {
        if (isWanted) setLoaded(({ words }) => ({ words, hasFailed: true }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return loaded;
}

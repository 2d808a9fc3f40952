import type { Language } from "@frontrow/protocol/desk";
import { loadWords } from "@frontrow/words";
import type { Words } from "@frontrow/words/words";
import { useEffect, useState } from "react";
import { useView } from "../live/use-view.tsx";

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

/**
 * What Frontrow says, in the language of this desk. Undefined until it is here: it comes after the page, and while another
 * language is on its way the old one goes on.
 */
export function useWords(): Words | undefined {
  const language = useView((view) => view.desk?.language) ?? "en";
  const [words, setWords] = useState<Words | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    wordsOf(language).then(
      (loaded) => {
        if (isWanted) setWords(loaded);
      },
      // Without them codes are shown as they are; the next panel that opens asks again.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return words;
}

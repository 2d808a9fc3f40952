import { lazy } from "../lazy.ts";
import { emoteNames } from "../lexicons/emotes.ts";
import { hindiAlone, smallHindi } from "./hindi.ts";

/** Lists that a word may be in, a bit each: one look-up a word for all of them. */
export const Listed = { everywhere: 1, systemVerb: 2, smallHindi: 4, hindiAlone: 8 } as const;

/** The lists that a word, in lower case, is in. */
export const listsOf = (word: string): number => table().get(word) ?? 0;

const table = lazy(() => {
  const lists = new Map<string, number>();
  const add = (words: string, list: number): void => {
    for (const word of words.split(/\s+/)) lists.set(word, (lists.get(word) ?? 0) | list);
  };
  add(everywhere, Listed.everywhere);
  add(systemVerbs, Listed.systemVerb);
  add(smallHindi, Listed.smallHindi);
  add(hindiAlone, Listed.hindiAlone);
  return lists;
});

/** What chat says in every language, names of emotes among it. */
const everywhere = `${emoteNames} lol lolol lulz rofl gg ggs ggwp wp ez ok okay okey k f w l x d p v hm hmm hmmm mm mhm ugh oof uwu owo fyp foryou foryoupage xyzbca 笑 草`;

/** One of these is in each line that a platform says of somebody: most texts need no pattern. */
const systemVerbs =
  "subscribed resubscribed gifted gifting gift raided raiding joined followed liked shared sent siguió compartió unió seguiu compartilhou entrou suivi partagé rejoint folgt geteilt beigetreten mengikuti membagikan bergabung seguito condiviso";

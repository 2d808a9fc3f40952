import { englishProfanity } from "./generated/english-profanity.ts";
import { lazy } from "./lazy.ts";
import type { Scan } from "./scan.ts";
import { lookUp, type WordGroups, wordMap, wordSet } from "./word-map.ts";

/** Aimed at somebody, a rude word is an insult; alone it may be joy ("this is fucking great"). */
const AIMED = 0.25;

/** How hurtful a message is, 0 … 1: the worst word in it, more if it is aimed at somebody. About 0.5 deserves a look. */
export function toxicityOf({ words, text }: Scan): number {
  const lists = tables();
  let worst = 0;
  let aimed = false;
  for (const word of words) {
    const tenths = lookUp(lists.severity, word);
    if (tenths !== undefined && tenths > worst) worst = tenths;
    aimed ||= lists.targets.has(word);
  }
  if (THREATS.test(text)) worst = Math.max(worst, 30);
  if (worst === 0) return 0;
  // Severity runs from 1 (mild) to 3 (severe).
  const base = 0.2 + ((worst - 10) / 20) * 0.7;
  return Math.round(Math.min(1, base + (aimed ? AIMED : 0)) * 100) / 100;
}

const THREATS =
  /\b(?:kill (?:yo)?urself|kys|go die|hope you die|neck yourself|m[aá]tate|se mata|bring dich um|cr[eè]ve|ammazzati)\b/i;

interface Tables {
  readonly severity: ReadonlyMap<string, number>;
  readonly targets: ReadonlySet<string>;
}
// Our own, for what the English list lacks.
const insults: WordGroups = [
  [
    12,
    "stupid dumb idiot moron loser ugly clown pathetic disgusting noob tonto tonta feo fea burro burra feio feia bête moche blöd doof hässlich dumm brutto brutta stupido stupida scemo scema jelek",
  ],
  [
    18,
    "idiota imbécil estúpido estúpida pendejo pendeja payaso cretino otário babaca trouxa débile abruti crétin trottel vollidiot arschloch spast deficiente coglione bodoh goblok tolol bego anjing",
  ],
  [
    25,
    "puta puto hijueputa hijoputa malparido maricón zorra gonorrea viado vagabunda caralho merda fdp connard connasse salope pute enculé fdp ntm hurensohn fotze wichser schlampe nutte missgeburt stronzo stronza troia puttana bastardo vaffanculo bangsat kontol memek ngentot babi",
  ],
];

const tables = lazy<Tables>(() => ({
  severity: wordMap(englishProfanity, insults),
  targets: wordSet("you u ur your you're youre she he they him her tu tú eres você vc du dich bist toi es sei kamu lu lo elu"),
}));

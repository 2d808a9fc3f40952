import type { Spike } from "@frontrow/protocol/insight";
import { countedText, type Dialect, listText, shortSpan, wholeNumber } from "./arguments.ts";

/** More phrases than this are no longer one sentence that can be read in a second. */
const MOST_PHRASES = 3;

/** What a sentence about a spike or a lull is filled with. */
export function spikeArguments({ kind, lanes, fromMs, toMs, duringBattle }: Spike, dialect: Dialect) {
  const [strongest] = lanes;
  const said = kind === "lull" ? lanes.slice(0, 1) : lanes;
  return {
    what: listText(phrasesOf(said, dialect), dialect.language),
    within: shortSpan(dialect, wholeNumber((toMs - fromMs) / 1000)),
    value: wholeNumber(strongest?.value),
    usual: wholeNumber(strongest?.baseline),
    hasBattle: duringBattle ? "yes" : "no",
  };
}

/** Gifts and their diamonds are one phrase, in the place of the stronger. */
function phrasesOf(lanes: Spike["lanes"], dialect: Dialect): string[] {
  const countIn = (name: string) => wholeNumber(lanes.find(({ lane }) => lane === name)?.value);
  const [gifts, diamonds] = [countIn("gifts"), countIn("diamonds")];
  const areOne = gifts > 0 && diamonds > 0;
  const phrases = lanes.map(({ lane, value }) => {
    if (areOne && (lane === "gifts" || lane === "diamonds"))
      return dialect.fill(dialect.catalogue.counted.giftsWorth, { gifts, n: diamonds });
    return countedText(dialect, lane, wholeNumber(value));
  });
  return [...new Set(phrases)].slice(0, MOST_PHRASES);
}

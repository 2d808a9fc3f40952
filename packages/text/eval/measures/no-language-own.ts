import { annotate } from "../../src/annotate.ts";
import type { Figure, Measure } from "../measure.ts";
import { withLanguage, withoutLanguage } from "../own/no-language.ts";

/** Texts of our own: laughter in all scripts, taps, emotes, codes, handles, names, system lines; and short chat that must keep its language. */
export const ownNoLanguage: Measure = {
  name: "no-language-own",
  needs: [],
  run: () => [
    figure("language: no language → und, our own texts", shareOf(withoutLanguage, isUnd), withoutLanguage.length),
    figure(
      "· short chat that keeps a language",
      shareOf(withLanguage, (text) => !isUnd(text)),
      withLanguage.length,
    ),
  ],
};

const isUnd = (text: string): boolean => annotate(text).language === "und";

const shareOf = (texts: readonly string[], is: (text: string) => boolean): number => texts.filter(is).length / texts.length;

const figure = (name: string, share: number, rows: number): Figure => ({
  name,
  value: share * 100,
  digits: 1,
  unit: "%",
  floor: 97,
  aim: 99,
  rows,
  of: "judged only",
});

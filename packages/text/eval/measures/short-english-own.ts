import { annotate } from "../../src/annotate.ts";
import type { Figure, Measure } from "../measure.ts";
import { lookAlikes, shortEnglish } from "../own/short-english.ts";
import { isHeldOutAt, isTunedAt } from "../own/texts.ts";

/** Short English that is taken for English, and as short chat of other languages for its own: texts of our own, by halves. */
export const ownShortEnglish: Measure = {
  name: "short-english-own",
  needs: [],
  run() {
    const english = shortEnglish.map((text) => ["en", text] as const);
    return [
      { ...figure("language: our own short English", english.filter(isHeldOutAt)), floor: 97, aim: 99 },
      figure("· of the half that rules were mended by", english.filter(isTunedAt)),
      figure("· as short chat of eleven other languages", lookAlikes.filter(isHeldOutAt)),
      figure("· of the half that rules were mended by", lookAlikes.filter(isTunedAt)),
    ];
  },
};

const figure = (name: string, rows: readonly (readonly [language: string, text: string])[]): Figure => ({
  name,
  value: (rows.filter(([language, text]) => annotate(text).language === language).length / rows.length) * 100,
  digits: 1,
  unit: "%",
  rows: rows.length,
  of: "judged only",
});

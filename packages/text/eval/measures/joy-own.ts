import { annotate } from "../../src/annotate.ts";
import type { Figure, Measure } from "../measure.ts";
import { hostile, joyful } from "../own/joy.ts";
import { isHeldOutAt, isTunedAt } from "../own/texts.ts";

/** Swearing for joy that is let be, and the same words at somebody that are found: texts of our own, by halves. */
export const ownJoy: Measure = {
  name: "joy-own",
  needs: [],
  run: () => [
    figure("toxicity: our own swearing for joy that is let be", joyful.filter(isHeldOutAt), (text) => !isAccused(text)),
    figure("· of the half that rules were mended by", joyful.filter(isTunedAt), (text) => !isAccused(text)),
    figure("· swearing at somebody that is found", hostile.filter(isHeldOutAt), isAccused),
    figure("· of the half that rules were mended by", hostile.filter(isTunedAt), isAccused),
  ],
};

const isAccused = (text: string): boolean => annotate(text).toxicity >= 0.5;

const figure = (name: string, texts: readonly string[], is: (text: string) => boolean): Figure => ({
  name,
  value: (texts.filter(is).length / texts.length) * 100,
  digits: 1,
  unit: "%",
  rows: texts.length,
  of: "judged only",
});

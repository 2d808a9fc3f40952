import { foldOf } from "./split.ts";

/**
 * What is said of each row, in their order, by what was learned from the rows of other folds: what may be chosen by, and how
 * well a whole recipe does on rows that it has not seen. Inside a `learn` it parts the rows that are left once more.
 */
export function crossValidated<R extends { readonly text: string }, S>(
  rows: readonly R[],
  learn: (seen: readonly R[]) => (row: R) => S,
): S[] {
  const folds = rows.map(({ text }) => foldOf(text, FOLDS));
  const said = new Array<S>(rows.length);
  for (const fold of new Set(folds)) {
    const say = learn(rows.filter((_, at) => folds[at] !== fold));
    rows.forEach((row, at) => {
      if (folds[at] === fold) said[at] = say(row);
    });
  }
  return said;
}

const FOLDS = 5;

import type { DataFolder } from "./lib/rows.ts";

/** Makes one generated source from the training rows of data sets whose licence allows it. */
export interface Trainer {
  readonly name: string;
  /** Data sets it cannot do without; where one is absent the generated source stays as it is. */
  readonly needs: readonly string[];
  /** Trains and writes. Gives what there is to say of it, from the training rows alone. */
  train(data: DataFolder): string;
}

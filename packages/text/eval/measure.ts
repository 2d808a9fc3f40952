import type { DataFolder } from "../training/lib/rows.ts";

/** One measured number, and what it was measured on. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Decimals to show; 3 by default. */
  readonly digits?: number;
  readonly unit?: string;
  /** What must be reached, and what is aimed at; a figure without both is told for information. */
  readonly floor?: number;
  readonly aim?: number;
  /** True where less is better. */
  readonly lessIsBetter?: boolean;
  readonly rows: number;
  /** Which rows: held out (a quarter of a set that trained something), judged only (a set that trained nothing), or none. */
  readonly of: "held out" | "judged only" | "machine";
}

export interface Measure {
  /** Data sets it cannot do without; where one is absent the measure is left out. */
  readonly needs: readonly string[];
  readonly name: string;
  run(data: DataFolder): readonly Figure[] | Promise<readonly Figure[]>;
}

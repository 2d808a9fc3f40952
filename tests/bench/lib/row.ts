/** One line of the table: a figure, and what the design asks of it. */
export interface Row {
  readonly part: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** As in the design's table; absent for a figure that is only told. */
  readonly goal?: string;
  readonly isMet?: boolean;
  /** What the ratio is made of, in words. */
  readonly detail?: string;
}

export interface BenchOptions {
  readonly quick: boolean;
  readonly redisCommand: string;
  /** Numbers of sessions that a part is measured with, instead of its own. */
  readonly sessions?: readonly number[];
  /** Events a second of a creator, likewise. */
  readonly rates?: readonly number[];
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<Row[]>;
}

/** A ratio against a peer, and whether it reaches `atLeast` or stays within `atMost`. */
export function ratio(
  part: string,
  measure: string,
  ours: number,
  peer: number,
  goal: { atLeast: number } | { atMost: number },
  detail: string,
): Row {
  const value = ours / peer;
  const isMet = "atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;
  const asked = "atLeast" in goal ? `≥ ${goal.atLeast} ×` : `≤ ${goal.atMost} ×`;
  return { part, measure, value, unit: "×", goal: asked, isMet, detail };
}

export const thousands = (value: number): string => Math.round(value).toLocaleString("en-US");

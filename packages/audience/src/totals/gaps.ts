/** Lost event time: the union of gaps, which may overlap and arrive in any order. */
export interface GapsState {
  /** Length of the gaps that are no longer kept one by one. They lie before `closedMs`, and nothing before it is added any more. */
  closedTotalMs: number;
  closedMs: number;
  /** Disjoint, in order. */
  open: [fromMs: number, toMs: number][];
}

const MAX_OPEN = 64;

export const createGaps = (): GapsState => ({ closedTotalMs: 0, closedMs: 0, open: [] });

export function foldGap(state: GapsState, gap: { readonly fromMs: number; readonly toMs: number }): void {
  let from = Math.max(gap.fromMs, state.closedMs);
  let to = gap.toMs;
  if (to <= from) return;
  const apart: [number, number][] = [];
  for (const one of state.open) {
    if (one[1] < from || one[0] > to) apart.push(one);
    else {
      from = Math.min(from, one[0]);
      to = Math.max(to, one[1]);
    }
  }
  apart.push([from, to]);
  state.open = apart.sort((a, b) => a[0] - b[0]);
  if (state.open.length > MAX_OPEN) close(state, state.open.shift());
}

export const gapMsOf = (state: GapsState): number => state.open.reduce((sum, [from, to]) => sum + to - from, state.closedTotalMs);

function close(state: GapsState, oldest: [number, number] | undefined): void {
  if (!oldest) return;
  state.closedTotalMs += oldest[1] - oldest[0];
  state.closedMs = oldest[1];
}

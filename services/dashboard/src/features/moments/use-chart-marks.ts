import { useMemo } from "react";
import type { Happened } from "../../live/happened.ts";
import { useCalmView } from "../../live/view-store.ts";
import type { ChartMark } from "../../ui/plot-marks.ts";
import { useHighlighted } from "./highlight.ts";
import { spanOf } from "./kinds.ts";

const none: readonly Happened[] = [];

/** The moments of the broadcast, as the marks that all charts draw. */
export function useChartMarks(): { readonly moments: readonly Happened[]; readonly marks: readonly ChartMark[] } {
  const moments = useCalmView((view) => view.broadcast?.moments) ?? none;
  const pointed = useHighlighted();
  const marks = useMemo(() => moments.map((moment) => markOf(moment, moment.id === pointed)), [moments, pointed]);
  return { moments, marks };
}

function markOf(moment: Happened, isPointed: boolean): ChartMark {
  const { fromMs, toMs } = spanOf(moment);
  return { from: fromMs / 1_000, to: toMs / 1_000, isPointed };
}

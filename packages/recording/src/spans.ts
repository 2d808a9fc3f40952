import type { Span } from "@frontrow/protocol/library/timeline";

/** Spans in their order; those that overlap or touch are one. */
export function joined(spans: readonly Span[]): Span[] {
  const disjoint: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = disjoint.at(-1);
    if (last && span.fromMs <= last.toMs)
      disjoint[disjoint.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) };
    else disjoint.push(span);
  }
  return disjoint;
}

/** How much of a span the others cover, each moment once. */
export function coveredMs({ fromMs, toMs }: Span, by: readonly Span[]): number {
  const within = by.map((span) => ({ fromMs: Math.max(fromMs, span.fromMs), toMs: Math.min(toMs, span.toMs) }));
  return joined(within.filter((span) => span.toMs > span.fromMs)).reduce((sum, span) => sum + span.toMs - span.fromMs, 0);
}

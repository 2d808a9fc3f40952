import type { LogPlace, SegmentSummary } from "@frontrow/protocol/recording";
import { compareStreamIds } from "@frontrow/protocol/stream-id";

/**
 * Of segments that overlap, as two archivers at a time leave them, those that follow one another from the beginning and reach furthest:
 * each goes on exactly where the one before ends, so that no item is there twice. What lies beyond a hole is not used.
 */
export function chainOf(segments: readonly SegmentSummary[], start: LogPlace): SegmentSummary[] {
  const following = new Map<string, SegmentSummary[]>();
  for (const segment of segments) {
    const at = nameOf(segment.after.position);
    const others = following.get(at);
    if (others) others.push(segment);
    else following.set(at, [segment]);
  }
  // From the end: how far one comes from each place, and by which segment.
  const best = new Map<string, { reach: string; segment: SegmentSummary }>();
  const starts = [...segments].sort((a, b) => compareStreamIds(b.after.position.id, a.after.position.id));
  for (const { after } of starts) {
    const at = nameOf(after.position);
    if (best.has(at)) continue;
    for (const segment of following.get(at) ?? []) {
      const { position } = segment.upTo;
      if (compareStreamIds(position.id, after.position.id) <= 0) continue;
      const reach = best.get(nameOf(position))?.reach ?? position.id;
      const known = best.get(at);
      if (!known || isBetter({ reach, segment }, known)) best.set(at, { reach, segment });
    }
  }
  const chain: SegmentSummary[] = [];
  for (let at = best.get(nameOf(start)); at; at = best.get(nameOf(at.segment.upTo.position))) chain.push(at.segment);
  return chain;
}

interface Step {
  readonly reach: string;
  readonly segment: SegmentSummary;
}

/** Further in all, and with fewer segments where it comes to the same. */
function isBetter(a: Step, b: Step): boolean {
  const further = compareStreamIds(a.reach, b.reach) || compareStreamIds(a.segment.upTo.position.id, b.segment.upTo.position.id);
  return further > 0;
}

const nameOf = ({ epoch, id, stamp }: LogPlace): string => `${epoch} ${id} ${stamp}`;

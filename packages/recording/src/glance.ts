import type { FoldItem } from "@frontrow/audience/fold";
import type { LaneStep, Span } from "@frontrow/protocol/library/timeline";
import { addLanes, countLanes, type Lanes, lanesOf } from "./lanes.ts";
import { joined } from "./spans.ts";

/** When a session's source was opened or closed. */
export interface SourceChange {
  readonly atMs: number;
  readonly isOpen: boolean;
}

/** What is seen of items without folding them: what a segment's sidecar says of the segment. */
export interface Glanced {
  readonly lanes: LaneStep[];
  readonly gaps: Span[];
  readonly sources: SourceChange[];
}

/** What was seen of items that follow one another, of one part of a recording after the other. */
export class Glance {
  readonly #lanes: Lanes = new Map();
  readonly #gaps: Span[] = [];
  readonly #sources: SourceChange[] = [];

  /** `dueMs` is the largest event time up to the item. */
  see(value: FoldItem, dueMs: number): void {
    countLanes(this.#lanes, value);
    if (value.type === "gap") this.#gaps.push({ fromMs: value.fromMs, toMs: value.toMs });
    if (value.type === "sourceClosed") this.#sources.push({ atMs: dueMs, isOpen: false });
    if (value.type === "sourceOpened") this.#sources.push({ atMs: dueMs, isOpen: true });
  }

  add({ lanes, gaps, sources }: Glanced): void {
    addLanes(this.#lanes, lanes);
    this.#gaps.push(...gaps);
    this.#sources.push(...sources);
  }

  get seen(): Glanced {
    return { lanes: lanesOf(this.#lanes), gaps: this.#gaps, sources: this.#sources };
  }

  /** Time of which data is missing; overlapping spans are joined. */
  get gaps(): Span[] {
    return joined(this.#gaps);
  }

  /** Time without a source; `toMs` is where what was seen ends. */
  closedUpTo(toMs: number): Span[] {
    const closed: Span[] = [];
    let fromMs: number | undefined;
    for (const { atMs, isOpen } of [...this.#sources, { atMs: toMs, isOpen: true }]) {
      if (!isOpen) fromMs ??= atMs;
      else {
        if (fromMs !== undefined && atMs > fromMs) closed.push({ fromMs, toMs: atMs });
        fromMs = undefined;
      }
    }
    return closed;
  }
}

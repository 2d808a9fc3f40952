import type { ObjectStore } from "@frontrow/blob/object-store";
import type { SegmentSummary } from "@frontrow/protocol/recording";
import { LRUCache } from "lru-cache";
import type { Glanced } from "./glance.ts";
import { decodeJson } from "./json.ts";
import { keys } from "./keys.ts";
import { sidecarSchema } from "./segment.ts";

/** Steps of lanes, gaps and changes of the source that are kept: some 20 MB, twenty broadcasts of a day. */
const MAX_STEPS = 100_000;
const READS_AT_ONCE = 16;
const NOTHING: Glanced = { lanes: [], gaps: [], sources: [] };

/** What sidecars say at a glance of their segments. They never change, so each is read once by a process. */
export class SidecarCache {
  readonly #seen = new LRUCache<string, Glanced>({
    maxSize: MAX_STEPS,
    sizeCalculation: ({ lanes, gaps, sources }) => 1 + lanes.length + gaps.length + sources.length,
  });

  /** Of each segment in its order; nothing of one whose sidecar is gone. */
  async of(blob: ObjectStore, segments: readonly SegmentSummary[]): Promise<Glanced[]> {
    const all: Glanced[] = [];
    for (let at = 0; at < segments.length; at += READS_AT_ONCE) {
      all.push(...(await Promise.all(segments.slice(at, at + READS_AT_ONCE).map(({ key }) => this.#read(blob, key)))));
    }
    return all;
  }

  async #read(blob: ObjectStore, segment: string): Promise<Glanced> {
    const known = this.#seen.get(segment);
    if (known) return known;
    const bytes = await blob.get(keys.sidecar(segment));
    const sidecar = bytes && decodeJson(bytes, sidecarSchema);
    if (!sidecar) return NOTHING;
    const { lanes, gaps, sources } = sidecar;
    this.#seen.set(segment, { lanes, gaps, sources });
    return { lanes, gaps, sources };
  }
}

import { documentRules } from "@frontrow/audience/documents";
import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { restoreKeyframe, takeKeyframe } from "@frontrow/audience/keyframe";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, type FoldState } from "@frontrow/audience/state";

/** Metrics, and all documents that say something. When a document was made is not what it says. */
export interface Known {
  readonly metrics: object;
  readonly documents: Readonly<Record<string, unknown>>;
}

/** What a store holds of a broadcast or a replay; where a replay stands is not known of the broadcast. */
export const knownFrom = ({ metrics, documents }: { readonly metrics: object; readonly documents: object }): Known => ({
  metrics,
  documents: said({ ...documents, replayState: undefined }),
});

/** The fold of a broadcast's items, to be compared with what others know of it. */
export class Oracle {
  readonly #state = createFold();
  #folded = 0;

  /**
   * What is known after so many items, at a moment after the last of them if one is given. `items` gives those from one on up to
   * another. To be asked in ascending order.
   */
  async at(
    item: number,
    atMs: number | undefined,
    items: (from: number, to: number) => Promise<readonly FoldItem[]>,
  ): Promise<Known> {
    if (item < this.#folded) throw new Error(`${item} items are asked for after ${this.#folded}`);
    foldItems(this.#state, await items(this.#folded, item));
    this.#folded = item;
    if (atMs === undefined || item === 0) return knownOf(this.#state);
    // A copy is brought to the moment: the broadcast's own fold does not stop there.
    const copy = restoreKeyframe(takeKeyframe(this.#state));
    if (!copy) throw new Error("no copy of the fold");
    foldItems(copy, [{ type: "tick", atMs }]);
    return knownOf(copy);
  }
}

function knownOf(state: FoldState): Known {
  const documents = Object.entries(documentRules).map(([name, rule]) => [name, rule.version(state) && rule.of(state)]);
  return { metrics: metricsOf(state), documents: said(Object.fromEntries(documents)) };
}

function said(documents: Readonly<Record<string, unknown>>): Known["documents"] {
  const told = Object.entries(documents).filter(([, document]) => document && !isEmpty(document));
  return Object.fromEntries(told.map(([name, document]) => [name, JSON.parse(JSON.stringify(document, timeless))]));
}

const timeless = (key: string, value: unknown): unknown => (key === "atMs" ? undefined : value);

/** A list of nobody is written or not, as it happens. */
const isEmpty = (document: unknown): boolean =>
  Array.isArray(document) ? document.length === 0 : (document as { gifters?: unknown[] }).gifters?.length === 0;

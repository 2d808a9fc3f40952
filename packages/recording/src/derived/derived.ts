import { FOLD_VERSION, type FoldState } from "@frontrow/audience/state";
import type { ByteRange, ObjectStore } from "@frontrow/blob/object-store";
import type { Insight } from "@frontrow/protocol/insight";
import type { RecordingId } from "@frontrow/protocol/recording";
import { keys } from "../keys.ts";
import type { RecordedItem } from "../recorded-item.ts";
import type { RecordingIndex } from "../recording-index.ts";

/** Raise it when what is derived is written in another way: recordings are indexed again then, as when the fold changes. */
const DERIVED_VERSION = 2;
/** Of what is derived today: what bears another one is made again. */
export const derivedVersion = `${FOLD_VERSION}-${DERIVED_VERSION}`;

/** What is derived of a complete recording beside its index, each an object of its own, so that who needs one reads no more. */
export type DerivedName = "timeline.json.gz" | "words.gz" | "report.json.gz" | "viewers.json.gz" | "report-card.json";

export interface DerivedObject {
  readonly name: DerivedName;
  readonly bytes: Uint8Array;
}

/** All of a recording, once it was seen. */
export interface PassEnd {
  readonly id: RecordingId;
  readonly index: RecordingIndex;
  /** The fold after the last item. */
  readonly state: FoldState;
  /** Event time of the first item and of the last. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Reads the recording again from its begin: for what is known only at its end. */
  pages(): AsyncIterable<readonly RecordedItem[]>;
}

/** Derives objects while a recording is indexed: it sees each item once, in order, after the fold has folded it. */
export interface IndexObserver {
  /** `insights` are what the fold concluded of the item. Neither is to be kept longer than the call, nor changed. */
  see?(recorded: RecordedItem, insights: readonly Insight[], state: FoldState): void;
  /** Written in this order. */
  finish(end: PassEnd): Promise<DerivedObject | readonly DerivedObject[]> | DerivedObject;
}

export const derivedFolder = (id: RecordingId, revision: number): string => keys.derived(id, derivedVersion, revision);

/** undefined: there is none of today's fold. */
export const readDerived = (
  blob: ObjectStore,
  id: RecordingId,
  revision: number,
  name: DerivedName,
  range?: ByteRange,
): Promise<Uint8Array | undefined> => blob.get(`${derivedFolder(id, revision)}${name}`, range);

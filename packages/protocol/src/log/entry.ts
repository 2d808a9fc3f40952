import { z } from "zod";
import type { DeskFact } from "../desk/desk.ts";
import { deskFactSchema } from "../desk/desk.ts";
import type { LogId } from "../ids.ts";
import { type Insight, insightSchema } from "../insight/insight.ts";
import { type LiveEvent, liveEventSchema, type Tick, tickSchema } from "./event.ts";
import { type Control, controlSchema } from "./session.ts";

/** `tick` and `control` entries are for readers of the log; the gateway forwards the others to sockets. */
export const entryKinds = ["events", "insights", "tick", "control", "desk"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One flush of one writer in a log, as a reader gets it. `data` is the JSON array of its items, forwarded as it was stored. */
export interface LogEntry {
  readonly log: LogId;
  readonly epoch: number;
  /** Redis' stream id. */
  readonly id: string;
  /** Id of the entry before this one; "0-0" for the first of a log. */
  readonly previous: string;
  /** The writer's own mark, "role:fence:sequence": an entry with this id and another stamp is another entry. */
  readonly stamp: string;
  readonly kind: EntryKind;
  readonly data: string;
}

/** Where a reader is in a log, and nothing else. */
export interface Position {
  readonly log: LogId;
  readonly epoch: number;
  readonly id: string;
  readonly stamp: string;
}

export const positionOf = ({ log, epoch, id, stamp }: Position): Position => ({ log, epoch, id, stamp });
/** Before the first entry of a log. */
export const startOf = (log: LogId, epoch = 1): Position => ({ log, epoch, id: "0-0", stamp: "" });

export const entryItemSchemas = {
  events: z.array(liveEventSchema),
  insights: z.array(insightSchema),
  tick: z.array(tickSchema),
  control: z.array(controlSchema),
  desk: z.array(deskFactSchema),
} as const;

export interface ItemsOf {
  events: LiveEvent[];
  insights: Insight[];
  tick: Tick[];
  control: Control[];
  desk: DeskFact[];
}

/** An entry's items. Our own logs are decoded, not validated again: their writers validated them. */
export const itemsOf = <K extends EntryKind>(entry: Pick<LogEntry, "data"> & { kind: K }): ItemsOf[K] => JSON.parse(entry.data);

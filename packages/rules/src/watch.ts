import type { LiveEvent } from "@frontrow/protocol/event";

/** A condition as it meets one event after the other; quiet for a while after it was met. */
export interface Watch {
  /** When it was met: in the time up to this event, or by it. */
  feed(event: LiveEvent): readonly Met[];
}

export interface Met {
  readonly atMs: number;
  readonly eventId?: string;
  /** What was seen, in a few words. */
  readonly text: string;
}

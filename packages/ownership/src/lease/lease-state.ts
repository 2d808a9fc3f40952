/** What this worker does with a claim, from the claim to its end. */
export type LeaseState =
  /** The work runs. */
  | "running"
  /** The work flushes for somebody else; the claim is ours. */
  | "handing over"
  /** The work has ended; the claim is ours until the record says otherwise. */
  | "releasing"
  | "ended";

export type LeaseEvent =
  /** `run` has resolved or thrown. */
  | "work ended"
  /** A drain, or a move to another worker, begins. */
  | "hand-over"
  /** The flush is complete, or nobody waits for it any more. */
  | "flushed"
  /** Redis has answered the release, or refused it. */
  | "released"
  /** The record names another owner, or nobody. */
  | "lost";

const transitions: Record<LeaseState, Partial<Record<LeaseEvent, LeaseState>>> = {
  running: { "work ended": "releasing", "hand-over": "handing over", lost: "ended" },
  "handing over": { flushed: "releasing", lost: "ended" },
  releasing: { released: "ended", lost: "ended" },
  ended: {},
};

/** The state that follows; undefined when the event changes nothing, and must have no effect. */
export const nextLeaseState = (state: LeaseState, event: LeaseEvent): LeaseState | undefined => transitions[state][event];

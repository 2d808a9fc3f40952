import type { Moment, Spike } from "@frontrow/protocol/insight";

/** What is shown on the time line, and in a notice while it happens. */
export type Happened = Spike | Moment;

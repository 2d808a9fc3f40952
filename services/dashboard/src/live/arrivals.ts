import type { EventOf, User } from "@frontrow/protocol/event";

/** Somebody came in, whether TikTok announced it or not. */
export interface Arrival {
  readonly user: User | undefined;
  readonly atMs: number;
}

const ARRIVAL_LIMIT = 100;

export const arrivalsAfter = (arrivals: readonly Arrival[], events: readonly EventOf<"member">[]): readonly Arrival[] =>
  events.length === 0 ? arrivals : [...arrivals, ...events.map(({ user, atMs }) => ({ user, atMs }))].slice(-ARRIVAL_LIMIT);

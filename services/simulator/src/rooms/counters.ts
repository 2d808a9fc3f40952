/** What the outside did with one creator, since the simulator knows them. */
export interface Counters {
  /** Calls of the sign route, whatever they were answered. */
  signs: number;
  /** Questions to the sign service whether the creator is live. */
  lookUps: number;
  /** Upgrades that were accepted. */
  opened: number;
  /** Upgrades that were refused by a fault. */
  refused: number;
  /** `im_enter_room` that were answered. */
  entered: number;
  acks: number;
  heartbeats: number;
  framesSent: number;
  messagesSent: number;
  bytesSent: number;
  /** Sockets that were cut because their peer did not read. */
  slowConsumers: number;
}

export const newCounters = (): Counters => ({
  signs: 0,
  lookUps: 0,
  opened: 0,
  refused: 0,
  entered: 0,
  acks: 0,
  heartbeats: 0,
  framesSent: 0,
  messagesSent: 0,
  bytesSent: 0,
  slowConsumers: 0,
});

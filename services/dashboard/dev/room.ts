/** What a made-up broadcast is like. */
export interface Room {
  readonly seed: number;
  /** Viewers that the room swings around. */
  readonly viewers: number;
  readonly messagesPerMinute: number;
  readonly people: number;
  /** Minutes that it has gone on for, and of them those that are lost. */
  readonly minutes: number;
  readonly lostMinutes?: readonly [from: number, to: number];
}

import type { RoomMessage } from "../wire/message.ts";

/** What a show may do with the room it plays in. `Room` is one. */
export interface Stage {
  readonly connections: number;
  readonly bufferedBytes: number;
  nextId(atMs: number): string;
  publish(messages: readonly RoomMessage[], nowMs: number): void;
  publishFrame(messages: readonly RoomMessage[], nowMs: number, options: { gzip: boolean; times?: number }): void;
  /** The lines end after all that was sent, without a word of closing: clients see code 1006. */
  hangUp(): void;
}

/** What happens in a broadcast: an audience, a script, or a recording that is played. */
export interface Show {
  /** Plays what is due. Gives the time until it wants to be called again, or that the broadcast ends with it. */
  play(stage: Stage, nowMs: number): number | "end";
}

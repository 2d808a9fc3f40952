import { disturbFrame, disturbMessages } from "../faults/disturb.ts";
import type { FaultSwitches } from "../faults/fault-switches.ts";
import { encodeMessage } from "../wire/encode-message.ts";
import { buildFrame } from "../wire/frame.ts";
import type { RoomMessage } from "../wire/message.ts";
import { snowflake } from "../wire/snowflake.ts";
import type { Connection } from "./connection.ts";
import { History } from "./history.ts";
import type { RoomSettings } from "./settings.ts";
import type { Stage } from "./show.ts";

export interface RoomDeps {
  readonly handle: string;
  readonly startedAtMs: number;
  /** Read at each use: settings change while a broadcast runs. */
  readonly settings: () => RoomSettings;
  readonly faults: FaultSwitches;
  /** Where message ids start: differs between rooms. */
  readonly idSeed: number;
}

/**
 * One broadcast: what was said in it, and who is connected.
 *
 * Messages are published whether or not anybody listens. The last of them are repeated to each new connection as history,
 * with the ids they had.
 */
export class Room implements Stage {
  readonly roomId: string;
  readonly startedAtMs: number;
  readonly #deps: RoomDeps;
  readonly #connections = new Set<Connection>();
  readonly #history: History;
  /** What new connections are told as history; by default the last messages. */
  repeats: readonly RoomMessage[] | undefined;
  #ids = 0;
  #frames = 0;
  #held: Buffer | undefined;

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.startedAtMs = deps.startedAtMs;
    this.roomId = snowflake(deps.startedAtMs, deps.idSeed);
    this.#history = new History(() => deps.settings().historyMessages);
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** The largest amount that waits to be sent to a connection. */
  get bufferedBytes(): number {
    let most = 0;
    for (const connection of this.#connections) most = Math.max(most, connection.bufferedBytes);
    return most;
  }

  /** How many messages were said in this broadcast. */
  get published(): number {
    return this.#history.count;
  }

  /** A new message id of this room; for the same start and seed always the same sequence. */
  nextId = (atMs: number): string => {
    this.#ids += 1;
    return snowflake(atMs, this.#deps.idSeed + this.#ids);
  };

  /** Says these messages, in as few frames as the settings allow. */
  publish(messages: readonly RoomMessage[], nowMs: number): void {
    const { handle, faults } = this.#deps;
    const { maxMessagesPerFrame, gzip } = this.#deps.settings();
    const said = faults.active ? disturbMessages(messages, handle, faults, this.nextId) : messages;
    for (let at = 0; at < said.length; at += maxMessagesPerFrame) {
      this.publishFrame(said.slice(at, at + maxMessagesPerFrame), nowMs, { gzip });
    }
  }

  /** Says these messages in exactly one frame, which may be sent several times. */
  publishFrame(messages: readonly RoomMessage[], nowMs: number, { gzip, times = 1 }: { gzip: boolean; times?: number }): void {
    this.#history.add(messages, nowMs);
    if (this.#connections.size === 0) return;
    const frame = this.frameOf(messages, nowMs, gzip);
    for (let i = 0; i < times; i += 1) this.#broadcast(frame, messages.length);
  }

  /** A frame that is not sent, nor remembered. */
  frameOf(messages: readonly RoomMessage[], nowMs: number, gzip: boolean): Buffer {
    this.#frames += 1;
    const logId = snowflake(nowMs, this.#frames);
    return buildFrame(messages, { roomId: this.roomId, logId, gzip, nowMs, cursor: this.#cursor(nowMs) });
  }

  /** What a sign reply carries: the history, and where the socket goes on. */
  sign(nowMs: number): { history: Buffer[]; cursor: string } {
    this.#history.hold(nowMs);
    const history = (this.repeats ?? this.#history.last()).map((message) =>
      encodeMessage(message, this.roomId, { isHistory: true }),
    );
    return { history, cursor: this.#cursor(nowMs) };
  }

  /** The connection has entered the room: it gets what was said since its cursor, then everything. */
  attach(connection: Connection, cursor: string, nowMs: number): void {
    const missed = this.#history.since(Number(cursor.split("_")[1] ?? this.#history.count));
    this.#connections.add(connection);
    if (missed.length > 0) connection.send(this.frameOf(missed, nowMs, this.#deps.settings().gzip), missed.length);
  }

  detach(connection: Connection): void {
    this.#connections.delete(connection);
  }

  /** Ends every line after what was sent, without a closing frame. */
  hangUp(): void {
    for (const connection of this.#connections) connection.hangUp();
    this.#connections.clear();
  }

  /** Cuts every line at once: what is on its way may be lost. */
  dropAll(): void {
    for (const connection of this.#connections) connection.terminate();
    this.#connections.clear();
  }

  /** Nothing more leaves us on the lines that are open now. */
  silenceAll(): void {
    for (const connection of this.#connections) connection.isSilent = true;
  }

  closeAll(code: number): void {
    for (const connection of this.#connections) connection.close(code);
  }

  /** Sends a frame to everybody connected, by way of the faults. */
  #broadcast(frame: Buffer, messages: number): void {
    const { handle, faults } = this.#deps;
    if (!faults.active && !this.#held) {
      this.#send(frame, messages);
      return;
    }
    const { frames, held, ending } = disturbFrame(frame, this.#held, handle, faults);
    this.#held = held;
    for (const each of frames) this.#send(each, messages);
    if (ending === "drop") this.dropAll();
    if (ending === "silence") this.silenceAll();
  }

  #cursor(nowMs: number): string {
    return `${nowMs}_${this.#history.count}`;
  }

  #send(frame: Buffer, messages: number): void {
    for (const connection of this.#connections) connection.send(frame, messages);
  }
}

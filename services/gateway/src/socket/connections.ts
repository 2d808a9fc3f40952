import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.ts";

/** Number of groups of sockets, which are pinged one after the other. */
const PING_GROUPS = 25;
const DRAIN_STEP_MS = 50;
const CLOSED_CHECK_MS = 20;

/** The open sockets of this process: pings them, and drains them. */
export class Connections {
  /** Each with the group that it is pinged in. */
  readonly #all = new Map<Connection, Set<Connection> | undefined>();
  readonly #groups = Array.from({ length: PING_GROUPS }, () => new Set<Connection>());
  readonly #pause: (ms: number) => Promise<unknown>;
  #pinged = 0;
  #pings: NodeJS.Timeout | undefined;

  constructor(pause: (ms: number) => Promise<unknown> = sleep) {
    this.#pause = pause;
  }

  get size(): number {
    return this.#all.size;
  }

  /** Bytes that sockets have not taken yet. */
  get waitingBytes(): number {
    let bytes = 0;
    for (const { output } of this.#all.keys()) bytes += output.waitingBytes;
    return bytes;
  }

  add(connection: Connection): void {
    const group = this.#groups[this.#all.size % PING_GROUPS];
    this.#all.set(connection, group);
    group?.add(connection);
  }

  remove(connection: Connection): void {
    this.#all.get(connection)?.delete(connection);
    this.#all.delete(connection);
  }

  /** Pings each socket once in this time, and closes those that have not answered the ping before. */
  startPinging(intervalMs: number): void {
    this.#pings = setInterval(() => this.#pingNextGroup(), intervalMs / PING_GROUPS);
    this.#pings.unref();
  }

  /** Tells all sockets to go elsewhere, spread over a time, and waits until they have; cuts those that have not by the deadline. */
  async drain(overMs: number, deadline: AbortSignal): Promise<void> {
    clearInterval(this.#pings);
    const remaining = [...this.#all.keys()];
    const steps = Math.max(1, Math.floor(overMs / DRAIN_STEP_MS));
    const perStep = Math.ceil(remaining.length / steps);
    while (remaining.length > 0) {
      for (const { output } of remaining.splice(-perStep)) output.close("GOING_AWAY");
      if (remaining.length > 0 && !deadline.aborted) await this.#pause(DRAIN_STEP_MS);
    }
    while (this.#all.size > 0 && !deadline.aborted) await this.#pause(CLOSED_CHECK_MS);
    for (const { output } of this.#all.keys()) output.cut();
  }

  #pingNextGroup(): void {
    this.#pinged = (this.#pinged + 1) % PING_GROUPS;
    for (const connection of this.#groups[this.#pinged] ?? []) connection.checkAlive();
  }
}

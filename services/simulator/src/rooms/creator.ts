import type { FaultSwitches } from "../faults/fault-switches.ts";
import { hashOf } from "../scenarios/random.ts";
import type { ControlAction, RoomMessage } from "../wire/message.ts";
import type { Viewer } from "../wire/viewer.ts";
import type { Connection } from "./connection.ts";
import { newCounters } from "./counters.ts";
import { Room } from "./room.ts";
import type { Scheduler, Task } from "./scheduler.ts";
import type { RoomSettings } from "./settings.ts";
import type { Show } from "./show.ts";

/** What TikTok's pages say of a creator; the numbers are theirs. */
export const liveStatus = { live: 2, paused: 3, offline: 4 } as const;
export type CreatorState = "unknown" | keyof typeof liveStatus;

export interface CreatorDeps {
  readonly handle: string;
  readonly host: Viewer;
  readonly state: CreatorState;
  readonly settings: RoomSettings;
  readonly faults: FaultSwitches;
  readonly scheduler: Scheduler;
  readonly now: () => number;
  /** Makes what happens in a broadcast that nobody has scripted. */
  readonly audience: (room: Room, settings: () => RoomSettings) => Show;
  readonly onRoom: (room: Room, creator: Creator) => void;
}

/** WebSocket close code of a broadcast that ended in order. */
const NORMAL = 1000;
/** How long the sockets of an ended broadcast stay open: clients may close first. */
const CLOSE_AFTER_END_MS = 2_000;
const COUNT_INTERVAL_MS = 2_000;
const LIVE_BEFORE_SEEN_MS = 20_000;

/** One creator: live or not, and the broadcasts one after the other. */
export class Creator {
  handle: string;
  readonly host: Viewer;
  readonly counters = newCounters();
  readonly #deps: CreatorDeps;
  readonly #connections = new Set<Connection>();
  settings: RoomSettings;
  state: CreatorState;
  /** The broadcast that runs, or the last one. */
  room: Room | undefined;
  #broadcasts = 0;
  #task: Task | undefined;

  constructor(deps: CreatorDeps) {
    this.#deps = deps;
    this.handle = deps.handle;
    this.host = deps.host;
    this.settings = deps.settings;
    this.state = deps.state;
    // Who is first seen live has been live for a while: there is something to look back on.
    if (deps.state === "live") this.#begin(deps.now() - LIVE_BEFORE_SEEN_MS);
  }

  get openConnections(): number {
    return this.#connections.size;
  }

  /** Begins a broadcast, with the creator's audience or the show given; one that runs is ended first. */
  goLive(show?: Show): Room {
    if (this.#isBroadcasting()) this.end();
    return this.#begin(this.#deps.now(), show);
  }

  pause(): void {
    if (this.state !== "live") return;
    this.state = "paused";
    this.#say("paused");
  }

  resume(): void {
    if (this.state !== "paused") return;
    this.state = "live";
    this.#say("resumed");
  }

  /** Ends the broadcast that runs, in order. */
  end(action: "ended" | "suspended" = "ended"): void {
    if (!this.#isBroadcasting()) return;
    this.#stopShow();
    this.state = "offline";
    this.#say(action);
    const leaving = [...this.#connections];
    this.#deps.scheduler.add(() => {
      for (const connection of leaving) connection.close(NORMAL);
      return undefined;
    }, CLOSE_AFTER_END_MS);
  }

  /** Not live, and nothing is said about it: the stream just stops. */
  goOffline(): void {
    this.#stopShow();
    this.state = "offline";
    this.drop();
  }

  /** Over, and nothing is said about it: the lines stay open, and go on to count nobody. */
  fade(): void {
    this.#stopShow();
    this.state = "offline";
    this.#task = this.#deps.scheduler.add(() => {
      const nowMs = this.#deps.now();
      const { room } = this;
      const message = { type: "roomUser", viewers: 0, viewersEver: 0, top: [] } as const;
      room?.publish([{ ...message, msgId: room.nextId(nowMs), createTimeMs: nowMs }], nowMs);
      return COUNT_INTERVAL_MS;
    }, 0);
  }

  /** Nobody of this name, as far as TikTok's pages say. */
  vanish(): void {
    this.goOffline();
    this.state = "unknown";
  }

  /** Cuts every line to this creator. */
  drop(): void {
    for (const connection of this.#connections) connection.terminate();
  }

  change(settings: Partial<RoomSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.#task?.wake();
  }

  opened(connection: Connection): void {
    this.counters.opened += 1;
    this.#connections.add(connection);
    this.#task?.wake();
  }

  closed(connection: Connection): void {
    this.#connections.delete(connection);
  }

  /** Takes the timer back; for a creator that is forgotten. */
  dispose(): void {
    this.#stopShow();
    this.drop();
  }

  #begin(startedAtMs: number, show?: Show): Room {
    this.#stopShow();
    this.#broadcasts += 1;
    const idSeed = hashOf(`${this.handle} ${this.settings.seed} ${this.#broadcasts}`);
    const settings = (): RoomSettings => this.settings;
    const room = new Room({ handle: this.handle, startedAtMs, settings, faults: this.#deps.faults, idSeed });
    this.room = room;
    this.state = "live";
    this.#deps.onRoom(room, this);
    this.#play(room, show ?? this.#deps.audience(room, settings));
    return room;
  }

  #play(room: Room, show: Show): void {
    const run = (nowMs: number): number | undefined => {
      if (this.state === "paused") return this.settings.frameIntervalMs;
      const next = show.play(room, nowMs);
      if (next !== "end") return next;
      this.end();
      return undefined;
    };
    const delayMs = run(this.#deps.now());
    if (delayMs === undefined) return;
    // Creators start at different moments of the interval, so that their frames do not all fall into one tick.
    const phaseMs = hashOf(this.handle) % this.settings.frameIntervalMs;
    this.#task = this.#deps.scheduler.add(run, Math.min(delayMs, phaseMs));
  }

  #isBroadcasting(): boolean {
    return this.state === "live" || this.state === "paused";
  }

  #stopShow(): void {
    this.#task?.cancel();
    this.#task = undefined;
  }

  #say(action: ControlAction): void {
    const { room } = this;
    if (!room) return;
    const nowMs = this.#deps.now();
    const messages: RoomMessage[] = [{ type: "control", action, msgId: room.nextId(nowMs), createTimeMs: nowMs }];
    const isEnd = action === "ended" || action === "suspended";
    if (isEnd && this.#deps.faults.take("messages-after-end", this.handle)) {
      const late = {
        type: "chat",
        user: this.host,
        text: "after the end",
        msgId: room.nextId(nowMs),
        createTimeMs: nowMs,
      } as const;
      messages.push(late);
    }
    room.publish(messages, nowMs);
  }
}

import type { Cursor } from "@frontrow/protocol/codec";
import type { DeskState } from "@frontrow/protocol/desk";
import { boards, insightsIn } from "@frontrow/protocol/documents";
import { positionOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { SessionStore } from "@frontrow/redis/sessions";
import type { Desk } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import type { EntryBatch, PreparedEntry } from "../stream/entry.ts";
import type { Hub, Lease } from "../stream/hub.ts";
import { type ItemPosition, LogStream, type StreamServices, type StreamSink } from "../stream/subscription.ts";
import { standingMessages } from "./current-state.ts";
import type { Snapshot, Snapshots } from "./snapshot.ts";
import { sessionInfo } from "./source-messages.ts";

/** What every view of this process shares. */
export interface ViewServices extends StreamServices {
  readonly hub: Hub;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly snapshots: Snapshots;
}

export interface ViewOwner {
  readonly output: Output;
  /** The desk, which knows the source. */
  readonly desk: Pick<Desk, "state" | "status" | "coach">;
  /** Both cursors, with this one of the session. */
  cursorWith(session: ItemPosition | undefined): Cursor;
  onError(error: unknown): void;
}

/** A log that is lost twice in a row is not asked for in a circle. */
const LOST_AGAIN_MS = 500;

/**
 * The session on one socket's screen: a snapshot and all that follows it, or all that follows a position that the client
 * had. One at a time: showing another one ends the one before, whatever it was waiting for.
 */
export class SessionView implements StreamSink {
  readonly #owner: ViewOwner;
  readonly #services: ViewServices;
  #session: SessionId | undefined;
  /** Told apart from what was shown before, whose reads may still come back. */
  #serial = 0;
  #lease: Lease | undefined;
  #stream: LogStream | undefined;
  #at: ItemPosition | undefined;
  #sinceMs: number | undefined;
  #saidInfo = "";

  constructor(owner: ViewOwner, services: ViewServices) {
    this.#owner = owner;
    this.#services = services;
  }

  get session(): SessionId | undefined {
    return this.#session;
  }

  get cursor(): Cursor {
    return this.#owner.cursorWith(this.#at);
  }

  /** Shows a session, from a position or from a snapshot; or nothing. */
  show(session: SessionId | undefined, from?: ItemPosition): void {
    this.close();
    this.#session = session;
    this.#at = from;
    if (session) this.#begin(session, from, this.#serial).catch((error: unknown) => this.#owner.onError(error));
  }

  close(): void {
    this.#serial += 1;
    this.#stream?.close();
    this.#lease?.release();
    this.#stream = undefined;
    this.#lease = undefined;
    this.#session = undefined;
    this.#at = undefined;
    this.#sinceMs = undefined;
    this.#saidInfo = "";
  }

  /** The desk whose member this is: in its language items are worded, and what it has settled is not said. */
  get desk(): DeskState {
    return this.#owner.desk.state;
  }

  /** All metrics and boards as they are now, which make up for whatever was folded. */
  sendMetrics(): void {
    const session = this.#session;
    const serial = this.#serial;
    if (!session) return;
    const send = (stored: StoredMetrics | undefined) => this.#serial === serial && this.#saySoFar(stored);
    this.#services.metrics.read(session, boards).then(send, (error: unknown) => this.#owner.onError(error));
  }

  /** Who streams and what, unless it was said. */
  sayInfo(): void {
    const { state, status } = this.#owner.desk;
    if (!this.#session || !status || !state.handle || status.sessionId !== this.#session) return;
    if (this.#sinceMs === undefined) return;
    const message = sessionInfo(state.handle, status, this.#session, this.#sinceMs);
    const said = JSON.stringify(message);
    if (said === this.#saidInfo) return;
    this.#saidInfo = said;
    this.#owner.output.message(message, this.cursor);
  }

  onLogEntry(entry: PreparedEntry, fromItem: number): void {
    this.#at = entry.entry;
    if (entry.isForSockets) this.#owner.output.entry(entry, fromItem, this);
    this.#coach([entry]);
  }

  onLogBatch(batch: EntryBatch): void {
    this.#at = batch.newest.entry;
    this.#owner.output.batch(batch, this);
    this.#coach(batch.entries);
  }

  drained(): Promise<void> {
    return this.#owner.output.drained();
  }

  onLost(): void {
    const serial = this.#serial;
    const session = this.#session;
    setTimeout(() => {
      if (this.#serial === serial) this.show(session);
    }, LOST_AGAIN_MS).unref();
  }

  #coach(entries: readonly PreparedEntry[]): void {
    if (!this.#session || !this.desk.usesModel) return;
    for (const { prompts } of entries) this.#owner.desk.coach(this.#session, prompts);
  }

  async #begin(session: SessionId, from: ItemPosition | undefined, serial: number): Promise<void> {
    const lease = await this.#services.hub.open(session);
    if (this.#serial !== serial) return lease?.release();
    // Expired since the creator's status named it: there is nothing to show.
    if (!lease) return;
    this.#lease = lease;
    const start = from ?? (await this.#snapshot(lease, serial));
    if (!start || this.#serial !== serial) return;
    this.#stream = new LogStream(start, lease.channel, this, this.#services);
    const outcome = await this.#stream.run();
    if (outcome === "live" && from && this.#serial === serial) await this.#sayWhatStands(session, serial);
  }

  /** After a resume: what is not in the log, or was folded before the cut. */
  async #sayWhatStands(session: SessionId, serial: number): Promise<void> {
    const { sessions, metrics } = this.#services;
    const [record, stored] = await Promise.all([sessions.read(session), metrics.read(session, boards)]);
    if (this.#serial !== serial) return;
    this.#sinceMs = record?.sinceMs;
    this.sayInfo();
    this.#saySoFar(stored);
  }

  async #snapshot({ channel }: Lease, serial: number): Promise<ItemPosition | undefined> {
    const snapshot = await this.#services.snapshots.of(channel);
    if (this.#serial !== serial) return undefined;
    this.#at = positionOf(snapshot.at);
    this.#say(snapshot);
    return this.#at;
  }

  #say({ at, session, history, metrics, standing }: Snapshot): void {
    this.#sinceMs = session?.sinceMs ?? this.#owner.desk.status?.sinceMs ?? 0;
    this.sayInfo();
    const data = { session: at.log, epoch: at.epoch, items: [...history] };
    this.#owner.output.message({ type: "history", data }, this.cursor);
    this.#saySoFar(metrics, standing);
  }

  #saySoFar(stored: StoredMetrics | undefined, standing: readonly Insight[] = insightsIn(stored?.documents ?? {})): void {
    if (!stored) return;
    const { output } = this.#owner;
    const messages = standingMessages(stored, standing, output.dialect === "plain" ? this.desk : undefined);
    for (const message of messages) output.message(message, this.cursor);
  }
}

import type { Cursor } from "@frontrow/protocol/cursor";
import type { DeskState } from "@frontrow/protocol/desk";
import { boards, insightsIn } from "@frontrow/protocol/documents";
import { type Position, positionOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { SessionStore } from "@frontrow/redis/sessions";
import type { Desk } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import type { EntryBatch } from "../stream/entry.ts";
import type { ChannelHandle, Hub } from "../stream/hub.ts";
import { type ItemPosition, type Subscriber, Subscription, type SubscriptionServices } from "../stream/subscription.ts";
import { currentStateMessages } from "./current-state.ts";
import type { Snapshot, Snapshots } from "./snapshot.ts";
import { sessionInfo } from "./source-messages.ts";

/** What every view of this process shares. */
export interface ViewServices extends SubscriptionServices {
  readonly hub: Hub;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly sessions: Pick<SessionStore, "read">;
  readonly snapshots: Snapshots;
}

/** Where a client is once it has received what was sent: in its desk's log, and in that of the session on its screen. */
export class ClientPosition {
  desk: Position;
  session: ItemPosition | undefined;

  constructor(desk: Position) {
    this.desk = desk;
  }

  get cursor(): Cursor {
    return this.session ? { desk: this.desk, session: this.session } : { desk: this.desk };
  }
}

/** Wait before a log that was lost is shown again: one that is lost twice in a row is not asked for in a circle. */
const SHOW_AGAIN_AFTER_MS = 500;

/**
 * The session on one socket's screen: a snapshot and all that follows it, or all that follows a position that the client
 * had. One at a time: showing another one ends the one before, whatever it was waiting for.
 */
export class View implements Subscriber {
  readonly #desk: Desk;
  readonly #output: Output;
  readonly #position: ClientPosition;
  readonly #services: ViewServices;
  #session: SessionId | undefined;
  /** Grows with each session shown, so that a read which comes back for an earlier one is recognised. */
  #serial = 0;
  #handle: ChannelHandle | undefined;
  #subscription: Subscription | undefined;
  #sinceMs: number | undefined;
  #sentInfo = "";

  /** The view moves `position.session` on as it sends. */
  constructor(desk: Desk, output: Output, position: ClientPosition, services: ViewServices) {
    this.#desk = desk;
    this.#output = output;
    this.#position = position;
    this.#services = services;
  }

  get session(): SessionId | undefined {
    return this.#session;
  }

  get cursor(): Cursor {
    return this.#position.cursor;
  }

  /** The desk decides the language of texts, and which questions it need not be asked to answer. */
  get desk(): DeskState {
    return this.#desk.state;
  }

  /** Shows a session, from a position or from a snapshot; or nothing. */
  show(session: SessionId | undefined, from?: ItemPosition): void {
    this.close();
    this.#session = session;
    this.#position.session = from;
    if (session) this.#begin(session, from, this.#serial).catch((error: unknown) => this.#output.fail(error));
  }

  close(): void {
    this.#serial += 1;
    this.#subscription?.close();
    this.#handle?.release();
    this.#subscription = undefined;
    this.#handle = undefined;
    this.#session = undefined;
    this.#position.session = undefined;
    this.#sinceMs = undefined;
    this.#sentInfo = "";
  }

  /** Sends all metrics and boards as they are now, which make up for whatever was left out. */
  sendMetrics(): void {
    const session = this.#session;
    const serial = this.#serial;
    if (!session) return;
    const send = (stored: StoredMetrics | undefined) => this.#serial === serial && this.#sendState(stored);
    this.#services.metrics.read(session, boards).then(send, (error: unknown) => this.#output.fail(error));
  }

  /** Sends who streams and what, unless the client knows. */
  sendInfo(): void {
    const { state, status } = this.#desk;
    if (!this.#session || !status || !state.handle || status.sessionId !== this.#session) return;
    if (this.#sinceMs === undefined) return;
    const message = sessionInfo(state.handle, status, this.#session, this.#sinceMs);
    const text = JSON.stringify(message);
    if (text === this.#sentInfo) return;
    this.#sentInfo = text;
    this.#output.message(message, this.cursor);
  }

  onEntries(batch: EntryBatch, fromItem: number): void {
    this.#position.session = batch.newest.entry;
    this.#output.entries(batch, this, fromItem);
    this.#orderWords(batch);
  }

  drained(): Promise<void> {
    return this.#output.drained();
  }

  onLost(): void {
    const serial = this.#serial;
    const session = this.#session;
    setTimeout(() => {
      if (this.#serial === serial) this.show(session);
    }, SHOW_AGAIN_AFTER_MS).unref();
  }

  /** Where the desk lets a language model word its prompts, asks for that. */
  #orderWords({ entries }: EntryBatch): void {
    if (!this.#session || !this.desk.usesModel) return;
    for (const { prompts } of entries) this.#desk.orderWords(this.#session, prompts);
  }

  async #begin(session: SessionId, from: ItemPosition | undefined, serial: number): Promise<void> {
    const handle = await this.#services.hub.open(session);
    if (this.#serial !== serial) return handle?.release();
    // Expired since the creator's status named it: there is nothing to show.
    if (!handle) return;
    this.#handle = handle;
    const start = from ?? (await this.#sendSnapshot(handle, serial));
    if (!start || this.#serial !== serial) return;
    this.#subscription = new Subscription(start, handle.channel, this, this.#services);
    const outcome = await this.#subscription.run();
    if (outcome === "live" && from && this.#serial === serial) await this.#sendStateAfterResume(session, serial);
  }

  /** Sends what is not in the log, or was left out before the cut. */
  async #sendStateAfterResume(session: SessionId, serial: number): Promise<void> {
    const { sessions, metrics } = this.#services;
    const [record, stored] = await Promise.all([sessions.read(session), metrics.read(session, boards)]);
    if (this.#serial !== serial) return;
    this.#sinceMs = record?.sinceMs;
    this.sendInfo();
    this.#sendState(stored);
  }

  async #sendSnapshot({ channel }: ChannelHandle, serial: number): Promise<ItemPosition | undefined> {
    const snapshot = await this.#services.snapshots.of(channel);
    if (this.#serial !== serial) return undefined;
    this.#position.session = positionOf(snapshot.at);
    this.#sendHistory(snapshot);
    this.#sendState(snapshot.metrics, snapshot.insights);
    return this.#position.session;
  }

  #sendHistory({ at, session, history }: Snapshot): void {
    this.#sinceMs = session?.sinceMs ?? this.#desk.status?.sinceMs ?? 0;
    this.sendInfo();
    const data = { session: at.log, epoch: at.epoch, items: [...history] };
    this.#output.message({ type: "history", data }, this.cursor);
  }

  #sendState(stored: StoredMetrics | undefined, insights: readonly Insight[] = insightsIn(stored?.documents ?? {})): void {
    if (!stored) return;
    const plainFor = this.#output.dialect === "plain" ? this.desk : undefined;
    for (const message of currentStateMessages(stored, insights, plainFor)) this.#output.message(message, this.cursor);
  }
}

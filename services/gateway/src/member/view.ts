import type { Cursor } from "@frontrow/protocol/cursor";
import type { DeskState } from "@frontrow/protocol/desk";
import { boards, insightsIn } from "@frontrow/protocol/documents";
import { type Position, positionOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Insight } from "@frontrow/protocol/insight";
import type { MetricsStore, StoredMetrics } from "@frontrow/redis/metrics-store";
import type { SessionStore } from "@frontrow/redis/sessions";
import type { Desk } from "../desk/desk.ts";
import { type RateLimit, TokenBucket } from "../socket/limits.ts";
import type { Output } from "../socket/output.ts";
import type { LostReason } from "../stream/channel.ts";
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

/** Snapshots after seeks that a socket is sent at once; beyond that they come twice a second, each the newest place. */
const SEEKS: RateLimit = { burst: 20, perSecond: 1 };

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
  /** Of the session's log: a seek begins another one, of which nothing before it is part. */
  #epoch: number | undefined;
  /** Made with the first seek. */
  #seeks: TokenBucket | undefined;
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
    this.#epoch = from?.epoch;
    if (session) this.#begin(session, from, this.#serial).catch((error: unknown) => this.#output.fail(error));
  }

  close(): void {
    this.#serial += 1;
    this.#subscription?.close();
    this.#handle?.release();
    this.#subscription = undefined;
    this.#handle = undefined;
    this.#session = undefined;
    this.#epoch = undefined;
    this.#position.session = undefined;
    this.#sinceMs = undefined;
    this.#sentInfo = "";
  }

  /** Sends all metrics and boards as they are now, which make up for whatever was left out. */
  sendMetrics(): void {
    const session = this.#session;
    const serial = this.#serial;
    if (!session) return;
    const send = (stored: StoredMetrics | undefined) => {
      if (this.#serial === serial) this.#sendState(stored);
    };
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

  onLost(reason: LostReason): void {
    const serial = this.#serial;
    const session = this.#session;
    const showAgain = () => {
      if (this.#serial === serial) this.show(session);
    };
    if (reason === "epoch" && this.#takeSeek()) showAgain();
    else setTimeout(showAgain, SHOW_AGAIN_AFTER_MS).unref();
  }

  #takeSeek(): boolean {
    const nowMs = performance.now();
    this.#seeks ??= new TokenBucket(SEEKS, nowMs);
    return this.#seeks.take(nowMs);
  }

  /** Whether metrics are of what is on the screen: a seek may have come in between. */
  #isOfEpoch({ position }: StoredMetrics): boolean {
    return position === undefined || position.epoch === this.#epoch;
  }

  /** Where the desk lets a language model word its prompts, asks for that. */
  #orderWords({ entries }: EntryBatch): void {
    if (!this.#session || !this.desk.usesModel) return;
    for (const { prompts } of entries) this.#desk.orderWords(this.#session, prompts);
  }

  async #begin(session: SessionId, from: ItemPosition | undefined, serial: number): Promise<void> {
    // A snapshot is large: while a socket has not taken the one before, what it is to be shown may change.
    if (!from) await this.#output.taken();
    if (this.#serial !== serial) return;
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
    // The channel is about to end: from there it goes on with the next epoch.
    if (snapshot.isSuperseded) return positionOf(snapshot.at);
    this.#position.session = positionOf(snapshot.at);
    this.#epoch = snapshot.at.epoch;
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
    if (!stored || !this.#isOfEpoch(stored)) return;
    const plainFor = this.#output.dialect === "plain" ? this.desk : undefined;
    for (const message of currentStateMessages(stored, insights, plainFor)) this.#output.message(message, this.cursor);
  }
}

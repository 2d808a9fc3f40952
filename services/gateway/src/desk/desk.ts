import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact } from "@frontrow/protocol/desk-state";
import { itemsOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId } from "@frontrow/protocol/ids";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";
import { isResolved } from "@frontrow/protocol/question-queue";
import type { DeskStore } from "@frontrow/redis/desks";
import type { Channel, ChannelListener } from "../stream/channel.ts";
import type { EntryBatch } from "../stream/entry.ts";
import type { ChannelHandle, Hub } from "../stream/hub.ts";
import type { CoachOrders } from "./coach-orders.ts";
import { type AlertingMoment, LiveAlerts } from "./live-alerts.ts";
import { viewedSession } from "./mode.ts";
import { broadcastOf, type RecordingHolds } from "./recording-holds.ts";
import { type Sources, type SourceWatch, sessionToView } from "./source.ts";

/** Something happened in the broadcast that the desk watches, while it views a replay. */
export interface LiveAlert {
  readonly session: SessionId;
  readonly moment: AlertingMoment;
}

/**
 * What a desk's members are notified of. `watchChanged`: the desk watches another creator, or none. `statusChanged`: of its source;
 * the viewed session may be another. `modeChanged`: it views a replay, or a broadcast again. `closed`: the desk is no more. `lost`:
 * its log cannot be continued.
 */
export type DeskNotice = "watchChanged" | "statusChanged" | "modeChanged" | "closed" | "lost" | LiveAlert;
type DeskListener = (notice: DeskNotice) => void;

/** Prompts remembered as ordered. The queue knows what it has; this spares it the orders of each socket of a desk. */
const REMEMBERED_PROMPTS = 20;

/** What the desks of a process share. */
export interface DeskServices {
  readonly desks: Pick<DeskStore, "read">;
  readonly sources: Sources;
  /** Undefined where no language model is set up. */
  readonly coach: Pick<CoachOrders, "order"> | undefined;
  readonly hub: Pick<Hub, "open">;
  readonly holds: Pick<RecordingHolds, "keep" | "end">;
  /** The source could not be followed; the members are sent away to come back. */
  onError(error: unknown): void;
}

/**
 * A desk as this process knows it: its state, kept by the facts of its log; its source; and its members here. What it
 * notifies reaches the members of this desk, and nobody beyond it.
 */
export class Desk implements ChannelListener {
  readonly id: DeskId;
  readonly #handle: ChannelHandle;
  readonly #services: DeskServices;
  /** Few: mostly one. */
  #listeners: readonly DeskListener[] = [];
  #state: DeskState | undefined;
  /** Facts that came before the state was read. */
  #earlyFacts: DeskFact[] = [];
  #source: SourceWatch | undefined;
  /** The broadcast that it watches, on its members' screens in LIVE. */
  #live: SessionId | undefined;
  #alerts: LiveAlerts | undefined;
  #orderedPrompts: readonly string[] = [];
  #closed = false;

  constructor(id: DeskId, handle: ChannelHandle, services: DeskServices) {
    this.id = id;
    this.#handle = handle;
    this.#services = services;
    // From here on no fact is missed; the state that is read next may contain some of them already.
    handle.channel.joinLast(this);
  }

  /** Reads the desk and its source; false when the desk does not exist. */
  async open(): Promise<boolean> {
    const record = await this.#services.desks.read(this.id);
    if (!record) return false;
    this.#state = record.state;
    for (const fact of this.#earlyFacts.splice(0)) this.#apply(fact);
    await this.#followSource();
    return true;
  }

  get channel(): Channel {
    return this.#handle.channel;
  }

  get state(): DeskState {
    if (!this.#state) throw new TypeError("a desk has no state before it is open");
    return this.#state;
  }

  /** Of its source, if it watches one and anything is known of it. */
  get status(): CreatorStatus | undefined {
    return this.#source?.status;
  }

  /** The broadcast that it shows in LIVE. */
  get live(): SessionId | undefined {
    return this.#live;
  }

  /** The session on its members' screens. */
  get viewed(): SessionId | undefined {
    return viewedSession(this.state, this.#live);
  }

  /** Calls the listener with each notice; returns the function that ends it. */
  join(listener: DeskListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    };
  }

  /**
   * Orders a model's words for prompts of this session, if the desk lets one word them: once for all of its sockets. A replay orders
   * none: its prompts had their time.
   */
  orderWords(sessionId: SessionId, prompts: readonly AutomatedPrompt[]): void {
    const { language, answers, usesModel, mode } = this.state;
    const { coach } = this.#services;
    if (!coach || !usesModel || mode === "REPLAY") return;
    for (const prompt of prompts) {
      const key = `${sessionId} ${prompt.id} ${language}`;
      if (isResolved(prompt, answers) || this.#orderedPrompts.includes(key)) continue;
      this.#orderedPrompts = [...this.#orderedPrompts.slice(1 - REMEMBERED_PROMPTS), key];
      coach.order({ deskId: this.id, sessionId, prompt, language });
    }
  }

  close(): void {
    this.#closed = true;
    this.#source?.close();
    this.#alerts?.close();
    this.#services.holds.end(this.id);
    this.channel.leave(this);
    this.#handle.release();
  }

  onEntries({ entries }: EntryBatch): void {
    const facts = entries.flatMap(({ entry }) => itemsOf({ kind: "desk", data: entry.data }));
    if (this.#state) for (const fact of facts) this.#apply(fact);
    else this.#earlyFacts.push(...facts);
  }

  onResync(): void {
    this.#notify("lost");
  }

  #notify(notice: DeskNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  #apply(fact: DeskFact): void {
    const before = this.state;
    this.#state = afterFact(before, fact);
    if (this.#state.modeChanges !== before.modeChanges) this.#changeMode();
    if (this.#state.generation !== before.generation) this.#changeSource();
    if (this.#state.records !== before.records) this.#holdRecording();
    if (fact.type === "unwatched" && fact.reason === "closed") this.#notify("closed");
  }

  #changeSource(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#live = undefined;
    this.#holdRecording();
    this.#followAlerts();
    this.#notify("watchChanged");
    this.#followSource().catch((error: unknown) => {
      this.#services.onError(error);
      this.#notify("lost");
    });
  }

  #changeMode(): void {
    this.#followAlerts();
    this.#notify("modeChanged");
  }

  /** While a replay is on the screens, what matters in the broadcast that goes on is told beside it. */
  #followAlerts(): void {
    const session = this.state.mode === "REPLAY" && this.#source?.status?.state === "live" ? this.#live : undefined;
    if (this.#alerts?.session === session) return;
    this.#alerts?.close();
    this.#alerts = session && new LiveAlerts(session, this.#services, (moment) => this.#notify({ session, moment }));
  }

  /** Whoever watches a broadcast holds its recording, unless the desk says not to. */
  #holdRecording(): void {
    const { status } = this;
    const session = status?.state === "live" ? this.#live : undefined;
    if (session && status && this.state.records !== false) this.#services.holds.keep(this.id, session, broadcastOf(status));
    else this.#services.holds.end(this.id);
  }

  async #followSource(): Promise<void> {
    const { creatorId, generation } = this.state;
    if (!creatorId) return;
    const source = await this.#services.sources.open(creatorId as CreatorId, (status) => this.#onStatus(status));
    if (this.#closed || this.#source || this.state.generation !== generation) return source.close();
    this.#source = source;
    if (source.status) this.#onStatus(source.status);
  }

  #onStatus(status: CreatorStatus): void {
    this.#live = sessionToView(status, this.#live);
    this.#holdRecording();
    this.#followAlerts();
    this.#notify("statusChanged");
  }
}

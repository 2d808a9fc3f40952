import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact } from "@frontrow/protocol/desk-state";
import { itemsOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId } from "@frontrow/protocol/ids";
import type { AutomatedPrompt } from "@frontrow/protocol/insight";
import { isSettled } from "@frontrow/protocol/question-queue";
import type { DeskStore } from "@frontrow/redis/desks";
import { sessionToView } from "../member/source-messages.ts";
import type { Channel, ChannelListener } from "../stream/channel.ts";
import type { EntryBatch } from "../stream/entry.ts";
import type { Lease } from "../stream/hub.ts";
import type { CoachOrders } from "./coach-orders.ts";
import type { Sources, SourceWatch } from "./source.ts";

/** One socket at a desk, as the desk sees it. */
export interface DeskMember {
  /** The desk watches somebody else, or nobody. */
  onWatch(): void;
  /** The source has changed; the desk views what it views now. */
  onStatus(status: CreatorStatus): void;
  /** The desk is no more. */
  onClosed(): void;
  /** The desk's log cannot be continued. */
  onLost(): void;
}

/** The queue knows for itself what it has; this spares it what each socket of a desk would ask. */
const REMEMBERED_PROMPTS = 20;

/** What the desks of a process share. */
export interface DeskServices {
  readonly desks: Pick<DeskStore, "read">;
  readonly sources: Sources;
  /** Undefined where no language model is set up. */
  readonly coach: Pick<CoachOrders, "order"> | undefined;
  /** The source could not be followed; the members are sent away to come back. */
  onError(error: unknown): void;
}

/**
 * A desk as this process knows it: its state, kept by the facts of its log; its source; and its sockets here. What it
 * says reaches the members of this desk, and nothing beyond it.
 */
export class Desk implements ChannelListener {
  readonly id: DeskId;
  readonly #lease: Lease;
  readonly #services: DeskServices;
  /** Few: mostly one. */
  #members: readonly DeskMember[] = [];
  #state: DeskState | undefined;
  /** Facts that came before the state was read. */
  #early: DeskFact[] | undefined = [];
  #source: SourceWatch | undefined;
  #viewed: SessionId | undefined;
  /** Prompts that a model was asked to word, the last ones. */
  #coached: readonly string[] = [];
  #closed = false;

  constructor(id: DeskId, lease: Lease, services: DeskServices) {
    this.id = id;
    this.#lease = lease;
    this.#services = services;
    // From here on no fact is missed; the state that is read next may contain some of them already.
    lease.channel.tellLast(this);
  }

  /** Reads the desk and its source; false when the desk does not exist. */
  async open(): Promise<boolean> {
    const record = await this.#services.desks.read(this.id);
    if (!record) return false;
    this.#state = record.state;
    for (const fact of this.#early ?? []) this.#apply(fact);
    this.#early = undefined;
    await this.#follow();
    return true;
  }

  get channel(): Channel {
    return this.#lease.channel;
  }

  get state(): DeskState {
    if (!this.#state) throw new TypeError("a desk has no state before it is open");
    return this.#state;
  }

  get status(): CreatorStatus | undefined {
    return this.#source?.status;
  }

  /** The session on its members' screens. */
  get viewed(): SessionId | undefined {
    return this.#viewed;
  }

  /** These prompts pass in the viewed session: where a model is to word them for this desk, asks for that, once for all sockets. */
  coach(sessionId: SessionId, prompts: readonly AutomatedPrompt[]): void {
    const { language, answers, usesModel } = this.state;
    const { coach } = this.#services;
    if (!coach || !usesModel) return;
    for (const prompt of prompts) {
      const key = `${sessionId} ${prompt.id} ${language}`;
      if (isSettled(prompt, answers) || this.#coached.includes(key)) continue;
      this.#coached = [...this.#coached.slice(1 - REMEMBERED_PROMPTS), key];
      coach.order({ deskId: this.id, sessionId, prompt, language });
    }
  }

  join(member: DeskMember): void {
    this.#members = [...this.#members, member];
  }

  leave(member: DeskMember): void {
    this.#members = this.#members.filter((each) => each !== member);
  }

  close(): void {
    this.#closed = true;
    this.#source?.close();
    this.channel.stopTelling(this);
    this.#lease.release();
  }

  onEntries({ entries }: EntryBatch): void {
    const facts = entries.flatMap(({ entry }) => itemsOf({ kind: "desk", data: entry.data }));
    if (this.#state) for (const fact of facts) this.#apply(fact);
    else this.#early?.push(...facts);
  }

  onResync(): void {
    for (const member of this.#members) member.onLost();
  }

  #apply(fact: DeskFact): void {
    const before = this.state;
    this.#state = afterFact(before, fact);
    if (this.#state.generation !== before.generation) this.#watchChanged();
    if (fact.type === "unwatched" && fact.reason === "closed") for (const member of this.#members) member.onClosed();
  }

  #watchChanged(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#viewed = undefined;
    for (const member of this.#members) member.onWatch();
    this.#follow().catch((error: unknown) => {
      this.#services.onError(error);
      this.onResync();
    });
  }

  async #follow(): Promise<void> {
    const { creatorId, generation } = this.state;
    if (!creatorId) return;
    const source = await this.#services.sources.open(creatorId as CreatorId, (status) => this.#onStatus(status));
    if (this.#closed || this.#source || this.state.generation !== generation) return source.close();
    this.#source = source;
    if (source.status) this.#onStatus(source.status);
  }

  #onStatus(status: CreatorStatus): void {
    this.#viewed = sessionToView(status, this.#viewed);
    for (const member of this.#members) member.onStatus(status);
  }
}

import type { Cursor } from "@frontrow/protocol/codec";
import type { CreatorStatus } from "@frontrow/protocol/creator";
import type { DeskFact } from "@frontrow/protocol/desk";
import { itemsOf, type Position } from "@frontrow/protocol/entry";
import { messageOfFact } from "@frontrow/protocol/fact-message";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Desk, DeskMember } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import type { EntryBatch, PreparedEntry } from "../stream/entry.ts";
import { type ItemPosition, LogStream, readEntry, type StreamSink } from "../stream/subscription.ts";
import { changesView, planResume } from "./resume.ts";
import { type Told, tellSource, untold } from "./source-messages.ts";
import { SessionView, type ViewOwner, type ViewServices } from "./view.ts";

export interface MemberOwner {
  readonly output: Output;
  /** The socket cannot go on at this desk. */
  onEnd(why: "closed" | "lost"): void;
  onError(error: unknown): void;
}

/** One socket at one desk: what it is told of the desk's facts, of its source, and of the session that the desk views. */
export class Member implements DeskMember, ViewOwner, StreamSink {
  readonly desk: Desk;
  readonly #owner: MemberOwner;
  readonly #services: ViewServices;
  readonly #view: SessionView;
  #facts: LogStream | undefined;
  #deskAt: Position;
  #told: Told | undefined;
  /** What is said to the others may not overtake the answer to a resume. */
  #entered = false;

  constructor(desk: Desk, owner: MemberOwner, services: ViewServices) {
    this.desk = desk;
    this.#owner = owner;
    this.#services = services;
    this.#deskAt = desk.channel.position;
    this.#view = new SessionView(this, services);
    desk.join(this);
  }

  get output(): Output {
    return this.#owner.output;
  }

  /** A new desk, or one more socket without a history: everything from here on. */
  async enter(): Promise<void> {
    this.#entered = true;
    await this.#joinFacts();
    this.refresh();
  }

  /** A socket that comes back: exactly what it missed, or a snapshot. */
  async resume(cursor: Cursor | undefined): Promise<"recovered" | "snapshot"> {
    const viewed = this.#viewedBy(cursor);
    const plan = planResume({ cursor, deskId: this.desk.id, viewed });
    const missed = plan.desk ? await this.#factsAfter(plan.desk) : undefined;
    const factsKnown = plan.desk === undefined || (missed !== undefined && !changesView(missed));
    const from = plan.how === "catchUp" ? plan.session : undefined;
    const recovered = plan.how === "catchUp" && factsKnown && (from === undefined || (await this.#holds(from)));

    if (plan.desk && missed) this.#deskAt = plan.desk;
    const pos = recovered && cursor ? { ...cursor, desk: this.#deskAt } : { desk: this.#deskAt };
    const { id: sessionId, state: desk } = this.desk;
    this.output.message({ type: "resumed", data: { recovered, sessionId, desk } }, pos);
    // Another broadcast may have begun while this one was looked up.
    const isCurrent = this.desk.viewed === undefined || this.desk.viewed === viewed;
    if (recovered && isCurrent) {
      this.#entered = true;
      // First, so that every position that is handed out from here on has the session's half.
      this.#view.show(viewed, from);
      this.#tell();
      await this.#joinFacts();
    } else {
      await this.#joinFacts();
      this.#entered = true;
      this.#tell();
      this.#view.show(this.desk.viewed);
    }
    return recovered ? "recovered" : "snapshot";
  }

  /** Says everything of the source again, with a snapshot. */
  refresh(): void {
    this.#told = undefined;
    this.#tell();
    this.#view.show(this.desk.viewed);
  }

  /** A full set of metrics, for a socket that was behind. */
  catchUp(): void {
    this.#view.sendMetrics();
  }

  get cursor(): Cursor {
    return this.#view.cursor;
  }

  get viewed(): SessionId | undefined {
    return this.#view.session;
  }

  close(): void {
    this.#facts?.close();
    this.#view.close();
    this.desk.leave(this);
  }

  onWatch(): void {
    this.#told = undefined;
    if (this.#entered) this.#view.show(undefined);
  }

  onStatus(_status: CreatorStatus): void {
    if (!this.#entered) return;
    this.#tell();
    if (this.desk.viewed !== this.#view.session) this.#view.show(this.desk.viewed);
    else this.#view.sayInfo();
  }

  onClosed(): void {
    this.#owner.onEnd("closed");
  }

  onLost(): void {
    this.#owner.onEnd("lost");
  }

  onError(error: unknown): void {
    this.#owner.onError(error);
  }

  cursorWith(session: ItemPosition | undefined): Cursor {
    return session ? { desk: this.#deskAt, session } : { desk: this.#deskAt };
  }

  /** A fact of the desk. */
  onLogEntry({ entry, batched }: PreparedEntry): void {
    this.#deskAt = entry;
    if (this.output.dialect === "batched") {
      this.output.frame(batched);
      return;
    }
    for (const fact of itemsOf({ kind: "desk", data: entry.data })) {
      const message = messageOfFact(fact);
      if (message) this.output.message(message, this.cursor);
    }
  }

  onLogBatch({ entries }: EntryBatch): void {
    for (const entry of entries) this.onLogEntry(entry);
  }

  drained(): Promise<void> {
    return this.output.drained();
  }

  #tell(): void {
    const { handle } = this.desk.state;
    const { status } = this.desk;
    if (!handle || !status) return;
    const { told, messages } = tellSource(this.#told ?? untold(handle), status);
    this.#told = told;
    for (const message of messages) this.output.message(message, this.cursor);
  }

  /** The desk shows an ended broadcast no more to newcomers, but whoever has it on the screen goes on with it. */
  #viewedBy(cursor: Cursor | undefined): SessionId | undefined {
    const latest = this.desk.status?.sessionId;
    return this.desk.viewed ?? (cursor?.session?.log === latest ? (latest as SessionId | undefined) : undefined);
  }

  /** The facts after a position, or undefined when they cannot be told. */
  async #factsAfter(position: Position): Promise<DeskFact[] | undefined> {
    const read = await this.#services.store.readAfter(position);
    if (read.outcome !== "ok") return undefined;
    return read.entries.flatMap(({ data }) => itemsOf({ kind: "desk", data }));
  }

  async #holds(position: ItemPosition): Promise<boolean> {
    if (position.items !== undefined) return (await readEntry(this.#services.store, position)) !== undefined;
    return (await this.#services.store.readAfter(position, { entries: 1 })).outcome === "ok";
  }

  async #joinFacts(): Promise<void> {
    this.#facts = new LogStream(this.#deskAt, this.desk.channel, this, this.#services);
    await this.#facts.run();
  }
}

import type { Cursor } from "@frontrow/protocol/cursor";
import type { DeskFact } from "@frontrow/protocol/desk";
import { itemsOf, type Position } from "@frontrow/protocol/entry";
import { messageOfFact } from "@frontrow/protocol/fact-message";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Desk, DeskNotice, LiveAlert } from "../desk/desk.ts";
import type { Output } from "../socket/output.ts";
import type { EntryBatch, PreparedEntry } from "../stream/entry.ts";
import { localise } from "../stream/localise.ts";
import { type ItemPosition, readEntry, type Subscriber, Subscription } from "../stream/subscription.ts";
import { continuesFrom, planResume, viewedAtResume } from "./resume.ts";
import { type KnownSource, nothingKnown, sourceMessages } from "./source-messages.ts";
import { ClientPosition, View, type ViewServices } from "./view.ts";

/** Minimum interval between two snapshots that a client asks for. */
const REFRESH_INTERVAL_MS = 2_000;

/** One socket at one desk: what it is sent of the desk's facts, of its source, and of the session that the desk views. */
export class Member implements Subscriber {
  readonly desk: Desk;
  readonly #output: Output;
  readonly #services: ViewServices;
  readonly #position: ClientPosition;
  readonly #view: View;
  readonly #leaveDesk: () => void;
  #facts: Subscription | undefined;
  #known: KnownSource | undefined;
  #refreshedAtMs = Number.NEGATIVE_INFINITY;
  /** Until then nothing is sent of what others do: it may not overtake the answer to a resume, nor the desk's facts. */
  #hasBegun = false;
  /** The count of the desk's changes of mode that the client knows: of a later one it is told before it is shown anything else. */
  #modeChanges: number;

  constructor(desk: Desk, output: Output, services: ViewServices) {
    this.desk = desk;
    this.#output = output;
    this.#services = services;
    this.#position = new ClientPosition(desk.channel.position);
    this.#view = new View(desk, output, this.#position, services);
    this.#modeChanges = desk.state.modeChanges ?? 0;
    this.#leaveDesk = desk.join((notice) => this.#onNotice(notice));
    output.onCaughtUp = () => this.#view.sendMetrics();
  }

  /** A new desk, or one more socket without a history: sends everything from here on, or from this position of the desk's log. */
  async begin(from?: Position): Promise<void> {
    if (from) this.#position.desk = from;
    await this.#followFacts();
    this.#hasBegun = true;
    this.refresh();
  }

  /** A socket that comes back: sends exactly what it missed, or a snapshot. */
  async resume(cursor: Cursor | undefined): Promise<"recovered" | "snapshot"> {
    const { id: deskId } = this.desk;
    const viewed = viewedAtResume(this.desk, cursor);
    const plan = planResume({ cursor, deskId, viewed });
    const missed = plan.desk ? await this.#factsAfter(plan.desk) : undefined;
    const from = continuesFrom(plan, missed, this.desk.state.mode);
    const isRecovered = from !== undefined && (from.session === undefined || (await this.#holds(from.session)));

    if (plan.desk && missed) this.#position.desk = plan.desk;
    const pos = isRecovered && cursor ? { ...cursor, desk: this.#position.desk } : { desk: this.#position.desk };
    const data = { recovered: isRecovered, sessionId: deskId, desk: this.desk.state, serverTimeMs: Date.now() };
    this.#modeChanges = this.desk.state.modeChanges ?? 0;
    this.#output.message({ type: "resumed", data }, pos);
    // Another broadcast may have begun while this one was looked up, or a replay ended.
    const isCurrent = viewedAtResume(this.desk, cursor) === viewed;
    if (isRecovered && isCurrent) await this.#continue(viewed, from.session);
    else await this.#beginAnew();
    return isRecovered ? "recovered" : "snapshot";
  }

  /** Sends everything of the source again, with a snapshot. */
  refresh(): void {
    this.#known = undefined;
    this.#sendSource();
    if (this.#knowsMode()) this.#view.show(this.desk.viewed);
  }

  /** The same at a client's wish, after a message: once in two seconds. Gives the milliseconds to wait when it is too early. */
  refreshAgain(nowMs: number, first?: ServerMessage): number {
    const waitMs = this.#refreshedAtMs + REFRESH_INTERVAL_MS - nowMs;
    if (waitMs > 0) return waitMs;
    this.#refreshedAtMs = nowMs;
    if (first) this.#output.message(first, this.cursor);
    this.refresh();
    return 0;
  }

  /** Sends metrics and boards, where a replay stands among them. */
  sendMetrics(): void {
    this.#view.sendMetrics();
  }

  get cursor(): Cursor {
    return this.#position.cursor;
  }

  get viewed(): SessionId | undefined {
    return this.#view.session;
  }

  close(): void {
    this.#output.onCaughtUp = undefined;
    this.#facts?.close();
    this.#view.close();
    this.#leaveDesk();
  }

  /** Facts of the desk. */
  onEntries({ entries }: EntryBatch): void {
    for (const entry of entries) this.#sendFacts(entry);
  }

  drained(): Promise<void> {
    return this.#output.drained();
  }

  onLost(): void {
    this.#output.close("GOING_AWAY");
  }

  async #continue(viewed: SessionId | undefined, from: ItemPosition | undefined): Promise<void> {
    // Before anything else, so that every position that is handed out from here on has the session's half.
    this.#view.show(viewed, from);
    this.#sendSource();
    await this.#followFacts();
    this.#hasBegun = true;
    this.#sendSource();
    // A broadcast that ended is not the desk's to show any more, but this client had it on its screen.
    if (this.desk.viewed !== undefined) this.#follow();
  }

  async #beginAnew(): Promise<void> {
    await this.#followFacts();
    this.#hasBegun = true;
    this.#sendSource();
    if (this.#knowsMode()) this.#view.show(this.desk.viewed);
  }

  #onNotice(notice: DeskNotice): void {
    if (typeof notice === "object") {
      this.#sendAlert(notice);
      return;
    }
    switch (notice) {
      case "watchChanged":
        this.#known = undefined;
        this.#follow();
        return;
      case "statusChanged":
        if (this.#hasBegun) this.#sendSource();
        this.#follow();
        return;
      case "modeChanged":
        this.#follow();
        return;
      case "closed":
        this.#output.close("DESK_GONE");
        return;
      case "lost":
        this.#output.close("GOING_AWAY");
    }
  }

  /** Shows what the desk views now, unless it is on the screen. */
  #follow(): void {
    if (!this.#hasBegun || !this.#knowsMode()) return;
    if (this.desk.viewed !== this.#view.session) this.#view.show(this.desk.viewed);
    else this.#view.sendInfo();
  }

  /**
   * Whether the client was told of the mode that the desk is known to be in. Member and desk read the desk's log each for itself:
   * whichever is first waits for the other.
   */
  #knowsMode(): boolean {
    return this.#modeChanges === (this.desk.state.modeChanges ?? 0);
  }

  #sendFacts({ entry, batched }: PreparedEntry): void {
    this.#position.desk = entry;
    const isBatched = this.#output.dialect === "batched";
    if (isBatched) this.#output.frame(batched);
    if (isBatched && !entry.data.includes('"modeSet"')) return;
    for (const fact of itemsOf({ kind: "desk", data: entry.data })) {
      if (fact.type === "modeSet") this.#changeMode(fact.modeChanges);
      const message = isBatched ? undefined : messageOfFact(fact);
      if (message) this.#output.message(message, this.cursor);
    }
    this.#follow();
  }

  /** The client is told that the mode is another: of what it has on its screen nothing more is sent. */
  #changeMode(modeChanges: number): void {
    if (modeChanges <= this.#modeChanges) return;
    this.#modeChanges = modeChanges;
    this.#view.show(undefined);
  }

  #sendAlert({ session, moment }: LiveAlert): void {
    const { handle, language } = this.desk.state;
    if (!this.#hasBegun || !handle) return;
    const told = this.#output.dialect === "plain" ? (localise(moment, language) as typeof moment) : moment;
    this.#output.message({ type: "liveAlert", data: { session, username: handle, moment: told } }, this.cursor);
  }

  /** Sends what has changed of the source since the last status that the client was sent. */
  #sendSource(): void {
    const { status, state } = this.desk;
    if (!state.handle || !status) return;
    const { known, messages } = sourceMessages(this.#known ?? nothingKnown(state.handle), status);
    this.#known = known;
    for (const message of messages) this.#output.message(message, this.cursor);
  }

  /** The facts after a position, or undefined when the log cannot give them. */
  async #factsAfter(position: Position): Promise<DeskFact[] | undefined> {
    const read = await this.#services.store.readAfter(position);
    if (read.outcome !== "ok") return undefined;
    return read.entries.flatMap(({ data }) => itemsOf({ kind: "desk", data }));
  }

  /** Whether the session's log can be continued from this position. */
  async #holds(position: ItemPosition): Promise<boolean> {
    if (position.items !== undefined) return (await readEntry(this.#services.store, position)) !== undefined;
    return (await this.#services.store.readAfter(position, { entries: 1 })).outcome === "ok";
  }

  async #followFacts(): Promise<void> {
    this.#facts = new Subscription(this.#position.desk, this.desk.channel, this, this.#services);
    await this.#facts.run();
  }
}

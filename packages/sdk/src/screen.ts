import { type Cursor, decodeCursor } from "@frontrow/protocol/codec";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact } from "@frontrow/protocol/desk-state";
import { messageOfFact } from "@frontrow/protocol/fact-message";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import { isNew, type LogPosition } from "./cursor.ts";
import type { Frame } from "./frames.ts";
import { foldStatus, nobody, watching } from "./source-status.ts";
import type { ClientEvent, SourceStatus } from "./types.ts";

/** What the client knows of its desk, as the frames have told it. */
export class Screen {
  readonly #emit: (event: ClientEvent) => void;
  #deskId: string | undefined;
  #desk: DeskState | undefined;
  #status: SourceStatus = nobody;
  #session: { readonly id: string; readonly epoch: number } | undefined;
  #cursor: Cursor = {};

  constructor(emit: (event: ClientEvent) => void) {
    this.#emit = emit;
  }

  get desk(): ({ readonly deskId: string } & DeskState) | undefined {
    return this.#deskId && this.#desk ? { deskId: this.#deskId, ...this.#desk } : undefined;
  }

  get status(): SourceStatus {
    return this.#status;
  }

  /** What to hand to the server to get what comes after. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Shows what a frame brings, if it is new and of what is on the screen. */
  take(frame: Frame): void {
    if (frame.kind === "message") {
      this.#takeMessage(frame.message);
      return;
    }
    if (frame.kind === "desk") {
      if (!isNew(this.#cursor.desk, frame.at)) return;
      this.#cursor = { ...this.#cursor, desk: frame.at };
      for (const fact of frame.items) this.#takeFact(fact as DeskFact);
      return;
    }
    if (!this.#advance(frame.at)) return;
    const session = frame.at.log;
    if (frame.kind === "events") this.#emit({ type: "events", session, events: frame.items });
    else this.#emit({ type: "insights", session, insights: frame.items });
  }

  /** Another desk than before: nothing of the old one is shown. */
  sitDown(deskId: string, desk: DeskState): void {
    if (deskId !== this.#deskId) {
      this.#clear();
      this.#cursor = {};
      this.#desk = undefined;
      this.#setStatus(desk.handle ? watching(desk.handle) : nobody);
    }
    this.#deskId = deskId;
    this.#setDesk(desk);
  }

  #takeMessage(message: ServerMessage): void {
    const cursor = typeof message.pos === "string" ? decodeCursor(message.pos) : undefined;
    if (cursor?.desk && isNew(this.#cursor.desk, cursor.desk)) this.#cursor = { ...this.#cursor, desk: cursor.desk };
    switch (message.type) {
      case "resumed":
        this.#takeResumed(message, cursor);
        return;
      case "history":
        this.#takeHistory(message, cursor);
        return;
      case "metrics":
      case "leaderboard":
        this.#takeInsight({ ...message.data, type: message.type } as Insight, cursor?.session);
        return;
      case "insights":
        if (this.#session && cursor?.session?.log === this.#session.id) {
          this.#emit({ type: "insights", session: this.#session.id, insights: message.data.items, isStanding: true });
        }
        return;
      case "promptWorded":
        this.#emit({ type: "promptWorded", ...message.data });
        return;
      case "lagging":
        this.#emit({ type: "lagging", behind: message.data.behind ?? true, folded: message.data.folded });
        return;
      case "error":
        this.#emit({ type: "error", code: message.data.code, message: message.data.message });
        return;
      case "usernameChangeError":
        if (message.data.code === "BAD_USERNAME") {
          this.#emit({ type: "error", code: message.data.code, message: message.data.error });
        }
        break;
      case "languageSet":
      case "coachSet":
      case "questionAnswered":
      case "questionIgnored":
      case "questionReopened":
        this.#fold({ atMs: 0, ...message.data, type: message.type } as DeskFact);
        return;
      case "connectionProgress":
        this.#beginWatch(message.data.username);
        break;
      case "streamDisconnected":
        this.#clear();
        this.#deskWatches(undefined);
        break;
      default:
    }
    this.#setStatus(foldStatus(this.#status, message));
  }

  /** A fact brings more of the desk's state than the message that it stands for. */
  #takeFact(fact: DeskFact): void {
    const isWatch = fact.type === "watched" || fact.type === "unwatched";
    // Known from the desk's state already: to show an older watch would be to show what is over.
    if (isWatch && this.#desk && fact.generation <= this.#desk.generation) return;
    const message = messageOfFact(fact);
    if (message) this.#takeMessage(message);
    this.#fold(fact);
  }

  #fold(fact: DeskFact): void {
    if (this.#desk) this.#setDesk(afterFact(this.#desk, fact));
  }

  #takeResumed({ data }: Extract<ServerMessage, { type: "resumed" }>, cursor: Cursor | undefined): void {
    if (data.desk) this.#setDesk(data.desk);
    if (data.recovered) return;
    this.#cursor = cursor?.desk ? { desk: cursor.desk } : {};
    if (!data.desk?.handle) {
      this.#clear();
      this.#setStatus(nobody);
    } else this.#beginWatch(data.desk.handle);
  }

  #takeHistory({ data }: Extract<ServerMessage, { type: "history" }>, cursor: Cursor | undefined): void {
    this.#session = { id: data.session, epoch: data.epoch };
    this.#cursor = cursor ?? this.#cursor;
    this.#emit({ type: "snapshot", session: data.session, epoch: data.epoch, events: data.items });
  }

  /** In the plain dialect these come from the log as well; absolute values, so once more does no harm. */
  #takeInsight(insight: Insight, at: LogPosition | undefined): void {
    if (!this.#session || (at && at.log !== this.#session.id)) return;
    if (at && isNew(this.#cursor.session, at)) this.#cursor = { ...this.#cursor, session: at };
    this.#emit({ type: "insights", session: this.#session.id, insights: [insight] });
  }

  /** Whether items at this position are of the session on the screen, and new. */
  #advance(at: LogPosition): boolean {
    if (at.log !== this.#session?.id || at.epoch !== this.#session.epoch) return false;
    if (!isNew(this.#cursor.session, at)) return false;
    this.#cursor = { ...this.#cursor, session: at };
    return true;
  }

  #beginWatch(username: string): void {
    if (username === this.#status.username) return;
    this.#clear();
    this.#setStatus(watching(username));
    this.#deskWatches(username);
  }

  #deskWatches(handle: string | undefined): void {
    if (!this.#desk || this.#desk.handle === handle) return;
    const { creatorId: _creatorId, handle: _handle, ...rest } = this.#desk;
    this.#setDesk({ ...rest, ...(handle ? { handle } : {}) });
  }

  #clear(): void {
    const { session: _session, ...cursor } = this.#cursor;
    this.#cursor = cursor;
    if (!this.#session) return;
    this.#session = undefined;
    this.#emit({ type: "cleared" });
  }

  #setStatus(status: SourceStatus): void {
    if (isSame(status, this.#status)) return;
    this.#status = status;
    this.#emit({ type: "status", status });
  }

  #setDesk(desk: DeskState): void {
    if (this.#desk && isSame(desk, this.#desk)) return;
    this.#desk = desk;
    if (this.#deskId) this.#emit({ type: "desk", deskId: this.#deskId, desk });
  }
}

/** Whether two values of JSON say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  const names = Object.keys(a);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return names.length === Object.keys(b).length && names.every((name) => isSame(left[name], right[name]));
}
